package org.gongdan.sla.clock;

import static org.gongdan.sla.SlaFixtures.count;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.util.UUID;

import jakarta.inject.Inject;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EarlyFactsCleaningIT {

    private static final String INSERT = """
            with kept as (insert into early_fact (subject, kinds, at, sequence, fact, data) values (?, 'ACKNOWLEDGE',
                now() - cast(? as interval), 0, 'MET', '{}') returning 1)
            select count(*) from kept""";

    @Inject
    EarlyFactsCleaning cleaning;

    @Inject
    MeterRegistry meters;

    private final UUID old = UUID.randomUUID();
    private final UUID young = UUID.randomUUID();

    @Test
    void whatWaitedInVainForThreeMonthsIsForgottenAndCounted() throws Exception {
        // Given
        count(INSERT, old, "91 days");
        count(INSERT, young, "89 days");
        look();
        assertEquals(1, waiting(old), "it waits until the next look at least");
        double before = forgotten();

        // When
        look();

        // Then
        assertEquals(0, waiting(old));
        assertEquals(1, waiting(young));
        assertEquals(before + 1, forgotten());
        look();
        assertEquals(1, waiting(young));
    }

    private void look() throws Exception {
        try (Connection connection = PostgresServer.shared().connect()) {
            connection.setAutoCommit(false);
            cleaning.run(connection);
        }
    }

    private static long waiting(UUID subject) throws Exception {
        return count("select count(*) from early_fact where subject = ?", subject);
    }

    private double forgotten() {
        return meters.counter("sla.early.facts.forgotten").count();
    }
}
