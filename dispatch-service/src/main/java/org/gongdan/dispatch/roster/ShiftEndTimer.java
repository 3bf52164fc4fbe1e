package org.gongdan.dispatch.roster;

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

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.dispatch.roster.RosterEvent.ShiftEnded;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;

/**
 * Says that a published shift has ended, and whether somebody came after it. A shift of the same person that goes on with the duty, or
 * another duty's shift, relieves nobody.
 */
@ApplicationScoped
class ShiftEndTimer implements TimerHandler {

    static final String KIND = "shift-end";

    private static final String LOCK = """
            select s.id, s.version, s.duty, s.person, s.starts_at, s.ends_at, s.status in ('PUBLISHED', 'SWAP_ASKED', 'SWAP_ACCEPTED'),
                exists (select 1 from shift n where n.duty = s.duty and n.person = s.person and %1$s),
                (select n.person from shift n where n.duty = s.duty and n.person <> s.person and %1$s order by n.starts_at desc, n.id limit 1)
            from shift s where s.id = any(?) for update of s skip locked""".formatted(OnDuty.at("n", "s.ends_at"));

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
        List<UUID> locked = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        List<Outbox.Entry> facts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", timers.stream().map(Due::ref).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    locked.add(id);
                    if (row.getBoolean(7)) {
                        ended.add(id);
                        Instant end = instant(row, 6);
                        String successor = row.getBoolean(8) ? null : row.getString(9);
                        facts.add(new Outbox.Entry(new ShiftEnded(id, row.getString(3), row.getString(4), instant(row, 5), end, successor != null, successor, end),
                                row.getLong(2) + 1, end));
                    }
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update shift set version = version + 1 where id = any(?)")) {
            update.setArray(1, connection.createArrayOf("uuid", ended.toArray()));
            update.executeUpdate();
        }
        outbox.add(connection, facts);
        return locked;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
