package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.START;
import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.gongdan.sla.clock.ClockFacts.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private static final int DAY = 24 * 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aNewClockIsDueAfterItsTimeAndWarnsAtFourFifths() {
        ClockState state = aDay().state();
        assertEquals(ClockStatus.RUNNING, state.status());
        assertEquals(at(DAY), state.dueAt());
        assertEquals(at(DAY * 4 / 5), state.warnAt());
        assertEquals(Duration.ofHours(24), state.remaining());
    }

    @Test
    void waitingForTheCustomerDoesNotCount() {
        ClockState state = aDay().paused(60).resumed(180).state();
        assertEquals(at(DAY + 120), state.dueAt());
        assertEquals(at(DAY * 4 / 5 + 120), state.warnAt());
    }

    @Test
    void waitingForPartsCounts() {
        ClockFacts facts = aDay().waitingForParts(60).resumed(180);
        assertEquals(at(DAY), facts.state().dueAt());
        assertEquals(List.of(Effect.STARTS, Effect.NOT_STOPPING, Effect.NONE), facts.effects());
    }

    @Test
    void aPausedClockNeverBreaks() {
        ClockState state = aDay().paused(60).timer(new ClockFact.Breached(at(5 * DAY))).state();
        assertEquals(ClockStatus.PAUSED, state.status());
        assertEquals(Duration.ofHours(23), state.remaining());
        assertNull(state.breachedAt());
    }

    @Test
    void aPromiseIsKeptUntilTheVeryDueTime() {
        assertEquals(ClockStatus.MET, aDay().met(DAY).state().status());
        assertEquals(ClockStatus.BREACHED, aDay().met(DAY + 1).state().status());
        assertEquals(ClockStatus.MET, aDay().met(DAY).timer(new ClockFact.Breached(at(DAY))).state().status());
    }

    @Test
    void keptTooLateIsBroken() {
        ClockFacts facts = aDay().timer(new ClockFact.Breached(at(DAY))).met(DAY + 30);
        ClockState state = facts.state();
        assertEquals(ClockStatus.BREACHED, state.status());
        assertEquals(at(DAY), state.breachedAt());
        assertEquals(at(DAY + 30), state.endedAt());
        assertEquals(MINUTE.multipliedBy(-30), state.remaining());
        assertEquals(List.of(Effect.STARTS, Effect.BREACHES, Effect.ENDS_LATE), facts.effects());
    }

    @Test
    void keptTooLateIsBrokenEvenWhenNoTimerFired() {
        assertEquals(at(DAY), aDay().met(DAY + 30).state().breachedAt());
    }

    @Test
    void aBrokenPromiseStaysBroken() {
        ClockFacts facts = aDay().timer(new ClockFact.Breached(at(DAY))).paused(DAY + 5).resumed(DAY + 10).extended(DAY + 15, 2 * DAY)
                .met(DAY + 20).reopened(DAY + 30);
        assertEquals(ClockStatus.BREACHED, facts.state().status());
        assertNull(facts.state().endedAt());
        assertEquals(at(DAY), facts.state().dueAt());
    }

    @Test
    void theTimeBetweenFixAndReopeningDoesNotCount() {
        ClockState state = aDay().met(23 * 60).reopened(30 * 60).state();
        assertEquals(ClockStatus.RUNNING, state.status());
        assertEquals(at(31 * 60), state.dueAt());
        assertNull(state.endedAt());
    }

    @Test
    void anExtensionBeforeTheEndMovesTheDueTimeR22() {
        ClockState state = aDay().extended(23 * 60, 3 * DAY).state();
        assertEquals(at(3 * DAY), state.dueAt());
        assertEquals(at(3 * DAY * 4 / 5), state.warnAt());
    }

    @Test
    void anExtensionAtOrAfterTheEndHasNoEffectR22() {
        assertEquals(List.of(Effect.STARTS, Effect.TOO_LATE), aDay().extended(DAY, 3 * DAY).effects());
        ClockState state = aDay().extended(DAY + 1, 3 * DAY).state();
        assertEquals(ClockStatus.BREACHED, state.status());
        assertEquals(at(DAY), state.dueAt());
    }

    @Test
    void anExtensionNeverShortensThePromise() {
        ClockFacts facts = aDay().extended(60, 120);
        assertEquals(at(DAY), facts.state().dueAt());
        assertEquals(List.of(Effect.STARTS, Effect.NOT_LATER), facts.effects());
    }

    @Test
    void anExtensionIsTimelyWhenAPauseToldLateMovedTheEnd() {
        // Given
        ClockFacts facts = aDay().extended(DAY + 30, 3 * DAY);
        assertEquals(ClockStatus.BREACHED, facts.state().status());

        // When
        facts.paused(60).resumed(180);

        // Then
        assertEquals(ClockStatus.RUNNING, facts.state().status());
        assertEquals(at(3 * DAY), facts.state().dueAt());
    }

    @Test
    void pausesAfterAnExtensionAddToIt() {
        assertEquals(at(3 * DAY + 60), aDay().extended(60, 3 * DAY).paused(2 * DAY).resumed(2 * DAY + 60).state().dueAt());
    }

    @Test
    void aFactToldLateWithdrawsTheBreach() {
        ClockFacts facts = aDay().timer(new ClockFact.Breached(at(DAY))).paused(DAY - 1);
        assertEquals(ClockStatus.PAUSED, facts.state().status());
        assertEquals(MINUTE, facts.state().remaining());
        assertTrue(facts.effects().contains(Effect.WITHDRAWN));
    }

    @Test
    void aNewWindowMovesTheInstantEarlierOrLater() {
        Terms visit = Terms.at(at(600), 80);
        assertEquals(at(500), started(visit).retargeted(100, 500).state().dueAt());
        assertEquals(at(900), started(visit).retargeted(100, 900).state().dueAt());
        assertEquals(ClockStatus.BREACHED, started(visit).retargeted(601, 900).state().status());
        assertEquals(at(601), started(visit).retargeted(601, 900).state().endedAt());
    }

    @Test
    void anInstantThatHasPassedBreaksAtOnce() {
        ClockState state = started(Terms.at(at(-10), 80)).met(0).state();
        assertEquals(ClockStatus.BREACHED, state.status());
        assertEquals(at(-10), state.breachedAt());
        assertEquals(MINUTE.multipliedBy(-10), state.remaining());
    }

    @Test
    void whatIsCancelledInTimeIsVoid() {
        ClockState state = aDay().voided(60).state();
        assertEquals(ClockStatus.VOID, state.status());
        assertEquals(at(60), state.endedAt());
        assertEquals(ClockStatus.BREACHED, aDay().voided(DAY + 1).state().status());
    }

    @Test
    void weWarnOnceForEachDueTime() {
        ClockFacts facts = aDay().timer(new ClockFact.Warned(at(DAY * 4 / 5), 80));
        assertTrue(facts.state().warned());
        assertTrue(facts.paused(DAY * 4 / 5 + 10).resumed(DAY).state().warned());
        assertFalse(facts.extended(DAY + 5, 4 * DAY).state().warned());
    }

    @Test
    void factsBeforeTheStartCountFromTheStart() {
        assertEquals(ClockStatus.MET, aDay().met(-5).state().status());
        assertEquals(START, aDay().met(-5).state().endedAt());
    }

    @Test
    void aClockWithoutStartIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Derivation.derive(List.of(), any -> Calendar.AROUND_THE_CLOCK));
    }
}
