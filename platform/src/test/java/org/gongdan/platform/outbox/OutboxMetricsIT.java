package org.gongdan.platform.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;

import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class OutboxMetricsIT {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutboxMetrics metrics = new OutboxMetrics(registry);
    private Connection connection;

    @BeforeEach
    void aFactOfAMinuteAgo() throws Exception {
        connection = DriverManager.getConnection(PostgresServer.shared().jdbcUrl(), "postgres", "postgres");
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table outbox (seq bigint, created timestamptz)");
            statement.execute("insert into outbox values (1, now() - interval '1 minute')");
        }
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void theOldestFactGrowsOlderWhileThePublishHangs() throws Exception {
        // Given
        metrics.leads();
        metrics.observe(connection);
        double before = value("outbox.oldest.age");

        // When nothing is looked at any more: the relay waits for the broker

        // Then
        assertEquals(60, before, 30);
        await().atMost(Duration.ofSeconds(30)).until(() -> value("outbox.oldest.age") > before + 0.2);
    }

    @Test
    void whoLeadsNoMoreSaysNothingAboutWhatWaits() throws Exception {
        // Given
        metrics.leads();
        metrics.observe(connection);

        // When
        metrics.leadsNoMore();

        // Then
        assertEquals(0, value("outbox.oldest.age"));
        assertEquals(0, value("outbox.rows"));
        assertEquals(0, value("outbox.leading"));
    }

    private double value(String gauge) {
        return registry.get(gauge).gauge().value();
    }
}
