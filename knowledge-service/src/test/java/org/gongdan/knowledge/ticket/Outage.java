package org.gongdan.knowledge.ticket;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.gongdan.testing.PostgresServer;

/** Nothing can be noted as heard until it is over: events wait as they do for a database that does not answer. */
final class Outage implements AutoCloseable {

    private final Connection connection;

    Outage() throws SQLException, IOException {
        connection = PostgresServer.shared().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table inbox in access exclusive mode");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
