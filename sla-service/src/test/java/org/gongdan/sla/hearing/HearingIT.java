package org.gongdan.sla.hearing;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.clocks;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever Kafka does to events: twice, late, in the wrong order, unreadable. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class HearingIT {

    private final Instant now = Events.now();

    @Test
    void theSameEventTwiceHasOneEffect() {
        // Given
        Events events = Events.ofTicket().ticketTwice("TicketOpened", "openedAt", now.minus(Duration.ofHours(3)));

        // When
        events.ticketTwice("TicketWaiting", "reason", "CUSTOMER", "evidence", "e", "at", now.minus(Duration.ofHours(2)))
                .resumed(now.minus(Duration.ofHours(1)));

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", now.plus(Duration.ofHours(22)));
        assertEquals(List.of("STARTED", "PAUSED", "RESUMED"), facts(clock));
        assertEquals(3, clocks(events).getList("items").size());
    }

    @Test
    void factsToldInTheWrongOrderArePutInByTheirTime() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(10)));
        awaitClock(events, "RESOLUTION_24H", "RUNNING");

        // When
        events.asVersion(2).resumed(now.minus(Duration.ofHours(1))).asVersion(1).waiting("CUSTOMER", now.minus(Duration.ofHours(9)));

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", now.plus(Duration.ofHours(22)));
        assertEquals("RUNNING", clock.get("status"));
        assertEquals(List.of("STARTED", "PAUSED", "RESUMED"), facts(clock));
    }

    @Test
    void aPauseToldAfterTheBreachWithdrawsIt() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(25)));
        Map<String, Object> broken = awaitClock(events, "RESOLUTION_24H", "BREACHED");

        // When
        events.waiting("CUSTOMER", now.minus(Duration.ofHours(20))).resumed(now.minus(Duration.ofHours(10)));

        // Then
        assertEquals("RUNNING", awaitDue(events, "RESOLUTION_24H", now.plus(Duration.ofHours(9))).get("status"));
        assertEquals(now.minus(Duration.ofHours(1)).toString(),
                Topics.shared().await("sla-events", "SlaExtended.v1", id(broken)).text("previousDueAt"));
        Topics.Event withdrawn = Topics.shared().await("sla-events", "SlaBreachWithdrawn.v1", id(broken));
        assertEquals("PAUSED", withdrawn.text("because"));
        assertEquals(now.minus(Duration.ofHours(1)).toString(), withdrawn.text("breachedAt"));
    }

    @Test
    void whatIsToldBeforeTheReportIsPutInWhenItComes() throws Exception {
        // Given
        Events events = Events.ofTicket().asVersion(3).resolved(now.minus(Duration.ofHours(20))).asVersion(1).ticket("TicketAcknowledged",
                "at", now.minus(Duration.ofHours(30)).plusSeconds(5));
        await().untilAsserted(() -> assertEquals(2, count("select count(*) from early_fact where subject = ?", events.ticketId)));

        // When
        events.asVersion(0).opened(now.minus(Duration.ofHours(30)));

        // Then
        assertEquals(now.minus(Duration.ofHours(20)), instant(awaitClock(events, "RESOLUTION_24H", "MET"), "endedAt"));
        assertEquals("MET", awaitClock(events, "ACKNOWLEDGE", "MET").get("status"));
        assertEquals(0, count("select count(*) from early_fact where subject = ?", events.ticketId));
    }

    @Test
    void newsOfAVisitToldBeforeTheEarlierEndOfTheTicketPromiseNothing() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(3)));
        events.scheduled(now.plus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
        await().untilAsserted(() -> assertEquals(2, cadence(events).size()));

        // When
        events.resolved(now.minus(Duration.ofHours(2)));

        // Then
        await().untilAsserted(
                () -> assertEquals(List.of("VOID", "MET"), cadence(events).stream().map(clock -> clock.get("status")).toList()));
        assertEquals(now.minus(Duration.ofHours(2)).toString(), cadence(events).getLast().get("endedAt"));
    }

    @Test
    void whatIsPromisedAfterAReopeningStaysWhenTheEndIsToldLate() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(3))).asVersion(5).reopened(now.minus(Duration.ofMinutes(30)));
        await().untilAsserted(() -> assertEquals(2, cadence(events).size()));

        // When
        events.asVersion(4).resolved(now.minus(Duration.ofHours(2)));

        // Then
        await().untilAsserted(
                () -> assertEquals(List.of("RUNNING", "MET"), cadence(events).stream().map(clock -> clock.get("status")).toList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cadence(Events events) {
        return (List<Map<String, Object>>) (List<?>) clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }", Map.class);
    }

    @Test
    void anUnreadableEventGoesToTheDeadLetters() {
        // Given
        UUID ticket = UUID.randomUUID();

        // When
        Topics.shared().send("ticket-events", "TicketOpened.v1", ticket, 0, Tokens.XINGFU, "{nonsense");

        // Then
        await().ignoreExceptions()
                .until(() -> Topics.shared().all("ticket-events-dead-letter", event -> ticket.toString().equals(event.key())).size() == 1);
    }

    @Test
    void anEventThatMakesNoSenseIsParkedForAnOperator() {
        // Given
        Events events = Events.ofTicket();

        // When
        events.ticket("TicketOpened", "number", "2611-0042");

        // Then
        await()
                .untilAsserted(() -> as(Tokens.admin()).get("/api/operations/sla-service/parked").then().statusCode(200)
                        .body("key", hasItem(events.ticketId.toString())));
    }

    @Test
    void factsAreNeverChanged() {
        // Given
        Events events = Events.ofTicket().opened(now);
        UUID clock = id(awaitClock(events, "ACKNOWLEDGE", "RUNNING"));

        // When
        String refusal = org.junit.jupiter.api.Assertions.assertThrows(java.sql.SQLException.class,
                () -> count(
                        "with changed as (update clock_fact set at = now() where clock_id = ? returning 1) select count(*) from changed",
                        clock))
                .getMessage();

        // Then
        assertTrue(refusal.contains("append-only"), refusal);
    }

    @Test
    void bodiesAreReadAsUtf8() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(10));

        // When
        events.ticket("TicketWaiting", "reason", "CUSTOMER", "evidence", "客户未接电话", "at", now);

        // Then
        Map<String, Object> clock = awaitClock(events, "RESOLUTION_24H", "PAUSED");
        assertTrue(new String(EventJson.write(clock).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).contains("客户未接电话"));
    }
}
