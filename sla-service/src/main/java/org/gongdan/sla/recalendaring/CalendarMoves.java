package org.gongdan.sla.recalendaring;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.clock.ClockRows;

/** The statements by which open clocks go over to another revision of their calendar. */
final class CalendarMoves {

    /** A promise that was being made while the calendar was saved may name the earlier revision; its transaction is over by then. */
    private static final String LOOK_AGAIN_FOR = "2 minutes";
    /** Open clocks of earlier revisions, and those that were broken by an earlier one after the change. */
    private static final String OLDER = """

            where c.calendar in (select r.name || '@' || r.revision from calendar_revision r where r.name = :name and r.revision < :revision)
            and (c.status in ('RUNNING', 'PAUSED') or c.status = 'BREACHED' and c.breached_at > :at)""";

    private static final Sql UNDONE = Sql
            .of("select id, name, revision, at from calendar_move where done is null order by id for update skip locked");
    private static final Sql SOME = Sql
            .of(ClockRows.SELECT + OLDER + " and c.id <> all(:except) order by c.id limit :limit for update of c skip locked");
    private static final Sql COUNT = Sql.of("update calendar_move set clocks = clocks + :clocks where id = :id");
    private static final Sql FINISH = Sql
            .of("update calendar_move set done = now() where id = :id and at < now() - interval '" + LOOK_AGAIN_FOR
                    + "' and not exists (select 1 from clock c" + OLDER + ")");

    private CalendarMoves() {
    }

    record Move(long id, String name, int revision, Instant at) {

        String reference() {
            return name + "@" + revision;
        }
    }

    /** Moves that are not done, locked; another process works on those left out. */
    static List<Move> claim(Connection connection) throws SQLException {
        return UNDONE.bound().rows(connection).stream()
                .map(row -> new Move(row.number("id"), row.text("name"), row.integer("revision"), row.instant("at"))).toList();
    }

    /** Some open clocks counted by an earlier revision, locked. A clock that somebody is changing at this moment is left for the next look. */
    static List<ClockRows.Stored> some(Connection connection, Move move, Collection<UUID> except, int limit) throws SQLException {
        return ClockRows.stored(of(SOME, move).ids("except", except).with("limit", limit).rows(connection)).stream()
                .filter(stored -> !stored.missesFacts()).toList();
    }

    static void count(Connection connection, Move move, int clocks) throws SQLException {
        COUNT.with("clocks", clocks).with("id", move.id()).update(connection);
    }

    /** The move is done when no clock is left and none can come any more. */
    static void finish(Connection connection, Move move) throws SQLException {
        of(FINISH, move).with("id", move.id()).update(connection);
    }

    private static Bound of(Sql statement, Move move) {
        return statement.with("name", move.name()).with("revision", move.revision()).with("at", move.at());
    }
}
