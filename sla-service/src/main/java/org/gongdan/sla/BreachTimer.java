package org.gongdan.sla;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.sla.SlaEvent.SlaBreached;

/** Breaks the promises whose due time has passed: a whole batch in three statements. The ledger of compensation looks at those of contracts. */
@ApplicationScoped
class BreachTimer implements TimerHandler {

    private static final String BREAK = """
            with broken as (
                update clock set status = 'BREACHED', breached_at = due_at, version = version + 1, facts = facts + 1
                where id = any(?) returning id, facts, due_at, generation, agreement_version),
            owing as (
                insert into timer (kind, ref, generation, due_at, fire_at)
                select 'sla-compensation', id, generation, now(), now() from broken where agreement_version is not null
                on conflict (kind, ref) do update set generation = excluded.generation, due_at = excluded.due_at, fire_at = excluded.fire_at, attempts = 0, error = null)
            insert into clock_fact (clock_id, seq, at, sequence, fact, data)
            select id, facts - 1, due_at, %d, 'BREACHED', '{}' from broken""".formatted(Recorded.OURS);

    private final Telling telling;

    BreachTimer(Telling telling) {
        this.telling = telling;
    }

    @Override
    public String kind() {
        return "sla-breach";
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        List<UUID> done = new ArrayList<>();
        List<UUID> broken = new ArrayList<>();
        List<Outbox.Entry> events = new ArrayList<>();
        for (DueClock clock : DueClock.lock(connection, timers)) {
            done.add(clock.id());
            if (clock.isStill(ClockStatus.RUNNING)) {
                broken.add(clock.id());
                events.add(new Outbox.Entry(new SlaBreached(clock.id(), clock.ticketId(), clock.visitId(), clock.shiftId(), clock.customerId(), clock.kind(),
                        clock.dueAt(), clock.dueAt()), clock.version() + 1, clock.dueAt()));
            }
        }
        if (!broken.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(BREAK)) {
                statement.setArray(1, connection.createArrayOf("uuid", broken.toArray()));
                statement.executeUpdate();
            }
            telling.add(connection, events);
        }
        return done;
    }
}
