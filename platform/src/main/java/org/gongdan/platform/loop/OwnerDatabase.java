package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of the role that owns the tables, for operators' commands that make tables of their own. The service itself never works as this role. */
@ApplicationScoped
public class OwnerDatabase {

    private final String url;
    private final String user;
    private final String password;

    OwnerDatabase(@ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String user,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A connection outside every pool, with auto-commit; the caller closes it. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
