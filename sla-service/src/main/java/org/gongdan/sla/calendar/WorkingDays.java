package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts in days on which work is done, by a calendar. @param zone whose days */
public record WorkingDays(ZoneId zone) {

    private static final int FARTHEST = 10 * 366;

    /**
     * When work ends on the so-many-th working day after the day of an instant; around the clock a day ends at midnight.
     *
     * @param days at least 1
     * @throws IllegalArgumentException when the calendar has not so many working days in the ten years after it
     */
    public Instant endOf(Calendar calendar, Instant from, int days) {
        LocalDate today = from.atZone(zone).toLocalDate();
        int left = days;
        for (LocalDate day = today.plusDays(1); day.isBefore(today.plusDays(FARTHEST)); day = day.plusDays(1)) {
            Instant start = day.atStartOfDay(zone).toInstant();
            Duration work = calendar.between(start, day.plusDays(1).atStartOfDay(zone).toInstant());
            if (work.isPositive() && --left == 0) {
                return calendar.add(start, work);
            }
        }
        throw new IllegalArgumentException("there are no " + days + " working days after " + today);
    }
}
