package org.gongdan.platform.loop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.testing.FreePort;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a real PgBouncer ({@code deploy/install-test-tools}). */
class PoolerCheckIT {

    private static final String PGBOUNCER = "/usr/sbin/pgbouncer";

    private Process pooler;

    @AfterEach
    void stop() throws InterruptedException {
        if (pooler != null) {
            pooler.destroy();
            pooler.waitFor();
        }
    }

    @Test
    void theDatabaseItselfIsAccepted() throws Exception {
        // Given
        PoolerCheck check = new PoolerCheck(new DatabaseConfig(PostgresServer.shared().jdbcUrl(), "postgres", "postgres"), true);

        // When / Then
        assertDoesNotThrow(() -> check.check());
    }

    @Test
    void aPoolerThatLendsSessionsForTransactionsIsRefusedWithASentence() throws Exception {
        // Given
        PoolerCheck check = behind("transaction", true);

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, check::check);

        // Then
        assertEquals(PoolerCheck.REFUSED, refused.getMessage());
    }

    @Test
    void aPoolerThatKeepsSessionsIsAccepted() throws Exception {
        // Given
        PoolerCheck check = behind("session", true);

        // When / Then
        assertDoesNotThrow(() -> check.check());
    }

    @Test
    void aPoolerThatDoesNotPassOnTheSettingsOfSessionsIsRefusedWithASentence() throws Exception {
        // Given
        PoolerCheck check = behind("session", false);

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, check::check);

        // Then
        assertTrue(refused.getMessage().contains("give DB_ADDRESS the database's own address"), refused.getMessage());
    }

    private PoolerCheck behind(String mode, boolean ignoresOptions) throws Exception {
        int port = FreePort.next();
        Path folder = Files.createTempDirectory("gongdan-pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        URI server = URI.create(PostgresServer.shared().jdbcUrl().substring("jdbc:".length()));
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=127.0.0.1 port=%d dbname=postgres user=postgres password=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits%s
                """.formatted(server.getPort(), port, mode, ignoresOptions ? ", options" : ""));
        List<String> command = new ArrayList<>(List.of(PGBOUNCER));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        pooler = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        await().atMost(Duration.ofSeconds(30)).until(() -> answers(port));
        return new PoolerCheck(new DatabaseConfig("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres"), true);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
