package org.gongdan.dispatch.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.validation.constraints.NotNull;

/** Hours of a weekday during which somebody must be on duty. @param to not after {@code from}: on the next day */
record Hours(@NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {

    Interval on(LocalDate date, WallClock wall) {
        return interval(date, from, to, wall);
    }

    /** @param to not after {@code from}: on the next day */
    static Interval interval(LocalDate date, LocalTime from, LocalTime to, WallClock wall) {
        LocalDate last = to.isAfter(from) ? date : date.plusDays(1);
        return new Interval(wall.instant(date.atTime(from)), wall.instant(last.atTime(to)));
    }
}
