package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.DAY;
import static org.gongdan.sla.clock.ClockFacts.START;
import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;

/** Other terms for a promise that stands: what has been counted is kept, whatever waiting stopped stays stopped. */
class RetermedTest {

    private static final Set<String> CUSTOMER = Set.of("CUSTOMER");
    private static final Terms FOUR_HOURS = Terms.within(Duration.ofHours(4), CUSTOMER, 80);

    @Test
    void theNewGoalIsCountedFromTheStartNotFromTheChange() {
        assertEquals(at(4 * 60), aDay().retermed(60, FOUR_HOURS).state().dueAt());
    }

    @Test
    void aPauseBeforeTheChangeIsNotLost() {
        assertEquals(at(4 * 60 + 90), aDay().paused(30).resumed(120).retermed(150, FOUR_HOURS).state().dueAt());
    }

    @Test
    void aClockThatStandsStillGoesOnStandingStill() {
        // When
        ClockFacts facts = aDay().paused(60).retermed(100, FOUR_HOURS);

        // Then
        assertEquals(ClockStatus.PAUSED, facts.state().status());
        assertEquals(Duration.ofHours(3), facts.state().remaining());
        assertEquals(at(200 + 180), facts.resumed(200).state().dueAt());
    }

    @Test
    void fromTheChangeOnTheNewTermsSayWhatStopsTheClock() {
        Terms stopsForParts = Terms.within(Duration.ofHours(4), Set.of("PARTS"), 80);
        assertEquals(ClockStatus.PAUSED, aDay().waitingForParts(30).retermed(60, stopsForParts).state().status());
        assertEquals(at(4 * 60 + 40), aDay().waitingForParts(30).retermed(60, stopsForParts).resumed(100).state().dueAt());
        assertEquals(ClockStatus.RUNNING, aDay().paused(30).retermed(60, stopsForParts).state().status());
        assertEquals(at(4 * 60 + 30), aDay().paused(30).retermed(60, stopsForParts).state().dueAt());
    }

    @Test
    void aGoalThatIsUsedUpBreaksWhenItIsSetNotBefore() {
        // When
        ClockState state = aDay().retermed(300, FOUR_HOURS).met(301).state();

        // Then
        assertEquals(ClockStatus.BREACHED, state.status());
        assertEquals(at(300), state.breachedAt());
    }

    @Test
    void theTimerOfThatVeryInstantBreaksIt() {
        assertEquals(ClockStatus.BREACHED,
                aDay().timer(new ClockFact.Breached(at(300))).timer(new ClockFact.Retermed(at(300), FOUR_HOURS)).state().status());
    }

    @Test
    void anInstantTheCustomerAgreedToStands() {
        assertEquals(at(3 * 24 * 60), aDay().extended(60, 3 * 24 * 60).retermed(100, FOUR_HOURS).state().dueAt());
    }

    @Test
    void whatIsOverStaysAsItIs() {
        assertEquals(ClockStatus.MET, aDay().met(60).retermed(300, FOUR_HOURS).state().status());
        assertEquals(DAY, aDay().met(60).retermed(300, FOUR_HOURS).state().terms());
        ClockFacts broken = aDay().retermed(25 * 60, Terms.within(Duration.ofHours(48), 80));
        assertEquals(at(24 * 60), broken.state().breachedAt());
        assertEquals(Effect.TOO_LATE, broken.effects().getLast());
    }

    @Test
    void moreTimeAfterTheWarningMeansAnotherWarning() {
        // When
        ClockFacts facts = aDay().timer(new ClockFact.Warned(at(20 * 60), 80)).retermed(21 * 60,
                Terms.within(Duration.ofHours(48), CUSTOMER, 50));

        // Then
        assertFalse(facts.state().warned());
        assertEquals(at(24 * 60), facts.state().warnAt());
    }

    @Test
    void whatRanIsMeasuredByTheNewCalendar() {
        // Given
        Instant nineToFive = START.plus(Duration.ofHours(10));
        Terms office = new Terms(Duration.ofHours(4), null, "late", CUSTOMER, 80, null);
        Function<String, Calendar> calendars = name -> name.equals("late") ? new CountsFrom(nineToFive) : Calendar.AROUND_THE_CLOCK;

        // When
        ClockState state = Derivation.derive(aDay().retermed(9 * 60, office).list(), calendars);

        // Then
        assertEquals(nineToFive.plus(Duration.ofHours(4)), state.dueAt());
        assertEquals(ClockStatus.RUNNING, state.status());
    }

    @Test
    void theSameTermsAgainChangeNothing() {
        for (int minute : List.of(0, 29, 30, 31, 119, 120, 1439)) {
            assertEquals(aDay().paused(30).resumed(120).state().dueAt(),
                    aDay().paused(30).resumed(120).retermed(minute, DAY).state().dueAt(), "at " + minute);
        }
    }

    /** Nothing counts before an instant, everything after it. */
    private record CountsFrom(Instant opening) implements Calendar {

        @Override
        public Instant add(Instant from, Duration counted) {
            return (from.isBefore(opening) ? opening : from).plus(counted);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from.isBefore(opening) ? opening : from, to.isBefore(opening) ? opening : to);
        }
    }
}
