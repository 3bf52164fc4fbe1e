package org.gongdan.stack.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which days are played: three weeks until now, and so much before that the month that is over has ten days of which a report can tell.
 *
 * @param first day
 * @param now   when the play ends
 */
record Days(LocalDate first, Instant now) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final LocalTime CLOSING = LocalTime.of(20, 30);
    private static final int WEEKS = 3;
    private static final int OF_LAST_MONTH = 9;

    static Days until(Instant now) {
        var today = LocalDate.ofInstant(now, ZONE);
        var weeks = today.minusWeeks(WEEKS);
        var month = YearMonth.from(today).minusMonths(1).atEndOfMonth().minusDays(OF_LAST_MONTH);
        return new Days(weeks.isBefore(month) ? weeks : month, now);
    }

    /** The same first day and another end. */
    Days endingAt(Instant end) {
        return new Days(first, end);
    }

    /** Only so many days, for a test. */
    static Days last(int days, Instant now) {
        return new Days(LocalDate.ofInstant(now, ZONE).minusDays(days), now);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first);
    }

    /** When the curtain rises: before anybody is at work. */
    Instant begin() {
        return at(first, LocalTime.of(7, 30));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    YearMonth reported() {
        return YearMonth.from(today()).minusMonths(1);
    }

    /** The days before today. */
    List<LocalDate> past() {
        var days = new ArrayList<LocalDate>();
        first.datesUntil(today()).forEach(days::add);
        return days;
    }

    /** Whether customers are open at the end: at night nobody is on the road, and only alerts and the portal report. */
    boolean endsByDay() {
        var time = LocalTime.ofInstant(now, ZONE);
        return !time.isBefore(OPENING) && time.isBefore(CLOSING);
    }

    boolean isRecent(LocalDate day) {
        return !day.isBefore(today().minusWeeks(WEEKS));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return at(day, LocalTime.of(hour, minute));
    }

    /** So long after it. */
    static Instant after(Instant time, int minutes) {
        return time.plus(Duration.ofMinutes(minutes));
    }

    /** The next full quarter of an hour: people promise nothing else. */
    static Instant quarter(Instant time) {
        var quarter = Duration.ofMinutes(15).toSeconds();
        return Instant.ofEpochSecond((time.getEpochSecond() + quarter - 1) / quarter * quarter);
    }
}
