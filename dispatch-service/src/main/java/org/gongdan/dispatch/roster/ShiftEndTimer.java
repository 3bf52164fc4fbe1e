package org.gongdan.dispatch.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.dispatch.roster.RosterEvent.ShiftEnded;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/**
 * Says that a published shift has ended, and whether somebody came after it. A shift of the same person that goes on with the duty, or
 * another duty's shift, relieves nobody.
 */
@ApplicationScoped
class ShiftEndTimer implements TimerHandler {

    static final String KIND = "shift-end";

    private static final Sql LOCK = Sql.of("""
            select s.id, s.version, s.duty, s.person, s.starts_at, s.ends_at, s.status in ('PUBLISHED', 'SWAP_ASKED', 'SWAP_ACCEPTED') as published,
                exists (select 1 from shift n where n.duty = s.duty and n.person = s.person and %1$s) as goes_on,
                (select n.person from shift n where n.duty = s.duty and n.person <> s.person and %1$s order by n.starts_at desc, n.id limit 1) as successor
            from shift s where s.id = any(:shifts) for update of s skip locked""".formatted(OnDuty.at("n", "s.ends_at")));
    private static final Sql ENDED = Sql.of("update shift set version = version + 1 where id = any(:shifts)");

    private final Outbox outbox;

    ShiftEndTimer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A shift that somebody is changing at this moment is left out; its timer stays due. */
    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        List<Row> shifts = LOCK.ids("shifts", timers.stream().map(Due::ref).toList()).rows(connection);
        List<Row> ended = shifts.stream().filter(row -> row.flag("published")).toList();
        ENDED.ids("shifts", ended.stream().map(row -> row.id("id")).toList()).update(connection);
        outbox.add(connection, ended.stream().map(ShiftEndTimer::fact).toList());
        return shifts.stream().map(row -> row.id("id")).toList();
    }

    private static Outbox.Entry fact(Row row) {
        Instant end = row.instant("ends_at");
        String successor = row.flag("goes_on") ? null : row.text("successor");
        return new Outbox.Entry(
                new ShiftEnded(row.id("id"), row.text("duty"), row.text("person"), row.instant("starts_at"), end, successor != null,
                        successor, end),
                row.number("version") + 1, end);
    }
}
