package org.gongdan.platform.loop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A machine with the process that publishes is gone without a word: here a network namespace whose cable is pulled. Needs root, or sudo without a password.
 */
class LostNodeIT {

    private static final String LOCK = "outbox-relay";
    private static final File LOG = new File("target/lost-node.log");
    private static final String NODE = "gongdan-" + ProcessHandle.current().pid();
    private static final String CABLE = "gd" + ProcessHandle.current().pid();
    private static final String HERE = "10.213.77.1";
    private static final String THERE = "10.213.77.2";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Process node;
    private EmbeddedPostgres server;
    private Loops loops;

    @AfterEach
    void clean() throws Exception {
        if (loops != null) {
            loops.stopAll(null);
        }
        if (node != null) {
            node.destroyForcibly().waitFor();
        }
        asRoot("ip", "netns", "delete", NODE);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anotherProcessLeadsWithinTwentySeconds() throws Exception {
        // Given
        connectTheNode();
        startTheServer();
        node = start("ip", "netns", "exec", NODE, Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(),
                LostNode.class.getName(), url(HERE), LOCK);
        await().atMost(PATIENCE).until(() -> "1".equals(one("select count(*) from pg_locks where locktype = 'advisory' and granted")));
        AtomicBoolean leads = new AtomicBoolean();
        loops = new Loops(new DatabaseConfig(url("localhost"), "postgres", "postgres"), true);
        loops.start("second", Duration.ofMillis(100), connection -> {
            leads.set(leads.get() || Loop.tryLead(connection, LOCK));
            return false;
        });

        // When
        assertEquals(0, asRoot("ip", "link", "set", CABLE, "down"));
        long pulled = System.nanoTime();

        // Then
        await().atMost(PATIENCE).until(leads::get);
        Duration took = Duration.ofNanos(System.nanoTime() - pulled);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) <= 0, took::toString);
    }

    private void connectTheNode() throws Exception {
        String far = CABLE + "n";
        for (List<String> step : List.of(List.of("netns", "add", NODE), List.of("link", "add", CABLE, "type", "veth", "peer", "name", far),
                List.of("link", "set", far, "netns", NODE), List.of("addr", "add", HERE + "/30", "dev", CABLE),
                List.of("link", "set", CABLE, "up"),
                List.of("-n", NODE, "addr", "add", THERE + "/30", "dev", far), List.of("-n", NODE, "link", "set", far, "up"))) {
            List<String> command = new ArrayList<>(List.of("ip"));
            command.addAll(step);
            assertEquals(0, asRoot(command.toArray(String[]::new)), () -> String.join(" ", command) + " (needs root and iproute2)");
        }
    }

    private void startTheServer() throws Exception {
        Path data = Files.createTempDirectory("gongdan-lost-node").resolve("data");
        server = EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("listen_addresses", "*")
                .setLocaleConfig("locale", "C.UTF-8").start();
        Files.writeString(data.resolve("pg_hba.conf"), "host all all " + THERE + "/32 trust\n", StandardOpenOption.APPEND);
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

    private static int asRoot(String... command) throws IOException, InterruptedException {
        return start(command).waitFor();
    }

    private static Process start(String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (!System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("sudo", "-n"));
        }
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(Redirect.appendTo(LOG)).start();
    }
}
