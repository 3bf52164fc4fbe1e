package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/** Counts in days on which work is done: those of which any time counts in a calendar. @param zone whose days */
public record WorkingDays(ZoneId zone) {

    /**
     * When work ends on the so-many-th working day after the day of an instant; around the clock a day ends at midnight.
     *
     * @param days at least 1
     * @return the end of 2199 when the calendar has not so many
     */
    public Instant endOf(Calendar calendar, Instant from, int days) {
        int left = days;
        for (LocalDate day = from.atZone(zone).toLocalDate().plusDays(1); day.getYear() <= WorkingCalendar.LAST_YEAR; day = day
                .plusDays(1)) {
            Duration work = work(calendar, day);
            if (work.isPositive() && --left == 0) {
                return calendar.add(start(day), work);
            }
        }
        return WorkingCalendar.END;
    }

    /** @return that time of the month's so-many-th working day; of its last day when it has not as many */
    public Instant nth(Calendar calendar, YearMonth month, int day, LocalTime time) {
        int found = 0;
        LocalDate date = month.atDay(1);
        for (; date.isBefore(month.atEndOfMonth()); date = date.plusDays(1)) {
            found += work(calendar, date).isPositive() ? 1 : 0;
            if (found == day) {
                break;
            }
        }
        return date.atTime(time).atZone(zone).toInstant();
    }

    private Duration work(Calendar calendar, LocalDate day) {
        return calendar.between(start(day), start(day.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
