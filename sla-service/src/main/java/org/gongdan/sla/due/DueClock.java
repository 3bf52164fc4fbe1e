package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongdan.platform.timer.TimerHandler.Due;
import org.gongdan.sla.clock.ClockStatus;

/** A clock as a timer sees it, its row locked. Its cached due time is right as long as the generation is the timer's. */
record DueClock(UUID id, long version, boolean sameGeneration, UUID ticketId, UUID visitId, UUID shiftId, UUID customerId, String kind, ClockStatus status,
        Instant dueAt, int warnPercent, Instant now) {

    boolean isStill(ClockStatus wanted) {
        return sameGeneration && status == wanted;
    }

    /** Its time has passed; when it still runs, its breach is on its way. */
    boolean isDue() {
        return !dueAt.isAfter(now);
    }

    /** A clock that somebody is changing at this moment is left out; its timer stays due and is looked at again. */
    static List<DueClock> lock(Connection connection, List<Due> timers) throws SQLException {
        Map<UUID, Integer> generations = timers.stream().collect(Collectors.toMap(Due::ref, Due::generation));
        List<DueClock> clocks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select id, version, generation, ticket_id, visit_id, customer_id, kind, status, due_at, warn_percent, now(), shift_id
                from clock where id = any(?) for update skip locked""")) {
            select.setArray(1, connection.createArrayOf("uuid", generations.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    clocks.add(new DueClock(id, row.getLong(2), row.getInt(3) == generations.get(id), row.getObject(4, UUID.class),
                            row.getObject(5, UUID.class), row.getObject(12, UUID.class), row.getObject(6, UUID.class), row.getString(7),
                            ClockStatus.valueOf(row.getString(8)), instant(row, 9), row.getInt(10), instant(row, 11)));
                }
            }
        }
        return clocks;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
