package org.gongdan.platform.loop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.gongdan.testing.Cable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A machine with the process that publishes is gone without a word: here a network namespace whose cable is pulled. Skipped where none can be made.
 */
class LostNodeIT {

    private static final String LOCK = "outbox-relay";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cable cable = new Cable(new File("target/lost-node.log"));
    private EmbeddedPostgres server;
    private Loops loops;

    @AfterEach
    void clean() throws Exception {
        if (loops != null) {
            LoopsOn.stop(loops);
        }
        cable.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anotherProcessLeadsWithinTwentySeconds() throws Exception {
        // Given
        assumeTrue(cable.lay(), "no network namespace can be made: needs root, or sudo without a password");
        startTheServer();
        cable.run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(), LostNode.class.getName(),
                url(cable.here()), LOCK);
        await().atMost(PATIENCE).until(() -> "1".equals(one("select count(*) from pg_locks where locktype = 'advisory' and granted")));
        AtomicBoolean leads = new AtomicBoolean();
        loops = new Loops(new DatabaseConfig(url("localhost"), "postgres", "postgres"), true);
        loops.start("second", Duration.ofMillis(100), connection -> {
            leads.set(leads.get() || Loop.tryLead(connection, LOCK));
            return false;
        });

        // When
        cable.pull();
        long pulled = System.nanoTime();

        // Then
        await().atMost(PATIENCE).until(leads::get);
        Duration took = Duration.ofNanos(System.nanoTime() - pulled);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) <= 0, took::toString);
    }

    private void startTheServer() throws Exception {
        Path data = Files.createTempDirectory("gongdan-lost-node").resolve("data");
        server = EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("listen_addresses", "*")
                .setLocaleConfig("locale", "C.UTF-8").start();
        Files.writeString(data.resolve("pg_hba.conf"), "host all all " + cable.there() + "/32 trust\n", StandardOpenOption.APPEND);
        one("select pg_reload_conf()");
    }

    private String url(String host) {
        return "jdbc:postgresql://" + host + ":" + server.getPort() + "/postgres";
    }

    private String one(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url("localhost"), "postgres", "postgres");
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
