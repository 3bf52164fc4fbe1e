package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.ClockTimers;
import org.gongdan.sla.clock.SlaPublisher;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SlaEvent.SlaEscalated;
import org.gongdan.sla.roster.Roster;

/**
 * Climbs the escalation ladders: one timer per clock, set to the next step. A clock's generation decides against changes by events, as it does
 * for warning and breach; what was told already stands among the facts, so that no step is told twice for the same due time.
 */
@ApplicationScoped
class EscalationTimer implements TimerHandler {

    private static final String LOCK = ClockRows.SELECT.replace("from clock c", ", now() from clock c") + " where c.id = any(?) order by c.id for update of c skip locked";

    private final SlaPublisher publisher;
    private final Calendars calendars;
    private final Kinds kinds;
    private final Roster roster;
    private final BreachTimer breaches;
    private final Timers timers;

    EscalationTimer(SlaPublisher publisher, Calendars calendars, Kinds kinds, Roster roster, BreachTimer breaches, Timers timers) {
        this.publisher = publisher;
        this.calendars = calendars;
        this.kinds = kinds;
        this.roster = roster;
        this.breaches = breaches;
        this.timers = timers;
    }

    private record Climb(Clock clock, List<Recorded> steps, Optional<Instant> next, Instant now) {
    }

    @Override
    public String kind() {
        return ClockTimers.ESCALATION;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        breaches.first(connection, timers.stream().map(Due::ref).toList());
        Map<UUID, Integer> generations = timers.stream().collect(Collectors.toMap(Due::ref, Due::generation));
        List<UUID> done = new ArrayList<>();
        List<Climb> climbs = new ArrayList<>();
        for (Climb climb : lock(connection, generations)) {
            climbs.add(climb);
            if (climb.next().isEmpty()) {
                done.add(climb.clock().id());
            }
        }
        note(connection, climbs);
        publisher.add(connection, events(connection, climbs));
        return done;
    }

    /**
     * A clock that somebody is changing at this moment, or has just changed, is left out; its timer stays due and is looked at again. So is one whose
     * breach is on its way: nobody hears of a step after the due time before he hears of the breach.
     */
    private List<Climb> lock(Connection connection, Map<UUID, Integer> generations) throws SQLException {
        List<ClockRows.Stored> rows = new ArrayList<>();
        Instant now = null;
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", generations.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(ClockRows.Stored.of(row));
                    now = row.getObject(ClockRows.COLUMNS + 1, OffsetDateTime.class).toInstant();
                }
            }
        }
        calendars.know(connection, ClockRows.calendars(rows));
        List<Climb> climbs = new ArrayList<>();
        for (ClockRows.Stored stored : rows) {
            Clock clock = stored.missesFacts() ? null : stored.clock(calendars);
            if (clock != null && (clock.status() != ClockStatus.RUNNING || clock.dueAt().isAfter(now))) {
                climbs.add(climb(clock, generations, now));
            }
        }
        return climbs;
    }

    private Climb climb(Clock clock, Map<UUID, Integer> generations, Instant now) {
        if (clock.generation() != generations.get(clock.id())) {
            return new Climb(clock, List.of(), Optional.empty(), now);
        }
        List<Rung> ladder = kinds.ladder(clock.kind());
        List<Recorded> steps = clock.escalate(ladder, now);
        return new Climb(clock, steps, clock.nextEscalation(ladder, now), now);
    }

    private void note(Connection connection, List<Climb> climbs) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update clock set version = ?, facts = ? where id = ?");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into clock_fact (clock_id, seq, at, sequence, fact, data) values (?, ?, ?, ?, ?, cast(? as jsonb))""")) {
            for (Climb climb : climbs) {
                Clock clock = climb.clock();
                if (!climb.steps().isEmpty()) {
                    update.setLong(1, clock.version());
                    update.setInt(2, clock.factCount());
                    update.setObject(3, clock.id());
                    update.addBatch();
                    int seq = clock.factCount() - climb.steps().size();
                    for (Recorded step : climb.steps()) {
                        insert.setObject(1, clock.id());
                        insert.setInt(2, seq++);
                        insert.setObject(3, step.fact().at().atOffset(ZoneOffset.UTC));
                        insert.setLong(4, step.sequence());
                        insert.setString(5, FactJson.name(step.fact()));
                        insert.setString(6, FactJson.data(step.fact()).toString());
                        insert.addBatch();
                    }
                }
            }
            update.executeBatch();
            insert.executeBatch();
        }
        timers.set(connection, ClockTimers.ESCALATION, climbs.stream().filter(climb -> climb.next().isPresent())
                .map(climb -> new Timers.Setting(climb.clock().id(), climb.clock().generation(), climb.next().get())).toList());
    }

    /** A step that is told late is told to who is on duty now: he can still do something. */
    private List<Outbox.Entry> events(Connection connection, List<Climb> climbs) throws SQLException {
        Map<String, List<String>> onDuty = new HashMap<>();
        List<Outbox.Entry> events = new ArrayList<>();
        for (Climb climb : climbs) {
            Clock clock = climb.clock();
            for (Recorded recorded : climb.steps()) {
                ClockFact.Escalated step = (ClockFact.Escalated) recorded.fact();
                String duty = roster.dutyOf(step.role());
                if (duty != null && !onDuty.containsKey(duty)) {
                    onDuty.put(duty, roster.onDuty(connection, duty, climb.now()));
                }
                events.add(new Outbox.Entry(new SlaEscalated(clock.id(), clock.ticketId(), clock.visitId(), clock.shiftId(), clock.customerId(), clock.kind(), clock.dueAt(),
                        step.step(), step.role(), duty, duty == null ? null : onDuty.get(duty), step.at()), clock.version(), step.at()));
            }
        }
        return events;
    }
}
