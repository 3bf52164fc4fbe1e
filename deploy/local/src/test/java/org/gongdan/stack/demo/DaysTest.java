package org.gongdan.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
            // An evening in the middle of the week, the last day of a month, the first one, a leap year, a year's first minute in Shanghai.
            "2026-11-27T10:30:00Z, 2026-10-22, 2026-10",
            "2026-11-30T03:00:00Z, 2026-10-22, 2026-10",
            "2026-12-01T00:10:00Z, 2026-11-10, 2026-11",
            "2028-03-25T05:00:00Z, 2028-02-20, 2028-02",
            "2026-12-31T16:01:00Z, 2026-12-11, 2026-12"})
    void theStoryCoversThreeWeeksAndTenDaysOfTheMonthThatIsOver(Instant now, LocalDate first, YearMonth reported) {
        // When
        var days = Days.until(now);

        // Then
        assertEquals(first, days.first());
        assertEquals(reported, days.reported());
        assertEquals(LocalDate.ofInstant(now, Days.ZONE), days.past().getLast().plusDays(1));
    }

    @Test
    void onlyTheLastThreeWeeksAreBusy() {
        // Given
        var days = Days.until(Instant.parse("2026-11-27T10:30:00Z"));

        // When
        var recent = days.past().stream().filter(days::isRecent).toList();

        // Then
        assertEquals(21, recent.size());
        assertFalse(days.isRecent(LocalDate.parse("2026-11-05")));
        assertTrue(days.isRecent(LocalDate.parse("2026-11-06")));
    }

    @Test
    void peoplePromiseFullQuartersOfAnHour() {
        // When
        var promised = Days.quarter(Instant.parse("2026-11-27T10:31:07Z"));

        // Then
        assertEquals(Instant.parse("2026-11-27T10:45:00Z"), promised);
        assertEquals(promised, Days.quarter(promised));
    }
}
