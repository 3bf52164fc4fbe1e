package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Durable timers: one per kind and aggregate, set and cancelled in the transaction that decides about them. */
@ApplicationScoped
public class Timers {

    /**
     * Sets the timer, replacing an earlier one of the same kind and aggregate.
     *
     * @param generation grows with every change of the aggregate's due time; the handler compares it and ignores older ones
     * @param dueAt      never fires before this time of the database's clock
     */
    public Uni<Void> set(Mutiny.Session session, String kind, UUID ref, int generation, Instant dueAt) {
        return Sql.update(session, """
                insert into timer (kind, ref, generation, due_at, fire_at) values ($1, $2, $3, $4, $4)
                on conflict (kind, ref) do update set generation = excluded.generation, due_at = excluded.due_at, fire_at = excluded.fire_at,
                    attempts = 0, error = null""", kind, ref, generation, dueAt).replaceWithVoid();
    }

    /**
     * Locks the due timers of another kind of these aggregates, so that a {@link TimerHandler} can let what was due earlier happen before its own
     * effect, in the same transaction. What was fired is then taken away with {@link #done}.
     *
     * @return those that nobody else holds at this moment
     */
    public List<TimerHandler.Due> claim(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        return TimerTable.claim(connection, kind, refs);
    }

    /** Takes away timers that {@link #claim} locked. */
    public void done(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        TimerTable.remove(connection, kind, refs);
    }

    /** Cancels the timer; nothing happens when there is none. */
    public Uni<Void> cancel(Mutiny.Session session, String kind, UUID ref) {
        return Sql.update(session, "delete from timer where kind = $1 and ref = $2", kind, ref).replaceWithVoid();
    }
}
