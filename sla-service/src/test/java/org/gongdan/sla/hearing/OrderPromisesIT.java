package org.gongdan.sla.hearing;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The signed order is handed in by the end of the next working day (R90). */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderPromisesIT {

    private static final Instant FRIDAY_AFTERNOON = Instant.parse("2026-11-13T06:00:00Z");
    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-16T10:00:00Z");

    private final Instant now = Events.now();

    @ParameterizedTest
    @CsvSource({"2026-11-13T07:00:00Z, MET", "2026-11-16T10:00:00Z, MET", "2026-11-16T10:00:00.000001Z, BREACHED"})
    void theOrderIsHandedInByTheEndOfTheNextWorkingDayR90(Instant submittedAt, String verdict) {
        // Given
        Events events = completed(FRIDAY_AFTERNOON);
        awaitDue(events, "ORDER_SUBMISSION", MONDAY_EVENING);

        // When
        submitted(events, FRIDAY_AFTERNOON, submittedAt);

        // Then
        await().until(() -> submittedAt.equals(instant(clock(events, "ORDER_SUBMISSION"), "endedAt")));
        assertEquals(verdict, clock(events, "ORDER_SUBMISSION").get("status"));
    }

    @Test
    void itIsPromisedWhenTheWorkIsDoneAndKeptByHandingIn() {
        // Given
        Events events = completed(now);
        assertEquals("ORDER_SUBMISSION",
                Topics.shared().await("sla-events", "PromiseMade.v1", id(awaitClock(events, "ORDER_SUBMISSION", "RUNNING"))).text("kind"));

        // When
        submitted(events, now, now.plusSeconds(60));

        // Then
        Map<String, Object> clock = awaitClock(events, "ORDER_SUBMISSION", "MET");
        assertEquals(now.plusSeconds(60), instant(clock, "endedAt"));
        assertEquals(events.visitId.toString(), Topics.shared().await("sla-events", "SlaMet.v1", id(clock)).text("visitId"));
    }

    @Test
    void aCancelledVisitNeedsNoOrder() {
        // Given
        Events events = completed(now);
        awaitClock(events, "ORDER_SUBMISSION", "RUNNING");

        // When
        events.visit("VisitCancelled", "reason", "r", "at", now.plusSeconds(1));

        // Then
        awaitClock(events, "ORDER_SUBMISSION", "VOID");
    }

    private static Events completed(Instant at) {
        Instant window = at.minus(Duration.ofHours(1));
        return Events.ofTicket().scheduled(window, window.minusSeconds(60)).visit("VisitCompleted", "engineerId", Tokens.ENGINEER,
                "outcome", "FIXED", "work", "w", "at", at);
    }

    private static void submitted(Events events, Instant completedAt, Instant at) {
        events.visit("OrderSubmitted", "number", "V2611-0042", "engineerId", Tokens.ENGINEER, "completedAt", completedAt, "at", at);
    }
}
