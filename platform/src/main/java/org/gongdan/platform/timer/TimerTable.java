package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** The statements of the timer loop. {@code now()} is the database's clock, the same for every process. */
final class TimerTable {

    private static final Sql LOOK = Sql.of("""
            with oldest as materialized (
                select asked.kind, t.fire_at from unnest(cast(:kinds as text[])) as asked (kind)
                cross join lateral (select fire_at from timer where kind = asked.kind order by fire_at limit 1) as t)
            select now() as now, array(select kind from oldest where fire_at <= now() order by fire_at) as due,
                (select min(fire_at) from oldest where fire_at > now()) as next""");
    private static final Sql CLAIM = Sql.of("""
            select ref, generation, due_at from timer where kind = :kind and fire_at <= now()
            order by fire_at limit :limit for update skip locked""");
    private static final Sql CLAIM_OF = Sql.of("""
            select ref, generation, due_at from timer where kind = :kind and ref = any(:refs) and fire_at <= now()
            order by fire_at for update skip locked""");
    private static final Sql CLAIM_AGAIN = Sql.of("""
            select ref, generation, due_at from timer where kind = :kind and ref = :ref and generation = :generation and fire_at <= now()
            for update skip locked""");
    static final Sql REMOVE = Sql.of("delete from timer where kind = :kind and ref = any(:refs)");
    private static final Sql POSTPONE = Sql.of("""
            update timer set attempts = attempts + 1, error = :error, fire_at = now() + least(300, power(2, least(attempts, 10))) * interval '1 second'
            where kind = :kind and ref = :ref and generation = :generation""");

    /** A loop's session bears its name; whoever has just lost his is not counted for a moment. */
    private static final Sql PROCESSES = Sql.of("""
            select count(*) as processes from pg_stat_activity
            where datname = current_database() and usename = current_user and application_name = current_setting('application_name')""");

    private TimerTable() {
    }

    /**
     * @param due  kinds that have something to fire, the one that has waited longest first
     * @param next when the first of the others falls due; null when there is none
     */
    record Look(Instant now, List<String> due, Instant next) {
    }

    /**
     * One statement for all kinds, without a transaction, as nearly always nothing is due: one look into the index for each kind.
     */
    static Look look(Connection connection, Collection<String> kinds) throws SQLException {
        connection.setAutoCommit(true);
        Row row = LOOK.texts("kinds", kinds).row(connection);
        connection.setAutoCommit(false);
        return new Look(row.instant("now"), row.texts("due"), row.instant("next"));
    }

    /** How many processes of the service fire timers by such a loop as the one whose connection this is; one at least. */
    static int processes(Connection connection) throws SQLException {
        int processes = Math.toIntExact(PROCESSES.bound().row(connection).number("processes"));
        connection.commit();
        return Math.max(1, processes);
    }

    /** Locks due timers; rows another process has locked are skipped. */
    static List<TimerHandler.Due> claim(Connection connection, String kind, int limit) throws SQLException {
        return due(CLAIM.with("kind", kind).with("limit", limit), connection);
    }

    /** Locks due timers of these aggregates; rows somebody else has locked are skipped. */
    static List<TimerHandler.Due> claim(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        return due(CLAIM_OF.with("kind", kind).ids("refs", refs), connection);
    }

    /** Locks one timer again after its batch was rolled back. @return false when it is gone, changed or locked elsewhere */
    static boolean claimAgain(Connection connection, String kind, TimerHandler.Due timer) throws SQLException {
        return !due(CLAIM_AGAIN.with("kind", kind).with("ref", timer.ref()).with("generation", timer.generation()), connection).isEmpty();
    }

    static void remove(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        REMOVE.with("kind", kind).ids("refs", refs).update(connection);
    }

    /** Tries again after 1, 2, 4 … seconds, at most 5 minutes. */
    static void postpone(Connection connection, String kind, TimerHandler.Due timer, String error) throws SQLException {
        POSTPONE.with("error", error).with("kind", kind).with("ref", timer.ref()).with("generation", timer.generation()).update(connection);
    }

    private static List<TimerHandler.Due> due(Bound query, Connection connection) throws SQLException {
        return query.rows(connection).stream()
                .map(row -> new TimerHandler.Due(row.id("ref"), row.integer("generation"), row.instant("due_at"))).toList();
    }
}
