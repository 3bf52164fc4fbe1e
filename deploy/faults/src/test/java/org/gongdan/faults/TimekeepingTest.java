package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.faults.EventLog.Event;
import org.gongdan.faults.Timekeeping.Clock;
import org.gongdan.faults.Timekeeping.Fact;
import org.gongdan.faults.Timekeeping.Step;
import org.junit.jupiter.api.Test;

/** The proof's own judgement, on facts that were made up: what it must not let pass. */
class TimekeepingTest {
    private static final Instant START = Instant.parse("2026-11-26T13:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final Map<String, List<Step>> STEPS = Map.of("QUICK",
            List.of(new Step("50%", "duty", null), new Step("due", "manager", Duration.ZERO)));
    private final Outages outages = new Outages();
    private final Timekeeping kept = new Timekeeping(outages);
    private final List<Fact> facts = new ArrayList<>(List.of(new Fact(ID, "STARTED", START, START, null, null, 0, "")));
    private final List<Event> events = new ArrayList<>();

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private void told(String fact, String type, int at, int recorded, String step, String role, String untold) {
        facts.add(new Fact(ID, fact, at(at), at(recorded), step, role, facts.size(), untold));
        events.add(new Event(ID, new UUID(1, facts.size()), type, facts.size(), at(recorded)));
    }

    private void breach(int recorded, String untold) {
        told("BREACHED", "SlaBreached.v1", 20, recorded, null, null, untold);
    }

    private void warning(int recorded) {
        told("WARNED", "SlaWarned.v1", recorded, recorded, null, null, "");
    }

    private void step(String step, String role, int at, int recorded) {
        told("ESCALATED", "SlaEscalated.v1", at, recorded, step, role, "");
    }

    /** Timers of other promises: they show that the loops were up. */
    private void othersEverySecond(int from, int to) {
        for (var second = from; second <= to; second++) {
            for (var fact : List.of("WARNED", "ESCALATED", "BREACHED")) {
                outages.fired(fact, at(second), at(second));
            }
        }
    }

    /** Promised at 0, half way at 10, warned at 16, due at 20. */
    private void check() {
        kept.check(List.of(new Clock(ID, ID, "QUICK", "BREACHED", START, at(20), at(16), null, at(20))), facts, STEPS, events);
    }

    @Test
    void whatIsToldInItsTimeAndOrderIsRight() {
        // Given
        step("50%", "duty", 10, 10);
        warning(16);
        breach(20, "");
        step("due", "manager", 20, 20);
        othersEverySecond(0, 40);

        // When
        check();

        // Then
        assertEquals(List.of(List.of(), List.of(), List.of(), List.of()), List.of(kept.missing, kept.doubled, kept.early, kept.disordered));
        assertEquals(Map.of(), kept.untold);
    }

    @Test
    void whatAnOutageLeftUntoldIsNoLossWhenTheBreachSaysSo() {
        // Given
        outages.killed(at(9), at(9));
        breach(31, "[\"WARNING\", \"ESCALATION\"]");
        step("due", "manager", 20, 31);
        othersEverySecond(31, 40);

        // When
        check();

        // Then
        assertEquals(List.of(), kept.missing);
        assertEquals(Map.of("warning", 1, "step 50%", 1), kept.untold);
    }

    @Test
    void whatIsMissingWithoutAWordIsALossEvenInAnOutage() {
        // Given
        outages.killed(at(9), at(9));
        breach(31, "[\"ESCALATION\"]");
        step("due", "manager", 20, 31);
        othersEverySecond(31, 40);

        // When
        check();

        // Then
        assertEquals(1, kept.missing.size(), kept.missing::toString);
        assertTrue(kept.missing.getFirst().startsWith("the warning of"));
    }

    @Test
    void whatWasLeftOutAlthoughThereWasTimeIsALossWhateverTheBreachSays() {
        // Given
        outages.killed(at(2), at(2));
        breach(20, "[\"WARNING\", \"ESCALATION\"]");
        step("due", "manager", 20, 20);
        othersEverySecond(12, 40);

        // When
        check();

        // Then
        assertEquals(2, kept.missing.size(), kept.missing::toString);
        assertEquals(Map.of(), kept.untold);
    }

    @Test
    void whatHadToWaitBehindOthersUntilItsBreachIsNoLoss() {
        // Given
        step("50%", "duty", 10, 10);
        breach(23, "[\"WARNING\"]");
        step("due", "manager", 20, 24);
        othersEverySecond(0, 40);
        outages.fired("ESCALATED", at(14), at(23));

        // When
        check();

        // Then
        assertEquals(List.of(), kept.missing);
        assertEquals(Map.of("warning", 1), kept.untold);
    }

    @Test
    void aStepAfterTheDueTimeIsMissedHoweverLongTheOutage() {
        // Given
        outages.killed(at(9), at(9));
        breach(31, "[\"WARNING\", \"ESCALATION\"]");
        othersEverySecond(31, 40);

        // When
        check();

        // Then
        assertEquals(1, kept.missing.size(), kept.missing::toString);
        assertTrue(kept.missing.getFirst().contains("due"));
    }

    @Test
    void aStepBeforeItsBreachAndAWarningAfterItAreInTheWrongOrder() {
        // Given
        step("50%", "duty", 10, 10);
        step("due", "manager", 20, 20);
        breach(20, "");
        warning(21);
        othersEverySecond(0, 40);

        // When
        check();

        // Then
        assertEquals(2, kept.disordered.size(), kept.disordered::toString);
    }

    @Test
    void whatWasNotToldOrToldTwiceIsFound() {
        // Given
        step("50%", "duty", 10, 10);
        warning(15);
        breach(20, "");
        breach(21, "");
        events.removeIf(event -> event.type().equals("SlaEscalated.v1"));
        step("due", "manager", 20, 21);
        othersEverySecond(0, 40);

        // When
        check();

        // Then
        assertEquals(1, kept.early.size(), kept.early::toString);
        assertTrue(kept.doubled.stream().anyMatch(found -> found.startsWith("breach of")), kept.doubled::toString);
        assertTrue(kept.missing.stream().anyMatch(found -> found.contains("SlaEscalated.v1")), kept.missing::toString);
    }
}
