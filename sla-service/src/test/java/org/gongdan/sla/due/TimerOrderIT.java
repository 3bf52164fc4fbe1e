package org.gongdan.sla.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Timers of one clock that fell due while nobody could fire them. Another process may fire another kind, so any of them may be the first afterwards.
 * Everything happens in one transaction that is never committed: the service's own loops do not see it.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TimerOrderIT {

    /** 24 hours are promised with the first priority: half way to duty, a warning at 80 %, an hour after the due time to the manager. */
    private static final String CLOCK = """
            insert into clock (id, version, ticket_id, customer_id, kind, generation, facts, target, warn_percent, status, started_at, due_at, priority)
            select cast(? as uuid), 0, cast(? as uuid), cast(? as uuid), 'RESOLUTION_24H', 0, 1, 'PT24H', 80, 'RUNNING', at, at + interval '24 hours', 'P1'
            from (select now() - cast(? as interval) as at)""";
    private static final String STARTED = """
            insert into clock_fact (clock_id, seq, at, sequence, fact, data)
            select id, 0, started_at, 0, 'STARTED', '{"terms": {"within": "PT24H", "calendar": "24x7", "pausesOn": ["CUSTOMER"], "warnPercent": 80},
                "about": {"priority": "P1"}}'
            from clock where id = ?""";
    private static final String TIMERS = """
            insert into timer (kind, ref, generation, due_at, fire_at)
            select t.kind, id, 0, started_at + after, started_at + after from clock,
                (values ('sla-escalation', interval '12 hours'), ('sla-warning', interval '19.2 hours'), ('sla-breach',
                    interval '24 hours')) as t (kind, after) where id = ?""";

    @Inject
    @Any
    Instance<TimerHandler> handlers;

    private final UUID id = Ids.next();
    private Connection connection;

    static List<List<String>> orders() {
        String warning = "sla-warning";
        String breach = "sla-breach";
        String escalation = "sla-escalation";
        return List.of(List.of(warning, breach, escalation), List.of(warning, escalation, breach), List.of(breach, warning, escalation),
                List.of(breach, escalation, warning), List.of(escalation, warning, breach), List.of(escalation, breach, warning));
    }

    @BeforeEach
    void begin() throws Exception {
        connection = PostgresServer.shared().connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whenEverythingIsLateTheBreachComesFirstAndSaysWhatIsLeftUntold(List<String> order) throws SQLException {
        // Given
        clockThatStarted("26 hours ago");

        // When
        fireAll(order);

        // Then
        assertEquals(List.of("STARTED {}", "BREACHED {\"untold\": [\"WARNING\", \"ESCALATION\"]}",
                "ESCALATED {\"role\": \"manager\", \"step\": \"due+PT1H\"}"), facts());
        assertEquals(List.of("SlaBreached.v1", "SlaEscalated.v1"), told());
        assertTrue(texts("select convert_from(payload, 'UTF8') from outbox where key = ? and type = 'SlaBreached.v1'").getFirst()
                .contains("\"untold\":[\"WARNING\",\"ESCALATION\"]"));
        assertEquals(List.of(), timers());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whenOnlyTheStepAfterTheDueTimeIsStillAheadItStaysAhead(List<String> order) throws SQLException {
        // Given
        clockThatStarted("24 hours 30 minutes ago");

        // When
        fireAll(order);

        // Then
        assertEquals(List.of("STARTED {}", "BREACHED {\"untold\": [\"WARNING\", \"ESCALATION\"]}"), facts());
        assertEquals(List.of("SlaBreached.v1"), told());
        assertEquals(List.of("sla-escalation 01:00:00"), timers());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whileThePromiseCanStillBeKeptWarningAndStepAreToldHoweverLate(List<String> order) throws SQLException {
        // Given
        clockThatStarted("20 hours ago");

        // When
        fireAll(order);

        // Then
        assertEquals(List.of("ESCALATED {\"role\": \"duty\", \"step\": \"50%\"}", "STARTED {}", "WARNED {\"percent\": 80}"),
                facts().stream().sorted().toList());
        assertEquals(List.of("SlaEscalated.v1", "SlaWarned.v1"), told().stream().sorted().toList());
        assertEquals(List.of("sla-breach 00:00:00", "sla-escalation 01:00:00"), timers());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatWasToldInTimeIsNotUntold(List<String> order) throws SQLException {
        // Given
        clockThatStarted("20 hours ago");
        fireAll(order);
        hoursPass(6);

        // When
        fireAll(order);

        // Then
        assertEquals(
                List.of("BREACHED {}", "ESCALATED {\"role\": \"duty\", \"step\": \"50%\"}",
                        "ESCALATED {\"role\": \"manager\", \"step\": \"due+PT1H\"}", "STARTED {}", "WARNED {\"percent\": 80}"),
                facts().stream().sorted().toList());
        assertEquals(List.of("SlaBreached.v1", "SlaEscalated.v1"), told().subList(2, 4));
    }

    @Test
    void nothingThatComesAfterTheDueTimeGoesAheadOfABreachThatHasToWait() throws SQLException {
        // Given
        clockThatStarted("26 hours ago");
        execute("update timer set fire_at = now() + interval '1 minute', attempts = 3 where kind = 'sla-breach' and ref = ?");

        // When
        fireAll(List.of("sla-warning", "sla-escalation"));

        // Then
        assertEquals(List.of("STARTED {}"), facts());
        assertEquals(List.of(), told());
        assertEquals(3, timers().size(), "they wait with it");
    }

    /** What the loops do, one after the other and again, until nothing more happens. */
    private void fireAll(List<String> kinds) throws SQLException {
        for (int round = 0; round < 3; round++) {
            for (String kind : kinds) {
                TimerHandler handler = handlers.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
                List<TimerHandler.Due> due = due(kind);
                Collection<UUID> done = due.isEmpty() ? List.of() : handler.fire(connection, due);
                if (!done.isEmpty()) {
                    assertEquals(List.of(id), List.copyOf(done));
                    execute("delete from timer where kind = '" + kind + "' and ref = ?");
                }
            }
        }
    }

    private List<TimerHandler.Due> due(String kind) throws SQLException {
        List<TimerHandler.Due> due = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement("select generation, due_at from timer where ref = ? and kind = ? and fire_at <= now()")) {
            select.setObject(1, id);
            select.setString(2, kind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new TimerHandler.Due(id, row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return due;
    }

    private void clockThatStarted(String ago) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CLOCK)) {
            insert.setObject(1, id);
            insert.setObject(2, Ids.next());
            insert.setObject(3, Ids.next());
            insert.setString(4, ago.replace(" ago", ""));
            insert.executeUpdate();
        }
        execute(STARTED);
        execute(TIMERS);
    }

    /** Everything of the clock lies so much longer back; its facts, which never change, are written again. */
    private void hoursPass(int hours) throws SQLException {
        String earlier = " - interval '" + hours + " hours'";
        execute("update clock set started_at = started_at" + earlier + ", due_at = due_at" + earlier + " where id = ?");
        execute("update timer set due_at = due_at" + earlier + ", fire_at = fire_at" + earlier + " where ref = ?");
        connection.createStatement().execute("set local session_replication_role = replica");
        execute("update clock_fact set at = at" + earlier + " where clock_id = ?");
        connection.createStatement().execute("set local session_replication_role = origin");
    }

    private List<String> facts() throws SQLException {
        return texts("select fact || ' ' || (data - 'terms' - 'about') from clock_fact where clock_id = ? order by seq");
    }

    private List<String> told() throws SQLException {
        return texts("select type from outbox where key = ? order by seq");
    }

    /** Timers that are left, with their distance to the due time. */
    private List<String> timers() throws SQLException {
        return texts(
                "select t.kind || ' ' || (t.due_at - c.due_at) from timer t join clock c on c.id = t.ref where t.ref = ? order by t.kind");
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
