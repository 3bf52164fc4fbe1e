package org.gongdan.sla.monthly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

import org.gongdan.sla.calendar.Calendar;

/** Finds working days: those of which any time counts in a calendar. */
final class WorkingDays {

    private WorkingDays() {
    }

    /** @return that time of the month's so-and-so-many-th working day; of its last day when it has not as many */
    static Instant nth(YearMonth month, int day, LocalTime time, ZoneId zone, Calendar calendar) {
        int found = 0;
        LocalDate date = month.atDay(1);
        for (; date.isBefore(month.atEndOfMonth()); date = date.plusDays(1)) {
            found += works(date, zone, calendar) ? 1 : 0;
            if (found == day) {
                break;
            }
        }
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static boolean works(LocalDate date, ZoneId zone, Calendar calendar) {
        return calendar.between(date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant()).isPositive();
    }
}
