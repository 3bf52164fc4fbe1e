package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * The only door to timers, which are durable: one per kind and aggregate, set and cancelled in the transaction that decides about them. Who writes
 * many rows by one statement puts {@link #setting} or {@link #cancelling} into it.
 */
@ApplicationScoped
public class Timers {

    private static final String INSERT = "insert into timer (kind, ref, generation, due_at, fire_at) ";
    private static final String ROWS = "select kind, ref, generation, due, due from (%s) as timers (kind, ref, generation, due)";
    private static final String REPLACE = """
             on conflict (kind, ref) do update set generation = excluded.generation, due_at = excluded.due_at, fire_at = excluded.fire_at,
                attempts = 0, error = null""";
    private static final String KEEP = " on conflict (kind, ref) do nothing";
    private static final String GIVEN = "select cast(:kind as text), * from unnest(cast(:refs as uuid[]), cast(:generations as "
            + "integer[]), cast(:due as timestamptz[]))";
    private static final Sql SET = Sql.of(setting(GIVEN));
    private static final Sql SET_MISSING = Sql.of(settingMissing(GIVEN));

    /**
     * @param ref        aggregate the timer belongs to
     * @param generation grows with every change of the aggregate's due time; the handler compares it and ignores older ones
     * @param dueAt      never fires before this time of the database's clock
     */
    public record Setting(UUID ref, int generation, Instant dueAt) {
    }

    /**
     * Part of a statement that sets timers, replacing earlier ones of the same kinds and aggregates.
     *
     * @param rows a query of kind, ref, generation and due time
     */
    public static String setting(String rows) {
        return INSERT + ROWS.formatted(rows) + REPLACE;
    }

    /** The same for those that are not set yet: one that is there stays as it is. */
    public static String settingMissing(String rows) {
        return INSERT + ROWS.formatted(rows) + KEEP;
    }

    /** Part of a statement that cancels timers. @param rows a query of kind and ref */
    public static String cancelling(String rows) {
        return "delete from timer where (kind, ref) in (" + rows + ")";
    }

    /** Sets the timer, replacing an earlier one of the same kind and aggregate. */
    public Uni<Void> set(Work work, String kind, UUID ref, int generation, Instant dueAt) {
        return set(work, kind, List.of(new Setting(ref, generation, dueAt)));
    }

    /** The same for many, by one statement. */
    public Uni<Void> set(Work work, String kind, Collection<Setting> timers) {
        return bound(SET, kind, timers).update(work).replaceWithVoid();
    }

    /** The same for background loops; the caller commits. */
    public void set(Connection connection, String kind, Collection<Setting> timers) throws SQLException {
        bound(SET, kind, timers).update(connection);
    }

    /** The same for those that are not set yet: one that is there stays as it is. */
    public void setMissing(Connection connection, String kind, Collection<Setting> timers) throws SQLException {
        bound(SET_MISSING, kind, timers).update(connection);
    }

    private static Bound bound(Sql statement, String kind, Collection<Setting> timers) {
        return statement.with("kind", kind).ids("refs", timers.stream().map(Setting::ref).toList())
                .integers("generations", timers.stream().map(Setting::generation).toList())
                .instants("due", timers.stream().map(Setting::dueAt).toList());
    }

    /**
     * Locks the due timers of another kind of these aggregates, so that a {@link TimerHandler} can let what was due earlier happen before its own
     * effect, in the same transaction. What was fired is then taken away with {@link #cancel(Connection, String, Collection)}.
     *
     * @return those that nobody else holds at this moment
     */
    public List<TimerHandler.Due> claim(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        return TimerTable.claim(connection, kind, refs);
    }

    /** Cancels the timer; nothing happens when there is none. */
    public Uni<Void> cancel(Work work, String kind, UUID ref) {
        return cancel(work, kind, List.of(ref));
    }

    /** The same for many, by one statement. */
    public Uni<Void> cancel(Work work, String kind, Collection<UUID> refs) {
        return TimerTable.REMOVE.with("kind", kind).ids("refs", refs).update(work).replaceWithVoid();
    }

    /** The same for background loops; the caller commits. */
    public void cancel(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        TimerTable.remove(connection, kind, refs);
    }
}
