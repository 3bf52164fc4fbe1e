package org.gongdan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection to one of the stack's databases, beside the services: to fill tables and to look at effects. */
record Database(int port, String name, String role) {

    static final String PASSWORD = "gongdan";

    static Database of(int port, String name) {
        return new Database(port, name, name + "_owner");
    }

    @FunctionalInterface
    interface Reader<T> {
        T row(ResultSet row) throws SQLException;
    }

    /** Runs the statements one after the other, each in a transaction of its own. */
    void run(String... statements) throws SQLException {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs the statements in one transaction. */
    void together(String... statements) throws SQLException {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Connection connection = open(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(reader.row(row));
            }
        }
        return found;
    }

    long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), role, PASSWORD);
    }
}
