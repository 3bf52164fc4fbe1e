package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WorkingDaysOfMonthsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    /** Works from nine to five on all days but weekends and these. */
    private static Calendar without(Set<LocalDate> off) {
        return new Calendar() {
            @Override
            public Instant add(Instant from, Duration counted) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Duration between(Instant from, Instant to) {
                LocalDate date = from.atZone(SHANGHAI).toLocalDate();
                return isOff(date, off) ? Duration.ZERO : Duration.ofHours(8);
            }
        };
    }

    private static boolean isOff(LocalDate date, Set<LocalDate> off) {
        return off.contains(date) || date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void theFirstWorkingDayComesAfterTheHolidays() {
        // Given
        Set<LocalDate> golden = LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).collect(Collectors.toSet());

        // When
        Instant found = new WorkingDays(SHANGHAI).nth(without(golden), YearMonth.of(2026, 10), 1, EIGHT);

        // Then
        assertEquals(Instant.parse("2026-10-08T00:00:00Z"), found);
    }

    @Property
    void itIsTheDayThatCountingOneByOneFinds(@ForAll @IntRange(min = 1, max = 12) int month, @ForAll @IntRange(min = 1, max = 25) int day,
            @ForAll @Size(max = 12) Set<@IntRange(min = 1, max = 28) Integer> off) {
        // Given
        YearMonth in = YearMonth.of(2026, month);
        Set<LocalDate> days = off.stream().map(in::atDay).collect(Collectors.toSet());
        List<LocalDate> worked = new ArrayList<>();
        for (int date = 1; date <= in.lengthOfMonth(); date++) {
            if (!isOff(in.atDay(date), days)) {
                worked.add(in.atDay(date));
            }
        }
        LocalDate expected = worked.size() >= day ? worked.get(day - 1) : in.atEndOfMonth();

        // When
        Instant found = new WorkingDays(SHANGHAI).nth(without(days), in, day, EIGHT);

        // Then
        assertEquals(expected.atTime(EIGHT).atZone(SHANGHAI).toInstant(), found);
    }
}
