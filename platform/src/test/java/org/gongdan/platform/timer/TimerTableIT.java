package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import java.util.UUID;

import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.Test;

class TimerTableIT {

    private final FreshDatabase database = FreshDatabase.ofPlatform();
    private final String loop = "timers-" + UUID.randomUUID();

    TimerTableIT() throws Exception {
    }

    @Test
    void theProcessesThatShareThePaceAreThoseWithSuchALoop() throws Exception {
        // Given
        try (Connection mine = session(loop); Connection another = session(loop); Connection relay = session("outbox-relay")) {
            // When
            int processes = TimerTable.processes(mine);

            // Then
            assertEquals(2, processes);
        }
    }

    private Connection session(String name) throws Exception {
        Properties settings = new Properties();
        settings.put("user", PostgresServer.SERVICE);
        settings.put("password", PostgresServer.SERVICE);
        settings.put("ApplicationName", name);
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), settings);
        connection.setAutoCommit(false);
        return connection;
    }
}
