package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A clock on the wall, watched minute by minute: it jumps ahead when summer time begins, and when it ends it stands still until the hour is over,
 * because nobody puts it back.
 */
final class NaiveWall {

    private NaiveWall() {
    }

    /** What it shows in every minute of these days and the day after, in order. */
    static Map<Instant, LocalDateTime> minutes(ZoneId zone, LocalDate from, LocalDate to) {
        Map<Instant, LocalDateTime> shown = new LinkedHashMap<>();
        LocalDateTime wall = LocalDateTime.MIN;
        LocalDateTime end = to.plusDays(2).atStartOfDay();
        // A day earlier, so that it is right when the first day begins.
        Instant minute = from.minusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant().minusSeconds(86_400);
        while (wall.isBefore(end)) {
            LocalDateTime local = LocalDateTime.ofInstant(minute, zone);
            wall = local.isAfter(wall) ? local : wall;
            if (!wall.isBefore(from.atStartOfDay()) && wall.isBefore(end)) {
                shown.put(minute, wall);
            }
            minute = minute.plusSeconds(60);
        }
        return shown;
    }
}
