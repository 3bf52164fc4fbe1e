package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitMother.NOW;
import static org.gongdan.dispatch.VisitMother.READY;
import static org.gongdan.dispatch.VisitMother.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;

class StepTimeTest {

    private static final Instant ACCEPTED = NOW.plus(Duration.ofMinutes(30));
    private static final Instant EVENING = WINDOW.end().plus(Duration.ofHours(5));

    private static Visit accepted() {
        Visit visit = VisitMother.scheduled();
        visit.accept(ACCEPTED);
        return visit;
    }

    private static Visit departed() {
        Visit visit = accepted();
        visit.depart(READY, ACCEPTED.plusSeconds(600));
        return visit;
    }

    @Test
    void stepWithoutATimeHappensNow() {
        assertEquals(EVENING, StepTime.of(null, accepted(), EVENING));
    }

    @Test
    void stepToldInTheEveningHappenedWhenItDid() {
        // Given
        Visit visit = departed();
        Instant arrived = WINDOW.start().minusSeconds(420);

        // When
        VisitEvent.VisitStarted started = visit.arrive(null, null, StepTime.ofArrival(arrived, false, visit, EVENING));

        // Then
        assertEquals(arrived, started.arrivedAt());
        assertEquals(Punctuality.ON_TARGET, started.punctuality());
        assertEquals(arrived, visit.steppedAt);
    }

    @Test
    void nothingIsToldAheadOfTimeButAPhonesClockMayRunAhead() {
        assertRejected("step-in-future", EVENING.plus(Duration.ofMinutes(2)).plusMillis(1), EVENING);
        assertEquals(EVENING, StepTime.of(EVENING.plus(Duration.ofMinutes(2)), accepted(), EVENING));
    }

    @Test
    void noStepHappensBeforeTheOneBeforeItButMinutesAreRounded() {
        assertRejected("step-before-previous", ACCEPTED.minus(Duration.ofMinutes(1)).minusMillis(1), EVENING);
        assertEquals(ACCEPTED, StepTime.of(ACCEPTED.minusSeconds(40), accepted(), EVENING));
        assertEquals(ACCEPTED.plusSeconds(1), StepTime.of(ACCEPTED.plusSeconds(1), accepted(), EVENING));
    }

    @Test
    void aDelayReportedMeanwhileDoesNotForbidAnEarlierStep() {
        // Given
        Visit visit = accepted();
        Instant reported = WINDOW.start().minusSeconds(600);
        visit.delay(VisitMother.LATER, DelayReason.TRAFFIC, reported, reported);

        // When
        Instant left = StepTime.of(ACCEPTED.plusSeconds(60), visit, reported.plusSeconds(60));

        // Then
        assertEquals(ACCEPTED.plusSeconds(60), left);
    }

    @Test
    void arrivalFarFromTheWindowIsAskedBack() {
        // Given
        Visit visit = departed();
        visit.windowStart = NOW.plus(Duration.ofDays(31));
        visit.windowEnd = visit.windowStart.plusSeconds(3600);

        // When
        Rejected asked = assertThrows(Rejected.class, () -> StepTime.ofArrival(EVENING, false, visit, EVENING));

        // Then
        assertEquals("arrival-unlikely", asked.code());
        assertEquals("2026-12-23 09:00", asked.arguments()[1]);
        assertEquals(EVENING, StepTime.ofArrival(EVENING, true, visit, EVENING));
    }

    @Test
    void arrivalForgottenForADayIsAskedBackAndTakenWithItsTime() {
        // Given
        Visit visit = departed();
        Instant nextDay = WINDOW.end().plus(Duration.ofHours(20));

        // When
        Rejected asked = assertThrows(Rejected.class, () -> StepTime.ofArrival(null, false, visit, nextDay));

        // Then
        assertEquals("arrival-unlikely", asked.code());
        assertEquals(WINDOW.start(), StepTime.ofArrival(WINDOW.start(), false, visit, nextDay));
    }

    private static void assertRejected(String code, Instant told, Instant now) {
        assertEquals(code, assertThrows(Rejected.class, () -> StepTime.of(told, accepted(), now)).code());
    }
}
