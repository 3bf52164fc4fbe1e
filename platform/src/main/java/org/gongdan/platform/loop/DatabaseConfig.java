package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens plain JDBC connections for background loops, outside every pool: a loop owns its connection for as long as it lives. */
@ApplicationScoped
public class DatabaseConfig {

    /**
     * What the server does with sessions of loops. A process whose machine is gone sends no farewell: without keepalives the server keeps its session, and
     * with it the lock of the leader, for hours. A transaction that is left open (a bug) is ended, as in the pool.
     */
    private static final String SESSION = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2"
            + " -c tcp_user_timeout=15000 -c idle_in_transaction_session_timeout=30000";

    private final String url;
    private final String user;
    private final String password;

    DatabaseConfig(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Opens a connection without auto-commit. A dead link is noticed within 30 s, so that a leader's lock does not outlive it. */
    Connection open(String loop) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", loop);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", SESSION);
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("connectTimeout", "5");
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }
}
