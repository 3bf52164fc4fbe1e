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
import static org.gongdan.sla.SlaFixtures.published;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketPromisesIT {

    private static final Duration DAY = Duration.ofHours(24);

    private final Instant now = Events.now();

    @Test
    void aReportMakesItsPromises() throws Exception {
        // When
        Events events = Events.ofTicket().opened(now, now.plus(Duration.ofHours(4)));

        // Then
        Map<String, Object> resolution = awaitClock(events, "RESOLUTION_24H", "RUNNING");
        assertEquals(now.plus(DAY), instant(resolution, "dueAt"));
        assertEquals(now.plus(DAY.multipliedBy(4).dividedBy(5)), instant(resolution, "warnAt"));
        assertEquals(now.plus(Duration.ofHours(4)), instant(clock(events, "EXPECTED_TIME"), "dueAt"));
        assertEquals(now.plus(Duration.ofMinutes(30)), instant(clock(events, "ACKNOWLEDGE"), "dueAt"));
        Topics.Event event = Topics.shared().await("sla-events", "PromiseMade.v1", id(resolution));
        assertEquals(events.ticketId.toString(), event.text("ticketId"));
        assertEquals(now.plus(DAY).toString(), event.text("dueAt"));
        assertEquals(Tokens.XINGFU.toString(), event.headers().get("ce_customer"));
        assertEquals(now.plus(Duration.ofHours(4)), instant(clock(events, "UPDATE_CADENCE"), "dueAt"));
        assertEquals(10, count("select count(*) from timer t join clock c on c.id = t.ref where c.ticket_id = ?", events.ticketId));
    }

    @Test
    void aPromiseThatIsOverdueAlreadyBreaksAtOnceAndWithoutWarning() {
        // Given
        Instant openedAt = now.minus(Duration.ofMinutes(24 * 60 + 30));

        // When
        Events events = Events.ofTicket().opened(openedAt);

        // Then
        Map<String, Object> resolution = awaitClock(events, "RESOLUTION_24H", "BREACHED");
        assertEquals(openedAt.plus(DAY), instant(resolution, "breachedAt"));
        Topics.Event breached = Topics.shared().await("sla-events", "SlaBreached.v1", id(resolution));
        assertEquals(openedAt.plus(DAY).toString(), breached.text("breachedAt"));
        assertEquals("1", breached.headers().get("ce_sequence"));
        assertEquals(List.of("PromiseMade.v1", "SlaBreached.v1"), published(resolution).stream().map(Topics.Event::type).toList());
    }

    @Test
    void weWarnAndThenBreakNotBeforeTheDueTime() throws Exception {
        // Given
        Instant expectedBy = Events.now().plusSeconds(10);

        // When
        Events events = Events.ofTicket().opened(Events.now(), expectedBy);

        // Then
        Map<String, Object> clock = awaitClock(events, "EXPECTED_TIME", "BREACHED");
        assertEquals(List.of("STARTED", "WARNED", "BREACHED"), facts(clock));
        Topics.shared().await("sla-events", "SlaBreached.v1", id(clock));
        assertEquals(List.of("PromiseMade.v1", "SlaWarned.v1", "SlaBreached.v1"),
                published(clock).stream().map(Topics.Event::type).toList());
        assertEquals(1, count(
                "select count(*) from clock_fact where clock_id = ? and fact = 'BREACHED' and recorded >= at and recorded < at + interval '5 seconds'",
                id(clock)));
        assertEquals(1, count(
                "select count(*) from clock_fact f join clock c on c.id = f.clock_id where c.id = ? and fact = 'WARNED' and f.at >= "
                        + "c.warn_at and f.at < c.due_at",
                id(clock)));
        assertEquals(0, count("select count(*) from timer where ref = ? and kind <> 'sla-escalation'", id(clock)));
    }

    @Test
    void waitingForTheCustomerDoesNotCount() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(10))).waiting("CUSTOMER", now.minus(Duration.ofHours(9)));
        Map<String, Object> paused = awaitClock(events, "RESOLUTION_24H", "PAUSED");
        assertEquals("PT23H", paused.get("remaining"));
        assertEquals(0, count("select count(*) from timer where ref = ?", id(paused)));

        // When
        events.resumed(now.minus(Duration.ofHours(1)));

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", now.plus(Duration.ofHours(22)));
        assertEquals("RUNNING", clock.get("status"));
        Topics.Event extended = Topics.shared().await("sla-events", "SlaExtended.v1", id(clock));
        assertEquals("PAUSED", extended.text("cause"));
        assertEquals(now.plus(Duration.ofHours(14)).toString(), extended.text("previousDueAt"));
        assertEquals(3, count("select count(*) from timer where ref = ?", id(clock)));
    }

    @Test
    void waitingForPartsCountsAndIsWrittenDown() {
        // When
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(2))).waiting("PARTS", now.minus(Duration.ofHours(1)));

        // Then
        await().until(() -> clock(events, "RESOLUTION_24H"), clock -> clock != null && facts(clock).contains("PAUSED"));
        assertEquals("RUNNING", clock(events, "RESOLUTION_24H").get("status"));
        assertEquals(now.plus(Duration.ofHours(22)), instant(clock(events, "RESOLUTION_24H"), "dueAt"));
    }

    @Test
    void aReopenedTicketRunsOnWithTheTimeItHadLeft() {
        // Given
        Instant openedAt = now.minus(Duration.ofHours(40));
        Events events = Events.ofTicket().opened(openedAt, openedAt.plus(Duration.ofHours(20)))
                .resolved(openedAt.plus(Duration.ofHours(10)));
        Map<String, Object> met = awaitClock(events, "RESOLUTION_24H", "MET");
        Topics.shared().await("sla-events", "SlaMet.v1", id(met));

        // When
        events.reopened(now);

        // Then
        Map<String, Object> clock = awaitClock(events, "RESOLUTION_24H", "RUNNING");
        assertEquals(now.plus(Duration.ofHours(14)), instant(clock, "dueAt"));
        assertNull(clock.get("endedAt"));
        assertEquals(now.plus(Duration.ofHours(10)), instant(awaitClock(events, "EXPECTED_TIME", "RUNNING"), "dueAt"));
        assertEquals("REOPENED", Topics.shared().await("sla-events", "SlaExtended.v1", id(clock)).text("cause"));
    }

    @Test
    void consentInTimeMovesThePromiseR22() {
        // Given
        Instant newTime = now.plus(Duration.ofDays(3));

        // When
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(23)), now.plus(Duration.ofHours(1))).extended(newTime, now);

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", newTime);
        assertEquals(newTime, instant(awaitDue(events, "EXPECTED_TIME", newTime), "dueAt"));
        assertEquals("AGREED", Topics.shared().await("sla-events", "SlaExtended.v1", id(clock)).text("cause"));
        assertTrue(facts(clock).contains("EXTENDED"));
        assertEquals("PT24H", clock.get("target"));
    }

    @Test
    void consentWithoutANameMovesThePromiseToo() {
        // Given
        Instant newTime = now.plus(Duration.ofDays(3));

        // When
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(23)), now.plus(Duration.ofHours(1)))
                .extendedWithoutNames(newTime, now);

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", newTime);
        assertTrue(facts(clock).contains("EXTENDED"));
    }

    @Test
    void consentAfterTheEndIsWrittenDownAndWithoutEffectR22() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(25)));
        awaitClock(events, "RESOLUTION_24H", "BREACHED");

        // When
        events.extended(now.plus(Duration.ofDays(3)), now);

        // Then
        await().until(() -> facts(clock(events, "RESOLUTION_24H")).contains("EXTENDED"));
        assertEquals("BREACHED", clock(events, "RESOLUTION_24H").get("status"));
        as(Tokens.agent()).get("/api/clocks/" + clock(events, "RESOLUTION_24H").get("id") + "/explanation").then().statusCode(200)
                .body("steps.effect", hasItem("TOO_LATE"));
    }

    @Test
    void aLateFixDoesNotMendThePromise() {
        // Given
        Events events = Events.ofTicket().opened(now.minus(Duration.ofHours(25)));
        awaitClock(events, "RESOLUTION_24H", "BREACHED");

        // When
        events.resolved(now);

        // Then
        Map<String, Object> clock = await().until(() -> clock(events, "RESOLUTION_24H"), found -> found.get("endedAt") != null);
        assertEquals("BREACHED", clock.get("status"));
        assertEquals(now, instant(clock, "endedAt"));
        assertFalse(published(clock).stream().anyMatch(event -> event.type().equals("SlaMet.v1")));
    }

    @Test
    void aCancelledTicketVoidsItsPromises() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(now, now.plus(DAY));
        awaitClock(events, "RESOLUTION_24H", "RUNNING");

        // When
        events.cancelled(now.plusSeconds(1));

        // Then
        awaitClock(events, "RESOLUTION_24H", "VOID");
        assertEquals(List.of("VOID", "VOID", "VOID", "VOID"), clocks(events).getList("items.status"));
        assertEquals(0, count("select count(*) from timer t join clock c on c.id = t.ref where c.ticket_id = ?", events.ticketId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TicketAcknowledged", "TicketAssigned", "PhoneFixAttempted", "RemoteSessionEnded", "VisitRequested",
            "TicketResolved",
            "CallbackPromised", "CustomerContacted", "MessageSent", "TicketHandedOver"})
    void whateverIsDoneAboutAReportAcknowledgesIt(String event) {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(60));

        // When
        events.ticket(event, "at", now, "startedAt", now, "endedAt", now, "resolvedAt", now, "dueAt", now.plusSeconds(60),
                "words", "w", "by", "agent", "to", "centre", "reason", "r");

        // Then
        Map<String, Object> clock = awaitClock(events, "ACKNOWLEDGE", "MET");
        assertEquals(now, instant(clock, "endedAt"));
        Topics.shared().await("sla-events", "SlaMet.v1", id(clock));
    }
}
