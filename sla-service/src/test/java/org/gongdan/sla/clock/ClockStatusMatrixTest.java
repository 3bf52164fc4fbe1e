package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every fact does to a clock in every status. */
class ClockStatusMatrixTest {

    private static final int DAY = 24 * 60;

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource({
            "RUNNING, paused, PAUSED", "RUNNING, parts, RUNNING", "RUNNING, resumed, RUNNING", "RUNNING, extended, RUNNING",
            "RUNNING, retargeted, RUNNING",
            "RUNNING, met, MET", "RUNNING, reopened, RUNNING", "RUNNING, recalendared, RUNNING", "RUNNING, warned, RUNNING",
            "RUNNING, early breach, RUNNING", "RUNNING, retermed, RUNNING", "RUNNING, voided, VOID",
            "PAUSED, paused, PAUSED", "PAUSED, parts, PAUSED", "PAUSED, resumed, RUNNING", "PAUSED, extended, PAUSED",
            "PAUSED, retargeted, PAUSED",
            "PAUSED, met, MET", "PAUSED, reopened, PAUSED", "PAUSED, recalendared, PAUSED", "PAUSED, warned, PAUSED",
            "PAUSED, early breach, PAUSED", "PAUSED, retermed, PAUSED", "PAUSED, voided, VOID",
            "MET, paused, MET", "MET, parts, MET", "MET, resumed, MET", "MET, extended, MET", "MET, retargeted, MET",
            "MET, met, MET", "MET, reopened, RUNNING", "MET, recalendared, MET", "MET, warned, MET", "MET, early breach, MET",
            "MET, retermed, MET", "MET, voided, MET",
            "VOID, paused, VOID", "VOID, parts, VOID", "VOID, resumed, VOID", "VOID, extended, VOID", "VOID, retargeted, VOID",
            "VOID, met, VOID", "VOID, reopened, VOID", "VOID, recalendared, VOID", "VOID, warned, VOID", "VOID, early breach, VOID",
            "VOID, retermed, VOID", "VOID, voided, VOID",
            "BREACHED, paused, BREACHED", "BREACHED, parts, BREACHED", "BREACHED, resumed, BREACHED", "BREACHED, extended, BREACHED",
            "BREACHED, retargeted, BREACHED",
            "BREACHED, met, BREACHED", "BREACHED, reopened, BREACHED", "BREACHED, recalendared, BREACHED", "BREACHED, warned, BREACHED",
            "BREACHED, early breach, BREACHED", "BREACHED, retermed, BREACHED", "BREACHED, voided, BREACHED"})
    void everyFactInEveryStatus(ClockStatus from, String fact, ClockStatus to) {
        // Given
        ClockFacts clock = in(from);
        assertEquals(from, clock.state().status());
        int minute = from == ClockStatus.BREACHED ? DAY + 60 : 120;

        // When
        switch (fact) {
            case "paused" -> clock.paused(minute);
            case "parts" -> clock.waitingForParts(minute);
            case "resumed" -> clock.resumed(minute);
            case "extended" -> clock.extended(minute, 3 * DAY);
            case "retargeted" -> clock.retargeted(minute, 3 * DAY);
            case "retermed" -> clock.retermed(minute, Terms.within(java.time.Duration.ofHours(48), java.util.Set.of("CUSTOMER"), 80));
            case "met" -> clock.add(new ClockFact.Met(at(minute), "TicketResolved", Map.of()));
            case "reopened" -> clock.reopened(minute);
            case "recalendared" -> clock.timer(new ClockFact.Recalendared(at(minute), "other@2"));
            case "warned" -> clock.timer(new ClockFact.Warned(at(minute), 80));
            case "early breach" -> clock.timer(new ClockFact.Breached(at(minute)));
            case "voided" -> clock.voided(minute);
            default -> throw new IllegalArgumentException(fact);
        }

        // Then
        assertEquals(to, clock.state().status());
    }

    private static ClockFacts in(ClockStatus status) {
        return switch (status) {
            case RUNNING -> aDay();
            case PAUSED -> aDay().paused(60);
            case MET -> aDay().met(60);
            case VOID -> aDay().voided(60);
            case BREACHED -> aDay().timer(new ClockFact.Breached(at(DAY)));
        };
    }
}
