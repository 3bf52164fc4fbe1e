package org.gongdan.sla.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.ClockTable;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.clock.Effect;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Derives clocks anew from facts that were put together elsewhere, and writes what follows from them: columns and timers. Tells nobody. */
@ApplicationScoped
public class Rederivation {

    private static final Sql NEXT = Sql.of(ClockRows.SELECT + " where c.id > :after order by c.id limit 500");

    private final Calendars calendars;
    private final ClockTable table;

    Rederivation(Calendars calendars, ClockTable table) {
        this.calendars = calendars;
        this.table = table;
    }

    /** All clocks this connection sees; the caller commits. @return how many */
    public int all(Connection connection) throws SQLException {
        int derived = 0;
        for (List<Clock> clocks = next(connection, new UUID(0, 0)); !clocks.isEmpty(); clocks = next(connection, clocks.getLast().id())) {
            table.save(connection, clocks.stream().map(clock -> Clock.Change.noted(clock, List.of())).toList());
            derived += clocks.size();
        }
        return derived;
    }

    /**
     * Whether two lists of facts of one clock come to the same, step by step. What was told after the end of a promise stays with it or not,
     * depending on what was known when it was told; it has no effect and is left out here.
     *
     * @param one JSON array of facts, each an array of its name, time, sequence, data and event; the calendars they name are known by {@link #all}
     */
    public boolean sameSteps(JsonNode one, JsonNode other) {
        return steps(one).equals(steps(other));
    }

    private record Step(ClockFact fact, Effect effect, Instant due, ClockStatus status) {
    }

    private List<Step> steps(JsonNode facts) {
        List<Recorded> recorded = new ArrayList<>();
        facts.forEach(fact -> recorded.add(new Recorded(
                FactJson.read(fact.get(0).asText(), OffsetDateTime.parse(fact.get(1).asText()).toInstant(), (ObjectNode) fact.get(3)),
                fact.get(2).asLong(), null)));
        return Derivation.steps(recorded, calendars::named).stream().filter(step -> step.effect() != Effect.NONE)
                .map(step -> new Step(step.fact(), step.effect(), step.dueAt(), step.status())).toList();
    }

    private List<Clock> next(Connection connection, UUID after) throws SQLException {
        List<ClockRows.Stored> rows = ClockRows.stored(NEXT.with("after", after).rows(connection));
        calendars.know(connection, ClockRows.calendars(rows));
        return rows.stream().map(stored -> stored.clock(calendars)).toList();
    }
}
