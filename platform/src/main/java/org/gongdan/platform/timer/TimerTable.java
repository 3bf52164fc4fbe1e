package org.gongdan.platform.timer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements of the timer loop. {@code now()} is the database's clock, the same for every process. */
final class TimerTable {

    private TimerTable() {
    }

    /** @param due kinds that have something to fire, the one that has waited longest first */
    record Look(Instant now, List<String> due) {
    }

    /**
     * One statement for all kinds, without a transaction, as nearly always nothing is due: one look into the index for each kind. {@code now()} can
     * use the index, {@code clock_timestamp()} could not.
     */
    static Look look(Connection connection, Collection<String> kinds) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement select = connection.prepareStatement("""
                select now(), array(
                    select asked.kind from unnest(?) as asked (kind)
                    cross join lateral (select fire_at from timer t where t.kind = asked.kind and fire_at <= now() order by fire_at limit 1) as oldest
                    order by oldest.fire_at)""")) {
            select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Look look = new Look(row.getObject(1, OffsetDateTime.class).toInstant(), List.of((String[]) row.getArray(2).getArray()));
                connection.setAutoCommit(false);
                return look;
            }
        }
    }

    /** Locks due timers; rows another process has locked are skipped. */
    static List<TimerHandler.Due> claim(Connection connection, String kind, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select ref, generation, due_at from timer where kind = ? and fire_at <= now()
                order by fire_at limit ? for update skip locked""")) {
            select.setString(1, kind);
            select.setInt(2, limit);
            return read(select);
        }
    }

    /** Locks due timers of these aggregates; rows somebody else has locked are skipped. */
    static List<TimerHandler.Due> claim(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select ref, generation, due_at from timer where kind = ? and ref = any(?) and fire_at <= now()
                order by fire_at for update skip locked""")) {
            select.setString(1, kind);
            select.setArray(2, connection.createArrayOf("uuid", refs.toArray()));
            return read(select);
        }
    }

    /** Locks one timer again after its batch was rolled back. @return false when it is gone, changed or locked elsewhere */
    static boolean claimAgain(Connection connection, String kind, TimerHandler.Due timer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select ref, generation, due_at from timer where kind = ? and ref = ? and generation = ? and fire_at <= now() for update skip locked""")) {
            select.setString(1, kind);
            select.setObject(2, timer.ref());
            select.setInt(3, timer.generation());
            return !read(select).isEmpty();
        }
    }

    static void remove(Connection connection, String kind, Collection<UUID> refs) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from timer where kind = ? and ref = any(?)")) {
            delete.setString(1, kind);
            delete.setArray(2, connection.createArrayOf("uuid", refs.toArray()));
            delete.executeUpdate();
        }
    }

    /** Tries again after 1, 2, 4 … seconds, at most 5 minutes. */
    static void postpone(Connection connection, String kind, TimerHandler.Due timer, String error) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update timer set attempts = attempts + 1, error = ?, fire_at = now() + least(300, power(2, least(attempts, 10))) * interval '1 second'
                where kind = ? and ref = ? and generation = ?""")) {
            update.setString(1, error);
            update.setString(2, kind);
            update.setObject(3, timer.ref());
            update.setInt(4, timer.generation());
            update.executeUpdate();
        }
    }

    private static List<TimerHandler.Due> read(PreparedStatement select) throws SQLException {
        List<TimerHandler.Due> due = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                due.add(new TimerHandler.Due(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
        return due;
    }
}
