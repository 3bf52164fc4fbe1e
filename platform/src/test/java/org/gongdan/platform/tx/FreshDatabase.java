package org.gongdan.platform.tx;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongdan.testing.PostgresServer;

/** A database of the test's own, owned by one role and used by another, as in production. */
public final class FreshDatabase {

    private final String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");

    private FreshDatabase() throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + PostgresServer.OWNER);
        }
    }

    public static FreshDatabase empty() throws Exception {
        return new FreshDatabase();
    }

    /** With the platform's tables. */
    public static FreshDatabase ofPlatform() throws Exception {
        FreshDatabase database = new FreshDatabase();
        for (String migration : List.of("V0_1__platform.sql", "R__audit_rights.sql", "R__audit_search.sql")) {
            try (InputStream sql = FreshDatabase.class.getResourceAsStream("/db/platform/" + migration)) {
                database.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8).replace("${runtime}", PostgresServer.SERVICE));
            }
        }
        return database;
    }

    public String jdbcUrl() throws Exception {
        return PostgresServer.shared().jdbcUrl().replaceFirst("/postgres$", "/" + name);
    }

    public String reactiveUrl() throws Exception {
        return PostgresServer.shared().reactiveUrl().replaceFirst("/postgres$", "/" + name);
    }

    /** As the service's role. */
    public Connection connect() throws Exception {
        return DriverManager.getConnection(jdbcUrl(), PostgresServer.SERVICE, PostgresServer.SERVICE);
    }

    /** As the role that owns the tables. */
    public void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), PostgresServer.OWNER, PostgresServer.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    public List<String> rows(String sql) throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
