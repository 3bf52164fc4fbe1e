package org.gongdan.sla.recalendaring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.clock.ClockRows;

/** The statements by which open clocks go over to another revision of their calendar. */
final class CalendarMoves {

    /** A promise that was being made while the calendar was saved may name the earlier revision; its transaction is over by then. */
    private static final String LOOK_AGAIN_FOR = "2 minutes";
    /** Open clocks of earlier revisions, and those that were broken by an earlier one after the change. */
    private static final String OLDER = """

            where c.calendar in (select r.name || '@' || r.revision from calendar_revision r where r.name = ? and r.revision < ?)
            and (c.status in ('RUNNING', 'PAUSED') or c.status = 'BREACHED' and c.breached_at > ?)""";

    private CalendarMoves() {
    }

    record Move(long id, String name, int revision, Instant at) {

        String reference() {
            return name + "@" + revision;
        }
    }

    /** Moves that are not done, locked; another process works on those left out. */
    static List<Move> claim(Connection connection) throws SQLException {
        List<Move> moves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select id, name, revision, at from calendar_move where done is null order by id for update skip locked""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                moves.add(new Move(row.getLong(1), row.getString(2), row.getInt(3), row.getObject(4, OffsetDateTime.class).toInstant()));
            }
        }
        return moves;
    }

    /** Some open clocks counted by an earlier revision, locked. A clock that somebody is changing at this moment is left for the next look. */
    static List<ClockRows.Stored> some(Connection connection, Move move, Collection<UUID> except, int limit) throws SQLException {
        List<ClockRows.Stored> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                ClockRows.SELECT + OLDER + " and c.id <> all(?) order by c.id limit ? for update of c skip locked")) {
            older(select, 1, move);
            select.setArray(4, connection.createArrayOf("uuid", except.toArray()));
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(ClockRows.Stored.of(row));
                }
            }
        }
        return found.stream().filter(stored -> !stored.missesFacts()).toList();
    }

    static void count(Connection connection, Move move, int clocks) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update calendar_move set clocks = clocks + ? where id = ?")) {
            update.setInt(1, clocks);
            update.setLong(2, move.id());
            update.executeUpdate();
        }
    }

    /** The move is done when no clock is left and none can come any more. */
    static void finish(Connection connection, Move move) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update calendar_move set done = now() where id = ? and at < now() - interval '"
                + LOOK_AGAIN_FOR + "' and not exists (select 1 from clock c" + OLDER + ")")) {
            update.setLong(1, move.id());
            older(update, 2, move);
            update.executeUpdate();
        }
    }

    private static void older(PreparedStatement statement, int first, Move move) throws SQLException {
        statement.setString(first, move.name());
        statement.setInt(first + 1, move.revision());
        statement.setObject(first + 2, move.at().atOffset(ZoneOffset.UTC));
    }
}
