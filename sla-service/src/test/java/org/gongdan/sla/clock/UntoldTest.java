package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.DAY;
import static org.gongdan.sla.clock.ClockFacts.START;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.due.Ladders;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SlaEvent.SlaBreached;
import org.gongdan.sla.promise.Subject;
import org.junit.jupiter.api.Test;

/** Breaches that are found by an event before the timers could come: after an outage, what others told is often read first. */
class UntoldTest {

    private static final int A_DAY = 24 * 60;
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final List<Rung> LADDER = Ladders.of("50% duty", "due manager", "due+1h manager").rungs();

    private static Clock clock(ClockFact... ours) {
        Clock clock = Clock
                .start(new Promise("UPDATE_CADENCE", Subject.ofTicket(ID, ID), START, DAY, null, 0, ID), List.of(), new Calendars()::named)
                .clock();
        List.of(ours).forEach(fact -> clock.hear(List.of(Recorded.ours(fact)), LADDER));
        return clock;
    }

    private static List<String> untold(Clock.Change change) {
        return change.events().stream().filter(SlaBreached.class::isInstance).map(SlaBreached.class::cast).toList().getFirst().untold();
    }

    private static Clock.Change done(Clock clock, int minute, boolean next) {
        return clock.hear(List.of(new Recorded(new ClockFact.Met(at(minute), "CustomerContacted", Map.of(), next), 1, ID)), LADDER);
    }

    @Test
    void theBreachSaysThatNeitherWarningNorStepCouldBeTold() {
        // Given
        Clock clock = clock();

        // When
        Clock.Change change = done(clock, A_DAY + 5, false);

        // Then
        assertEquals(List.of("WARNING", "ESCALATION"), untold(change));
        assertEquals(new ClockFact.Breached(at(A_DAY), List.of("WARNING", "ESCALATION")), change.added().getLast().fact());
    }

    @Test
    void whatWasToldInTimeIsNotMissing() {
        // Given
        Clock clock = clock(new ClockFact.Warned(at(A_DAY - 60), 80), new ClockFact.Escalated(at(A_DAY / 2), "50%", "duty"));

        // When
        Clock.Change change = done(clock, A_DAY + 5, false);

        // Then
        assertNull(untold(change));
    }

    @Test
    void theRenewedPromiseBeginsWithTheContactAndHasAWarningOfItsOwn() {
        // Given
        Clock clock = clock(new ClockFact.Escalated(at(A_DAY / 2), "50%", "duty"));

        // When
        Clock.Change change = done(clock, A_DAY + 5, true);

        // Then
        assertEquals(List.of("WARNING"), untold(change));
        Clock next = Clock.start(change.renewal().promise(), change.renewal().since(), new Calendars()::named).clock();
        assertEquals(at(A_DAY + 5), next.startedAt);
        assertEquals(at(A_DAY + 5 + A_DAY * 8 / 10), next.warnAt);
        assertEquals(ClockStatus.RUNNING, next.status);
    }

    @Test
    void aPromiseThatWasBrokenBeforeWeHeardOfItLeftNothingUntold() {
        // Given
        Promise promise = new Promise("UPDATE_CADENCE", Subject.ofTicket(ID, ID), START, DAY, null, 0, ID);

        // When
        Clock.Change change = Clock.start(promise,
                List.of(new Recorded(new ClockFact.Met(at(A_DAY + 5), "TicketResolved", Map.of()), 1, ID)), new Calendars()::named);

        // Then
        assertNull(untold(change));
    }

    @Test
    void aBreachAfterAWithdrawnOneCountsWhatIsUntoldAnew() {
        // Given
        Clock clock = clock();
        done(clock, A_DAY + 5, false);
        clock.hear(List.of(new Recorded(new ClockFact.Paused(at(60), "CUSTOMER", "e"), 2, ID),
                new Recorded(new ClockFact.Resumed(at(180)), 3, ID)), LADDER);
        clock.hear(List.of(new Recorded(new ClockFact.Reopened(at(A_DAY + 10), "r"), 4, ID)), LADDER);
        clock.hear(List.of(Recorded.ours(new ClockFact.Warned(at(A_DAY + 11), 80))), LADDER);

        // When
        Clock.Change change = clock.hear(List.of(new Recorded(new ClockFact.Met(at(3 * A_DAY), "TicketResolved", Map.of()), 5, ID)),
                LADDER);

        // Then
        assertEquals(List.of("ESCALATION"), untold(change));
    }
}
