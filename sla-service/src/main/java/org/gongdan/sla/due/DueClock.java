package org.gongdan.sla.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongdan.platform.timer.TimerHandler.Due;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.clock.ClockStatus;

/** A clock as a timer sees it, its row locked. Its cached due time is right as long as the generation is the timer's. */
record DueClock(UUID id, long version, boolean sameGeneration, UUID ticketId, UUID visitId, UUID shiftId, UUID customerId, String kind, ClockStatus status,
        Instant dueAt, int warnPercent, Instant now) {

    private static final Sql LOCK = Sql.of("""
            select id, version, generation, ticket_id, visit_id, shift_id, customer_id, kind, status, due_at, warn_percent, now() as now
            from clock where id = any(:ids) for update skip locked""");

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
        return LOCK.ids("ids", generations.keySet()).rows(connection).stream().map(row -> new DueClock(row.id("id"), row.number("version"),
                row.integer("generation").equals(generations.get(row.id("id"))), row.id("ticket_id"), row.id("visit_id"), row.id("shift_id"), row.id("customer_id"),
                row.text("kind"), row.constant("status", ClockStatus.class), row.instant("due_at"), row.integer("warn_percent"), row.instant("now"))).toList();
    }
}
