package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The same rules told another way: looks at the clock on the wall minute by minute. Shares the entered data with the real one, and nothing
 * else.
 */
public final class NaiveCalendar {

    private final CalendarContent content;

    public NaiveCalendar(CalendarContent content) {
        this.content = content;
    }

    /** Whether the minute that begins at this instant is working time. */
    public boolean counts(Instant minute) {
        ZonedDateTime wall = minute.atZone(content.zone());
        String time = "%02d:%02d".formatted(wall.getHour(), wall.getMinute());
        for (Object hours : hours(wall.toLocalDate())) {
            String[] ends = hours.toString().split("-");
            if (ends[0].compareTo(time) <= 0 && time.compareTo(ends[1]) < 0) {
                return true;
            }
        }
        return false;
    }

    public int minutes(Instant from, Instant to) {
        int counted = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            counted += counts(minute) ? 1 : 0;
        }
        return counted;
    }

    public Instant add(Instant from, int minutes) {
        Instant minute = from;
        for (int left = minutes; left > 0; minute = minute.plusSeconds(60)) {
            left -= counts(minute) ? 1 : 0;
        }
        return minute;
    }

    private List<?> hours(LocalDate date) {
        for (SpecialDay day : content.days()) {
            if (day.date().equals(date)) {
                return day.as() == null ? day.hours() : usual(date, day.as());
            }
        }
        return usual(date, date.getDayOfWeek());
    }

    private List<?> usual(LocalDate date, DayOfWeek weekday) {
        WeekPattern latest = null;
        for (WeekPattern week : content.weeks()) {
            boolean begun = week.from() == null || !week.from().isAfter(date);
            if (begun && (latest == null || latest.from() == null || week.from() != null && week.from().isAfter(latest.from()))) {
                latest = week;
            }
        }
        return latest.hours().containsKey(weekday) ? latest.hours().get(weekday) : List.of();
    }
}
