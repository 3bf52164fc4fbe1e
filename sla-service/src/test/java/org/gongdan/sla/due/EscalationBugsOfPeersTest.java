package org.gongdan.sla.due;

import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.gongdan.sla.clock.ClockFacts.started;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.gongdan.sla.clock.ClockFacts;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;

/** Bugs of other ticket systems' escalations, by the number they have there. */
class EscalationBugsOfPeersTest {

    private static final int DAY = 24 * 60;
    private static final Ladders LADDER = Ladders.of("80% supervisor", "due+1h manager");

    /** glpi pull request 22678, zammad#4432: a level was fired at 00:00 instead of at its time. */
    @Test
    void aStepIsReachedAtItsTimeAndNotAtMidnight() {
        // Given
        ClockFacts facts = started(Terms.within(Duration.ofHours(16), 80));

        // When
        List<Instant> times = LADDER.times(facts);

        // Then
        assertEquals(List.of(ClockFacts.START.plus(Duration.ofMinutes(768)), ClockFacts.START.plus(Duration.ofHours(17))), times);
        times.forEach(time -> assertEquals(false, time.atZone(ZoneId.of("Asia/Shanghai")).toLocalTime().toSecondOfDay() == 0));
    }

    /** zammad#4353: the agreement was removed and the ticket still escalated. */
    @Test
    void aPromiseThatIsVoidDoesNotEscalate() {
        assertEquals(List.of(), LADDER.steps(aDay().voided(60)));
    }

    /** zammad#904, zammad#2949: merged and closed tickets still escalated. */
    @Test
    void aPromiseThatIsKeptDoesNotEscalate() {
        assertEquals(List.of(), LADDER.steps(aDay().met(60)));
        assertEquals(List.of(), LADDER.steps(aDay().timer(new ClockFact.Breached(at(DAY))).met(DAY + 5)));
    }

    /** znuny and OTRS: pending did not stop the escalation. */
    @Test
    void waitingForTheCustomerStopsTheLadder() {
        assertEquals(List.of(), LADDER.steps(aDay().paused(60)));
    }

    /** Reopening broke the promise, and so escalated it, at once. */
    @Test
    void aReopenedPromiseEscalatesByTheTimeItHasLeft() {
        assertEquals(List.of(at(5 * DAY + DAY * 4 / 5 - 60), at(6 * DAY - 60 + 60)), LADDER.times(aDay().met(60).reopened(5 * DAY)));
    }

    /** Every change of a ticket let a level fire again. */
    @Test
    void hearingOfTheTicketAgainTellsNobodyAgain() {
        ClockFacts facts = aDay().timer(new ClockFact.Escalated(at(DAY * 4 / 5), "80%", "supervisor"));
        assertEquals(List.of("due+PT1H"),
                LADDER.steps(facts.waitingForParts(DAY - 60).resumed(DAY - 50).paused(DAY - 40).resumed(DAY - 20)));
    }
}
