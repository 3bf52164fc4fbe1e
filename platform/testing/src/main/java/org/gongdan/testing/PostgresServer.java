package org.gongdan.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One real PostgreSQL per test JVM; it ends with the JVM. */
public final class PostgresServer {

    /** Owns the tables and migrates them; what it makes, the service's role uses. */
    public static final String OWNER = "service_owner";
    /** What a service under test works as: like in production it owns nothing. */
    public static final String SERVICE = "service";
    private static final String PORT = "gongdan.test.postgres.port";

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** Starts the server, or finds the one this JVM has started: class loaders come and go, system properties stay. */
    public static synchronized PostgresServer shared() throws IOException {
        if (System.getProperty(PORT) == null) {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200")
                    .setLocaleConfig("locale", "C.UTF-8").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            makeRoles(server);
            System.setProperty(PORT, Integer.toString(server.getPort()));
        }
        return new PostgresServer(Integer.getInteger(PORT));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    public String reactiveUrl() {
        return "postgresql://localhost:" + port + "/postgres";
    }

    /** A connection past the service, to look at its tables and to disturb it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    private static void makeRoles(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + OWNER + "'");
            statement.execute("create role " + SERVICE + " login password '" + SERVICE + "'");
            statement.execute("alter database postgres owner to " + OWNER);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop cleanly: " + e);
        }
    }
}
