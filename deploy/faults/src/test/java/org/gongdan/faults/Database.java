package org.gongdan.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A service's database, looked at from outside as the superuser. */
public record Database(int port, String name) {

    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String sql, Row<T> read, Object... parameters) {
        try (var connection = connect(); var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            var found = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(name + ": " + sql, e);
        }
    }

    public long count(String sql, Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).getFirst();
    }

    public long waitingFacts() {
        return count("select count(*) from outbox");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "gongdan");
    }
}
