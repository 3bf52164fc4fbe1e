package org.gongdan.sla.hearing;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.clocks;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.gongdan.sla.SlaFixtures.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class VisitPromisesIT {

    private final Instant now = Events.now();
    private final Instant window = now.plus(Duration.ofHours(8));

    @Test
    void theEngineerIsPromisedForTheBeginningOfTheWindow() {
        // Given
        Events events = Events.ofTicket().scheduled(window, now);
        assertEquals(window, instant(awaitClock(events, "ARRIVAL", "RUNNING"), "dueAt"));

        // When
        events.started(window, window.minusSeconds(420), "ON_TARGET");

        // Then
        Map<String, Object> clock = awaitClock(events, "ARRIVAL", "MET");
        assertTrue(clock.get("facts").toString().contains("ON_TARGET"));
        assertEquals(events.visitId.toString(), Topics.shared().await("sla-events", "SlaMet.v1", id(clock)).text("visitId"));
    }

    @Test
    void comingLateBreaksThePromise() {
        // Given
        Instant start = now.minusSeconds(600);
        Events events = Events.ofTicket().scheduled(start, now.minusSeconds(7200));

        // When
        events.started(start, start.plusSeconds(240), "LATE");

        // Then
        Map<String, Object> clock = await().until(() -> clock(events, "ARRIVAL"), found -> found != null && found.get("endedAt") != null);
        assertEquals("BREACHED", clock.get("status"));
        assertEquals("PT-4M", clock.get("remaining"));
        Topics.shared().await("sla-events", "SlaBreached.v1", id(clock));
        assertEquals(1, published(clock).stream().filter(event -> event.type().equals("SlaBreached.v1")).count());
    }

    @Test
    void anotherWindowMovesThePromiseAlsoToAnEarlierTime() {
        // Given
        Events events = Events.ofTicket().scheduled(window, now);

        // When
        events.rescheduled(window, window.minusSeconds(7200), now.plusSeconds(60));

        // Then
        Map<String, Object> clock = awaitDue(events, "ARRIVAL", window.minusSeconds(7200));
        assertEquals("RESCHEDULED", Topics.shared().await("sla-events", "SlaExtended.v1", id(clock)).text("cause"));
    }

    @Test
    void anotherWindowAfterABrokenPromiseIsANewPromise() {
        // Given
        Instant missed = now.minusSeconds(600);
        Events events = Events.ofTicket().scheduled(missed, now.minusSeconds(7200));
        Map<String, Object> first = awaitClock(events, "ARRIVAL", "BREACHED");

        // When
        events.rescheduled(missed, window, now);

        // Then
        Map<String, Object> second = awaitClock(events, "ARRIVAL", "RUNNING");
        assertEquals(window, instant(second, "dueAt"));
        assertEquals("BREACHED", clocks(events).getString("items.find { it.id == '" + first.get("id") + "' }.status"));
        events.started(window, window.minusSeconds(60), "TIGHT");
        assertEquals(second.get("id"), awaitClock(events, "ARRIVAL", "MET").get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CustomerAbsent", "VisitRefused", "VisitCancelled"})
    void aVisitThatIsCalledOffVoidsThePromise(String event) {
        // Given
        Events events = Events.ofTicket().scheduled(window, now);

        // When
        events.visit(event, "note", "n", "reason", "r", "at", now.plusSeconds(5));

        // Then
        assertEquals(List.of("STARTED", "VOIDED"), facts(awaitClock(events, "ARRIVAL", "VOID")));
    }

    @Test
    void aNewWindowAfterAnAbsentCustomerIsANewPromise() {
        // Given
        Events events = Events.ofTicket().scheduled(window, now).visit("CustomerAbsent", "note", "n", "at", now.plusSeconds(5));

        // When
        events.scheduled(window.plusSeconds(3600), now.plusSeconds(10));

        // Then
        assertEquals("RUNNING", awaitDue(events, "ARRIVAL", window.plusSeconds(3600)).get("status"));
        assertEquals(2, clocks(events).getList("items").size());
    }

    /** Minutes: the delay, and how long before the agreed start the customer heard of it. */
    @ParameterizedTest(name = "{0} min later, told {1} min ahead: {2}, due {3} min ahead, appointment moves: {4}")
    @CsvSource({
            "20, 10, MET, 5, false", "20, 5, MET, 5, false", "20, 4, BREACHED, 5, false", "29, 60, MET, 5, false",
            "30, 30, MET, 30, true", "30, 29, BREACHED, 30, true", "240, 30, MET, 30, true", "240, 20, BREACHED, 30, true",
            "241, 240, MET, 240, true", "241, 239, BREACHED, 240, true", "2880, 30, BREACHED, 240, true"})
    void theCustomerHearsOfADelayEarlyEnough(int delay, int ahead, String verdict, int due, boolean moves) {
        // Given
        Events events = Events.ofTicket().scheduled(window, now.minusSeconds(60));
        awaitClock(events, "ARRIVAL", "RUNNING");
        Instant later = window.plusSeconds(delay * 60L);

        // When
        events.delayed(window, later, window.minusSeconds(ahead * 60L));

        // Then
        Map<String, Object> notice = awaitClock(events, "NOTICE_OF_DELAY", verdict);
        assertEquals(window.minusSeconds(due * 60L), instant(notice, "dueAt"));
        assertEquals(Duration.ofMinutes(ahead - due).toString(), notice.get("remaining"));
        awaitDue(events, "ARRIVAL", moves ? later : window);
        Topics.shared().await("sla-events", verdict.equals("MET") ? "SlaMet.v1" : "SlaBreached.v1", id(notice));
        assertEquals(1, published(notice).size());
    }

    @Test
    void aWindowToldBeforeItsVisitIsPutInWhenItComes() {
        // Given
        Events events = Events.ofTicket().asVersion(2).rescheduled(window, window.plusSeconds(3600), now);

        // When
        events.asVersion(1).scheduled(window, now.minusSeconds(60));

        // Then
        assertEquals("RUNNING", awaitDue(events, "ARRIVAL", window.plusSeconds(3600)).get("status"));
    }
}
