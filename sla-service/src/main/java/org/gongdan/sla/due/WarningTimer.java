package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.ClockTimers;
import org.gongdan.sla.clock.SlaPublisher;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.SlaEvent.SlaWarned;

/**
 * Warns of promises whose due time draws near. Nobody is warned of what is broken already: the breach comes first then, and says that no
 * warning could be told.
 */
@ApplicationScoped
class WarningTimer implements TimerHandler {

    private static final Sql WARN = Sql.of("""
            with warned as (
                update clock set version = version + 1, facts = facts + 1 where id = any(:ids) returning id, facts, warn_percent)
            insert into clock_fact (clock_id, seq, at, sequence, fact, data)
            select id, facts - 1, :at, %d, 'WARNED', jsonb_build_object('percent', warn_percent) from warned""".formatted(Recorded.OURS));

    private final SlaPublisher publisher;
    private final BreachTimer breaches;

    WarningTimer(SlaPublisher publisher, BreachTimer breaches) {
        this.publisher = publisher;
        this.breaches = breaches;
    }

    @Override
    public String kind() {
        return ClockTimers.WARNING;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        breaches.first(connection, timers.stream().map(Due::ref).toList());
        List<DueClock> locked = DueClock.lock(connection, timers);
        List<DueClock> warned = locked.stream().filter(clock -> clock.isStill(ClockStatus.RUNNING) && !clock.isDue()).toList();
        if (!warned.isEmpty()) {
            WARN.ids("ids", warned.stream().map(DueClock::id).toList()).with("at", warned.getFirst().now()).update(connection);
            List<Outbox.Entry> events = new ArrayList<>();
            for (DueClock clock : warned) {
                events.add(new Outbox.Entry(new SlaWarned(clock.id(), clock.subject(), clock.kind(),
                        clock.dueAt(), clock.warnPercent(), clock.now()), clock.version() + 1, clock.now()));
            }
            publisher.add(connection, events);
        }
        return locked.stream().filter(clock -> !clock.isStill(ClockStatus.RUNNING) || !clock.isDue()).map(DueClock::id).toList();
    }
}
