package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class WorkingCalendarPropertyTest {

    private static final long YEARS = 3L * 365 * 24 * 3600 * 1_000_000_000;

    @Property(tries = 500)
    void betweenIsWhatTheClockOnTheWallShowsMinuteByMinute(@ForAll long seed, @ForAll @IntRange(max = 21 * 24 * 60) int minutes) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();
        Instant to = from.plusSeconds(minutes * 60L);

        // When
        Duration counted = any.calendar().between(from, to);

        // Then
        assertEquals(new NaiveCalendar(any.data()).minutes(from, to), counted.toMinutes());
        assertEquals(counted.negated(), any.calendar().between(to, from));
    }

    @Property(tries = 20)
    void betweenIsWhatTheClockOnTheWallShowsOverYears(@ForAll long seed, @ForAll @IntRange(min = 100, max = 900) int days) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();
        Instant to = from.plusSeconds(days * 86_400L);

        // When
        Duration counted = any.calendar().between(from, to);

        // Then
        assertEquals(new NaiveCalendar(any.data()).minutes(from, to), counted.toMinutes());
    }

    @Property(tries = 500)
    void addIsWhereTheLastMinuteEndsOnTheWall(@ForAll long seed, @ForAll @IntRange(max = 3_000) int minutes) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();

        // When
        Instant due = any.calendar().add(from, Duration.ofMinutes(minutes));

        // Then
        assertEquals(new NaiveCalendar(any.data()).add(from, minutes), due);
    }

    @Property(tries = 2_000)
    void whatWasAddedLiesBetween(@ForAll long seed, @ForAll @LongRange(min = -YEARS / 10, max = YEARS / 10) long nanos) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute().plusNanos(Math.abs(nanos) % 1_000_000_007);

        // When
        Instant due = any.calendar().add(from, Duration.ofNanos(nanos));

        // Then
        Duration between = any.calendar().between(from, due);
        if (due.equals(WorkingCalendar.BEGIN) || due.equals(WorkingCalendar.END)) {
            assertTrue(between.abs().compareTo(Duration.ofNanos(nanos).abs()) <= 0, between + " until the calendars' end");
        } else {
            assertEquals(Duration.ofNanos(nanos), between);
        }
    }

    @Property(tries = 2_000)
    void itDoesNotMatterInHowManyStepsOneAdds(@ForAll long seed, @ForAll @LongRange(max = YEARS / 20) long first,
            @ForAll @LongRange(max = YEARS / 20) long then) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();

        // When
        Instant due = any.calendar().add(any.calendar().add(from, Duration.ofNanos(first)), Duration.ofNanos(then));

        // Then
        assertEquals(any.calendar().add(from, Duration.ofNanos(first + then)), due);
    }

    @Property(tries = 2_000)
    void partsOfAPeriodAddUp(@ForAll long seed) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();
        Instant middle = any.minute();
        Instant to = any.minute();
        Calendar calendar = any.calendar();

        // When
        Duration counted = calendar.between(from, to);

        // Then
        assertEquals(calendar.between(from, middle).plus(calendar.between(middle, to)), counted);
    }

    @Property(tries = 2_000)
    void moreIsNeverDueEarlierAndALaterStartNeitherIs(@ForAll long seed, @ForAll @LongRange(max = YEARS / 20) long nanos,
            @ForAll @LongRange(max = YEARS / 100) long more) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();
        Calendar calendar = any.calendar();

        // When
        Instant due = calendar.add(from, Duration.ofNanos(nanos));

        // Then
        assertFalse(calendar.add(from, Duration.ofNanos(nanos + more)).isBefore(due));
        assertFalse(calendar.add(from.plusNanos(more), Duration.ofNanos(nanos)).isBefore(due));
        assertFalse(due.isBefore(from.plusNanos(nanos)));
    }

    @Property(tries = 1_000)
    void everyMinuteEitherCountsOrIsAccountedFor(@ForAll long seed, @ForAll @LongRange(min = 1, max = YEARS / 10) long nanos) {
        // Given
        AnyCalendar any = AnyCalendar.of(seed);
        Instant from = any.minute();
        Instant to = from.plusNanos(nanos);

        // When
        Duration lost = any.calendar().notCounted(from, to).stream().map(Calendar.NotCounted::time).reduce(Duration.ZERO, Duration::plus);

        // Then
        assertEquals(Duration.ofNanos(nanos), any.calendar().between(from, to).plus(lost));
    }
}
