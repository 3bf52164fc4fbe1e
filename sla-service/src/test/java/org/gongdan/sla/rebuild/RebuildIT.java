package org.gongdan.sla.rebuild;

import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildIT {

    @Inject
    Rebuild rebuild;

    private RichHistory history;

    @BeforeEach
    void once() throws Exception {
        history = history == null ? RichHistory.happened() : history;
    }

    @AfterEach
    void tidy() throws Exception {
        rebuild.clear();
    }

    @Test
    void whatTheTopicsTellIsWhatTheServiceHas() throws Exception {
        // Given
        long outbox = count("select count(*) from outbox");

        // When
        Rebuild.Report report = run(records -> records);

        // Then
        assertEquals(List.of(), sentences(report));
        assertTrue(report.equal());
        assertEquals(count("select count(*) from clock where customer_id = ?", history.customer), report.clocks());
        for (String fact : List.of("STARTED", "PAUSED", "RESUMED", "RETARGETED", "EXTENDED", "RETERMED", "RECALENDARED", "MET", "REOPENED",
                "WARNED", "ESCALATED", "BREACHED", "VOIDED")) {
            assertTrue(count("select count(*) from rebuild.clock_fact where fact = ?", fact) > 0, "the history lacks " + fact);
        }
        assertTrue(count("select count(*) from rebuild.early_fact") > 0, "what waits for its ticket");
        assertEquals(2, count("select count(*) from rebuild.inbox_parked"), "what waits for an operator");
        assertEquals(1, count("select count(*) from rebuild.customer"));
        assertTrue(count("select count(*) from rebuild.outbox") > 0, "what would have been told stays there");
        assertTrue(count("select count(*) from outbox") <= outbox, "nothing is told again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit-events", "ticket-events"})
    void theOrderInWhichTheTopicsAreReadDoesNotMatter(String first) throws Exception {
        // Given
        Comparator<ConsumerRecord<String, byte[]>> firstOfAll = Comparator.comparing(record -> !record.topic().equals(first));

        // When
        Rebuild.Report report = run(records -> records.stream().sorted(firstOfAll).toList());

        // Then
        assertEquals(List.of(), sentences(report));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update clock set due_at = due_at + interval '1 minute' where id = '%s' | due_at",
            "update clock set status = 'MET' where id = '%s' | status",
            "delete from clock_fact where fact = 'WARNED' and clock_id = '%s' | WARNED",
            "update clock_fact set at = at - interval '1 second' where fact = 'BREACHED' and clock_id = '%s' | BREACHED"})
    void aRowThatIsNotWhatTheTopicsTellIsNamed(String corruption, String named) throws Exception {
        // Given
        UUID clock = id(history.broken);
        assertTrue(run(records -> records).equal());
        List<String> undo = backup(clock);
        execute("set session_replication_role = replica", corruption.formatted(clock));

        // When
        Rebuild.Report report = run(records -> records, 1);

        // Then
        execute(undo.toArray(String[]::new));
        assertFalse(report.equal());
        assertEquals(1, report.comparison().different(), () -> sentences(report).toString());
        assertTrue(sentences(report).getFirst().startsWith("clock " + clock), () -> sentences(report).toString());
        assertTrue(sentences(report).getFirst().contains(named), () -> sentences(report).toString());
    }

    private Rebuild.Report run(UnaryOperator<List<ConsumerRecord<String, byte[]>>> order) throws Exception {
        return run(order, Rebuild.ROUNDS);
    }

    /** @param rounds one suffices where nothing has happened since the last run found no difference */
    private Rebuild.Report run(UnaryOperator<List<ConsumerRecord<String, byte[]>>> order, int rounds) throws Exception {
        return rebuild.run(new Selection(history.customer), line -> {}, order, rounds);
    }

    private static List<String> sentences(Rebuild.Report report) {
        return report.comparison().differences().stream().map(Difference::sentence).toList();
    }

    /** @return what puts the clock back as it is now */
    private static List<String> backup(UUID clock) throws Exception {
        execute("drop table if exists kept_clock, kept_fact", "create table kept_clock as select * from clock where id = '" + clock + "'",
                "create table kept_fact as select * from clock_fact where clock_id = '" + clock + "'");
        return new ArrayList<>(List.of("set session_replication_role = replica",
                "delete from clock_fact where clock_id = '" + clock + "'", "insert into clock_fact select * from kept_fact",
                "update clock c set due_at = k.due_at, status = k.status from kept_clock k where k.id = c.id",
                "drop table kept_clock, kept_fact"));
    }

    private static void execute(String... statements) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
