package org.gongdan.platform.timer;

import java.time.Instant;
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

    /** Cancels the timer; nothing happens when there is none. */
    public Uni<Void> cancel(Mutiny.Session session, String kind, UUID ref) {
        return Sql.update(session, "delete from timer where kind = $1 and ref = $2", kind, ref).replaceWithVoid();
    }
}
