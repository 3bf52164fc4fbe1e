package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.DAY;
import static org.gongdan.sla.clock.ClockFacts.START;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.SlaEvent;
import org.gongdan.sla.promise.SlaEvent.SlaBreachWithdrawn;
import org.gongdan.sla.promise.SlaEvent.SlaBreached;
import org.gongdan.sla.promise.SlaEvent.WithdrawalReason;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlaNewsTest {

    private static final int A_DAY = 24 * 60;
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");

    private static Clock clock(Terms terms) {
        return Clock.start(new Promise("RESOLUTION_24H", Subject.ofTicket(ID, ID), START, terms, null, 0, ID), List.of(),
                new Calendars()::named).clock();
    }

    private static Clock broken(Terms terms) {
        Clock clock = clock(terms);
        fire(clock);
        return clock;
    }

    private static List<SlaEvent> fire(Clock clock) {
        return clock.hear(List.of(Recorded.ours(new ClockFact.Breached(clock.dueAt)))).events();
    }

    private static List<SlaEvent> hear(Clock clock, ClockFact fact) {
        return clock.hear(List.of(new Recorded(fact, 1, ID))).events();
    }

    private static List<String> names(List<SlaEvent> news) {
        return news.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static SlaBreachWithdrawn withdrawnBy(ClockFact fact) {
        return (SlaBreachWithdrawn) hear(broken(DAY), fact).getFirst();
    }

    @Test
    void aPauseToldLateWithdrawsTheBreachAndMovesTheDueTime() {
        // Given
        Clock clock = broken(DAY);

        // When
        List<SlaEvent> news = hear(clock, new ClockFact.Paused(at(60), "CUSTOMER", "no answer"));

        // Then
        assertEquals(List.of("SlaBreachWithdrawn"), names(news));
        assertEquals(new SlaBreachWithdrawn(clock.id, Subject.ofTicket(ID, ID), "RESOLUTION_24H", clock.dueAt, at(A_DAY),
                WithdrawalReason.PAUSED, at(60)), news.getFirst());
    }

    @Test
    void aFixToldLateWithdrawsTheBreachBeforeItIsToldAsKept() {
        assertEquals(List.of("SlaBreachWithdrawn", "SlaMet"),
                names(hear(broken(DAY), new ClockFact.Met(at(60), "TicketResolved", Map.of()))));
    }

    @Test
    void consentToldLateWithdrawsTheBreachBeforeTheNewTimeIsTold() {
        assertEquals(List.of("SlaBreachWithdrawn", "SlaExtended"),
                names(hear(broken(DAY), new ClockFact.Extended(at(60), at(2 * A_DAY), "p", "c", at(60)))));
    }

    @Test
    void theReasonIsWhatWasToldLate() {
        assertEquals(WithdrawalReason.KEPT, withdrawnBy(new ClockFact.Met(at(60), "TicketResolved", Map.of())).because());
        assertEquals(WithdrawalReason.AGREED, withdrawnBy(new ClockFact.Extended(at(60), at(2 * A_DAY), "p", "c", at(60))).because());
        assertEquals(WithdrawalReason.PAUSED, withdrawnBy(new ClockFact.Paused(at(60), "CUSTOMER", "e")).because());
        assertEquals(WithdrawalReason.RESCHEDULED,
                withdrawnBy(new ClockFact.Retargeted(at(60), at(2 * A_DAY), "VisitRescheduled")).because());
        assertEquals(WithdrawalReason.CALLED_OFF, withdrawnBy(new ClockFact.Voided(at(60), "cancelled")).because());
    }

    @Test
    void whatCameTooLateWithdrawsNothing() {
        assertEquals(List.of(), hear(broken(DAY), new ClockFact.Met(at(A_DAY + 1), "TicketResolved", Map.of())));
        assertEquals(List.of(), hear(broken(DAY), new ClockFact.Reopened(at(A_DAY + 1), "again")));
    }

    @Test
    void aWithdrawnPromiseCanBreakAgain() {
        // Given
        Clock clock = broken(DAY);
        hear(clock, new ClockFact.Paused(at(60), "CUSTOMER", "e"));
        hear(clock, new ClockFact.Resumed(at(120)));

        // When
        List<SlaEvent> news = fire(clock);

        // Then
        assertEquals(List.of("SlaBreached"), names(news));
        assertEquals(at(A_DAY + 60), ((SlaBreached) news.getFirst()).breachedAt());
    }

    @Property(tries = 1_000)
    void whoListensKnowsAtEveryTimeWhetherThePromiseIsBroken(@ForAll("histories") List<ClockFact> heard) {
        // Given
        Clock clock = clock(DAY);
        boolean told = false;
        for (ClockFact fact : heard) {
            // When
            List<SlaEvent> news = fact instanceof ClockFact.Breached && clock.status == ClockStatus.RUNNING ? fire(clock)
                    : fact instanceof ClockFact.Breached ? List.of() : hear(clock, fact);

            // Then
            for (SlaEvent event : news) {
                told = event instanceof SlaBreached || told && !(event instanceof SlaBreachWithdrawn);
            }
            assertEquals(clock.status == ClockStatus.BREACHED, told, () -> clock.facts + " told " + news);
        }
    }

    @Provide
    Arbitrary<List<ClockFact>> histories() {
        return Combinators
                .combine(Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 3 * A_DAY),
                        Arbitraries.integers().between(1, A_DAY))
                .as(SlaNewsTest::fact).list().ofMaxSize(10);
    }

    private static ClockFact fact(int what, int minute, int more) {
        Instant at = at(minute);
        return switch (what) {
            case 0 -> new ClockFact.Paused(at, "CUSTOMER", "e");
            case 1 -> new ClockFact.Resumed(at);
            case 2 -> new ClockFact.Extended(at, at(minute + more), "p", "c", at);
            case 3 -> new ClockFact.Met(at, "TicketResolved", Map.of());
            case 4 -> new ClockFact.Reopened(at, "again");
            case 5 -> new ClockFact.Retargeted(at, at(minute + more), "VisitRescheduled");
            default -> new ClockFact.Breached(at);
        };
    }
}
