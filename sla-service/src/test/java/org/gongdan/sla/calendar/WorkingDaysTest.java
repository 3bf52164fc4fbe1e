package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysTest {

    @Property(tries = 200)
    void lastMinuteOfWorkOfTheDayIsTheLastThatCountsOnTheWall(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int days) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        ZoneId zone = any.data().zone();
        Instant from = any.minute();

        // When
        Instant end = new WorkingDays(zone).endOf(any.calendar(), from, days);

        // Then
        assertEquals(naive(new NaiveCalendar(any.data()), from, days, zone), end);
    }

    @Example
    void aroundTheClockADayEndsAtMidnight() {
        // When
        Instant end = new WorkingDays(ZoneId.of("Asia/Shanghai")).endOf(Calendar.AROUND_THE_CLOCK, Instant.parse("2026-11-22T07:30:00Z"),
                1);

        // Then
        assertEquals(Instant.parse("2026-11-23T16:00:00Z"), end);
    }

    /** Walks minute by minute from the next day on; a day with a minute of work is a working day, and its work ends with its last one. */
    private static Instant naive(NaiveCalendar calendar, Instant from, int days, ZoneId zone) {
        LocalDate today = from.atZone(zone).toLocalDate();
        LocalDate current = null;
        Instant end = null;
        int seen = 0;
        for (Instant minute = today.plusDays(1).atStartOfDay(zone).toInstant();; minute = minute.plusSeconds(60)) {
            LocalDate day = minute.atZone(zone).toLocalDate();
            if (calendar.counts(minute)) {
                if (!day.equals(current)) {
                    if (seen == days) {
                        return end;
                    }
                    seen++;
                    current = day;
                }
                end = minute.plusSeconds(60);
            }
        }
    }
}
