package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;

/** Calendars count from 1950 to 2199. Within, any sum can be asked for, however little of the week is worked; beyond, no time counts. */
class CalendarRangeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    /** One minute of work a week. */
    private static final CalendarContent MEAGRE = new CalendarContent("meagre", null, SHANGHAI,
            List.of(new WeekPattern(null, Map.of(DayOfWeek.MONDAY, List.of(Hours.parse("09:00-09:01"))))), List.of());

    /** Found by jqwik's seed 7157247935346123073 of whatWasAddedLiesBetween: so little working time that it takes all of it since 1950. */
    @Test
    void countingBackEndsWhereCalendarsBegin() {
        // Given
        AnyCalendar any = AnyCalendar.of(28_683);
        Duration back = Duration.ofNanos(-7_525_440_000_000_000L);
        Instant from = any.minute().plusNanos(back.abs().toNanos() % 1_000_000_007);

        // When
        Instant found = any.calendar().add(from, back);

        // Then
        assertEquals(WorkingCalendar.BEGIN, found);
        assertEquals(back, any.calendar().between(from, found), "not a second more counts since 1950");
        assertEquals(WorkingCalendar.BEGIN, any.calendar().add(from, back.minusSeconds(1)));
    }

    @Test
    void whatNoCalendarHoldsIsDueAtItsEnd() {
        // Given
        WorkingCalendar meagre = new WorkingCalendar(MEAGRE);

        // When
        Instant due = meagre.add(NOON, Duration.ofDays(30));

        // Then
        assertEquals(WorkingCalendar.END, due);
        assertEquals(Instant.parse("2026-11-30T01:01:00Z"), meagre.add(NOON, Duration.ofMinutes(1)), "a minute is a week away");
    }

    @Test
    void theWholeRangeCanBeCountedFromAnyPlaceInIt() {
        // Given
        WorkingCalendar meagre = new WorkingCalendar(MEAGRE);
        Duration all = meagre.between(WorkingCalendar.BEGIN, WorkingCalendar.END);

        // When
        Duration beyond = meagre.between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2300-01-01T00:00:00Z"));

        // Then
        assertEquals(all, beyond, "outside no time counts");
        assertEquals(WorkingCalendar.END, meagre.add(WorkingCalendar.END, Duration.ofHours(1)));
        assertEquals(WorkingCalendar.BEGIN, meagre.add(WorkingCalendar.BEGIN, Duration.ofHours(-1)));
        assertEquals(WorkingCalendar.END, meagre.add(WorkingCalendar.BEGIN, Duration.ofSeconds(Long.MAX_VALUE)));
        assertEquals(WorkingCalendar.BEGIN, meagre.add(WorkingCalendar.END, Duration.ofSeconds(Long.MIN_VALUE)));
        assertEquals(Instant.parse("1950-01-02T01:01:00Z"), meagre.add(WorkingCalendar.BEGIN, Duration.ofMinutes(1)));
    }

    @Test
    void workingDaysThatNeverComeAreOverAtTheEndOfTheCalendars() {
        // Given
        WorkingDays days = new WorkingDays(SHANGHAI);

        // When
        Instant end = days.endOf(new WorkingCalendar(MEAGRE), NOON, 10_000);

        // Then
        assertEquals(WorkingCalendar.END, end);
        assertEquals(Instant.parse("2041-03-25T01:01:00Z"), days.endOf(new WorkingCalendar(MEAGRE), NOON, 748), "fourteen years away");
    }

    @Test
    void whoAsksForWhatLiesBeyondIsTold() {
        // Given
        WorkingCalendar meagre = new WorkingCalendar(MEAGRE);

        // When
        InvalidInput refused = assertThrows(InvalidInput.class, () -> Moment.add(meagre, NOON, Duration.ofDays(30)));

        // Then
        assertEquals("within", refused.field());
        assertEquals("calendar-beyond", refused.code());
    }
}
