package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.ClockTimers;
import org.gongdan.sla.clock.SlaPublisher;
import org.gongdan.sla.promise.ClockFact.Breached;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.SlaEvent.SlaBreached;

/**
 * Breaks the promises whose due time has passed: a whole batch in a few statements. The ledger of compensation looks at those of contracts.
 * Timers of one clock have their effect in the order of their due times: what had been due before and was not told is stale now; the breach says so.
 */
@ApplicationScoped
class BreachTimer implements TimerHandler {

    private static final Sql BREAK = Sql.of("""
            with late as (
                select c.id, array_agg(case t.kind when '%2$s' then '%4$s' else '%5$s' end order by t.kind desc) as untold
                from clock c join timer t on t.ref = c.id and t.kind in ('%2$s', '%3$s') and t.due_at < c.due_at
                where c.id = any(:ids) group by c.id),
            broken as (
                update clock set status = 'BREACHED', breached_at = due_at, version = version + 1, facts = facts + 1
                where id = any(:ids) returning id, facts, due_at, generation, agreement_version),
            owing as (
                %1$s),
            noted as (
                insert into clock_fact (clock_id, seq, at, sequence, fact, data)
                select b.id, b.facts - 1, b.due_at, %6$d, 'BREACHED', case when l.id is null then '{}' else jsonb_build_object('untold', l.untold) end
                from broken b left join late l on l.id = b.id)
            select id, untold from late""".formatted(
            Timers.setting(
                    "select '" + ClockTimers.COMPENSATION + "', id, generation, now() from broken where agreement_version is not null"),
            ClockTimers.WARNING, ClockTimers.ESCALATION, Breached.WARNING, Breached.ESCALATION, Recorded.OURS));

    private final SlaPublisher publisher;
    private final Timers timers;

    BreachTimer(SlaPublisher publisher, Timers timers) {
        this.publisher = publisher;
        this.timers = timers;
    }

    @Override
    public String kind() {
        return ClockTimers.BREACH;
    }

    /** Lets the breaches of these clocks happen that are due, before something else happens to them. */
    void first(Connection connection, Collection<UUID> clocks) throws SQLException {
        List<Due> due = timers.claim(connection, ClockTimers.BREACH, clocks);
        if (!due.isEmpty()) {
            timers.cancel(connection, ClockTimers.BREACH, fire(connection, due));
        }
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> due) throws SQLException {
        List<DueClock> locked = DueClock.lock(connection, due);
        List<DueClock> broken = locked.stream().filter(clock -> clock.isStill(ClockStatus.RUNNING)).toList();
        if (!broken.isEmpty()) {
            Map<UUID, List<String>> untold = note(connection, broken);
            List<Outbox.Entry> events = new ArrayList<>();
            for (DueClock clock : broken) {
                events.add(new Outbox.Entry(new SlaBreached(clock.id(), clock.subject(), clock.kind(),
                        clock.dueAt(), clock.dueAt(), untold.get(clock.id())), clock.version() + 1, clock.dueAt()));
            }
            publisher.add(connection, events);
        }
        return locked.stream().map(DueClock::id).toList();
    }

    /** @return what was left untold, of those of which anything was */
    private static Map<UUID, List<String>> note(Connection connection, List<DueClock> broken) throws SQLException {
        return BREAK.ids("ids", broken.stream().map(DueClock::id).toList()).rows(connection).stream()
                .collect(Collectors.toMap(row -> row.id("id"), row -> row.texts("untold")));
    }
}
