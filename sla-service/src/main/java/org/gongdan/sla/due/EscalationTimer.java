package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.ClockTimers;
import org.gongdan.sla.clock.SlaPublisher;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
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

    private static final Sql LOCK = Sql.of(ClockRows.SELECT + " where c.id = any(:ids) order by c.id for update of c skip locked");
    private static final Sql CLIMBED = Sql.of("""
            with noted as (%s)
            update clock set version = climbed.version, facts = climbed.facts
            from unnest(cast(:ids as uuid[]), cast(:versions as bigint[]), cast(:counts as integer[])) as climbed (id, version, facts)
            where clock.id = climbed.id""".formatted(ClockRows.NOTE));

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
        List<ClockRows.Stored> rows = ClockRows.stored(LOCK.ids("ids", generations.keySet()).rows(connection));
        calendars.know(connection, ClockRows.calendars(rows));
        List<Climb> climbs = new ArrayList<>();
        for (ClockRows.Stored stored : rows) {
            Instant now = stored.row().instant("now");
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
        List<Climb> climbed = climbs.stream().filter(climb -> !climb.steps().isEmpty()).toList();
        if (!climbed.isEmpty()) {
            List<Clock> clocks = climbed.stream().map(Climb::clock).toList();
            CLIMBED.ids("ids", clocks.stream().map(Clock::id).toList()).numbers("versions", clocks.stream().map(Clock::version).toList())
                    .integers("counts", clocks.stream().map(Clock::factCount).toList())
                    .with("facts",
                            ClockRows.facts(climbed.stream().map(climb -> Clock.Change.noted(climb.clock(), climb.steps())).toList()))
                    .update(connection);
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
                events.add(new Outbox.Entry(new SlaEscalated(clock.id(), clock.subject(), clock.kind(), clock.dueAt(),
                        step.step(), step.role(), duty, duty == null ? null : onDuty.get(duty), step.at()), clock.version(), step.at()));
            }
        }
        return events;
    }
}
