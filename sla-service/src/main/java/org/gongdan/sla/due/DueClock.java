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
import org.gongdan.sla.promise.Subject;

/** A clock as a timer sees it, its row locked. Its cached due time is right as long as the generation is the timer's. */
record DueClock(UUID id, long version, boolean sameGeneration, Subject subject, String kind, ClockStatus status,
        Instant dueAt, int warnPercent, Instant now) {

    private static final Sql LOCK = Sql.of("""
            select id, version, generation, %s, kind, status, due_at, warn_percent, now() as now
            from clock where id = any(:ids) for update skip locked""".formatted(Subject.COLUMNS));

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
                row.integer("generation").equals(generations.get(row.id("id"))), Subject.of(row),
                row.text("kind"), row.constant("status", ClockStatus.class), row.instant("due_at"), row.integer("warn_percent"),
                row.instant("now"))).toList();
    }
}
