package org.gongdan.sla.hearing;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.clocks;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The kinds that are only data: answers, regular news, assignment, hand-over. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WordPromisesIT {

    private final Instant now = Events.now();

    @Test
    void anAnswerInTimeKeepsThePromiseR38() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(900)).callbackPromised(now.plusSeconds(3600), null,
                now.minusSeconds(600));
        assertEquals(now.plusSeconds(3600), instant(awaitClock(events, "CALL_BACK", "RUNNING"), "dueAt"));

        // When
        events.contacted(false, now.minusSeconds(300)).contacted(true, now);

        // Then
        Map<String, Object> clock = awaitClock(events, "CALL_BACK", "MET");
        assertEquals(now, instant(clock, "endedAt"));
        assertEquals("CALL_BACK", Topics.shared().await("sla-events", "SlaMet.v1", id(clock)).text("kind"));
    }

    @Test
    void aRenewalBeforeTheEndMovesTheAnswerAndSilenceBreaksItR39() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(7200))
                .callbackPromised(now.minusSeconds(3600), null, now.minusSeconds(7000))
                .callbackPromised(now.minusSeconds(1800), "厂家未回复", now.minusSeconds(4000));
        awaitDue(events, "CALL_BACK", now.minusSeconds(1800));
        Map<String, Object> broken = awaitClock(events, "CALL_BACK", "BREACHED");
        assertEquals(now.minusSeconds(1800), instant(broken, "breachedAt"));
        assertTrue(facts(broken).contains("RETARGETED"));

        // When
        events.callbackPromised(now.plusSeconds(1800), "很抱歉", now);

        // Then
        Map<String, Object> next = awaitClock(events, "CALL_BACK", "RUNNING");
        assertEquals(now.plusSeconds(1800), instant(next, "dueAt"));
        assertEquals("BREACHED", clocks(events).getString("items.find { it.id == '" + broken.get("id") + "' }.status"));
    }

    @Test
    void everyContactKeepsThePromiseAndMakesTheNextR138() {
        // Given
        Instant opened = now.minus(Duration.ofHours(10));
        Events events = Events.ofTicket().opened(opened).contacted(false, opened.plus(Duration.ofHours(3)));
        awaitDue(events, "UPDATE_CADENCE", opened.plus(Duration.ofHours(7)));
        awaitClock(events, "UPDATE_CADENCE", "BREACHED");

        // When
        events.contacted(false, opened.plus(Duration.ofHours(8))).ticket("RemoteSessionEnded", "startedAt", now.minusSeconds(60), "endedAt",
                now);

        // Then
        awaitDue(events, "UPDATE_CADENCE", now.plus(Duration.ofHours(4)));
        assertEquals(List.of("RUNNING", "MET", "BREACHED", "MET"),
                clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }.status"));
        events.resolved(now.plusSeconds(1));
        awaitClock(events, "UPDATE_CADENCE", "MET");
        events.contacted(false, now.plusSeconds(2)).waiting("PARTS", now.plusSeconds(3));
        await().until(() -> facts(clock(events, "RESOLUTION_24H")).contains("PAUSED"));
        assertEquals(4, clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }").size());
    }

    @Test
    void whatIsWrittenToTheCustomerIsNewsOfTheProgressTooR138() {
        // Given
        Instant opened = now.minus(Duration.ofHours(2));
        Events events = Events.ofTicket().opened(opened);
        awaitDue(events, "UPDATE_CADENCE", opened.plus(Duration.ofHours(4)));

        // When
        events.ticket("MessageSent", "messageId", UUID.randomUUID(), "text", "备件明天到店", "at", now, "by", "agent");

        // Then
        awaitDue(events, "UPDATE_CADENCE", now.plus(Duration.ofHours(4)));
        assertEquals(List.of("RUNNING", "MET"), clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }.status"));
    }

    @Test
    void aContactToldLateIsPutBetweenTheOthersR138() {
        // Given
        Instant opened = now.minus(Duration.ofHours(7));
        Events events = Events.ofTicket().opened(opened).asVersion(2).contacted(false, now);
        awaitDue(events, "UPDATE_CADENCE", now.plus(Duration.ofHours(4)));
        assertEquals(List.of("RUNNING", "BREACHED"), clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }.status"));

        // When
        events.asVersion(1).contacted(false, opened.plus(Duration.ofHours(3).plusMinutes(30)));

        // Then
        await().untilAsserted(() -> assertEquals(List.of("MET", "MET", "RUNNING"),
                clocks(events).getList("items.findAll { it.kind == 'UPDATE_CADENCE' }.sort { it.startedAt }.status")));
        assertEquals(List.of(opened.plus(Duration.ofHours(3).plusMinutes(30)).toString(), now.toString()),
                clocks(events)
                        .getList("items.findAll { it.kind == 'UPDATE_CADENCE' && it.endedAt != null }.sort { it.startedAt }.endedAt"));
    }

    @Test
    void whatWePromiseAmongOurselvesIsToldToNobodyOutside() {
        // When
        Events events = Events.ofTicket().opened(now.minusSeconds(3600)).ticket("VisitRequested", "at", now.minusSeconds(600), "need", "n");

        // Then
        Topics.Event ours = Topics.shared().await("sla-events", "PromiseMade.v1", id(awaitClock(events, "TIME_TO_ASSIGN", "RUNNING")));
        assertNull(ours.headers().get("ce_customer"));
        assertEquals(events.customerId.toString(), ours.text("customerId"));
        assertEquals(events.customerId.toString(),
                Topics.shared().await("sla-events", "PromiseMade.v1", id(clock(events, "RESOLUTION_24H"))).headers().get("ce_customer"));
    }

    @Test
    void anEngineerIsAssignedInTimeR50() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(3600)).ticket("VisitRequested", "at", now.minusSeconds(600), "need", "n");
        assertEquals(now.plusSeconds(1200), instant(awaitClock(events, "TIME_TO_ASSIGN", "RUNNING"), "dueAt"));

        // When
        events.scheduled(now.plusSeconds(7200), now);

        // Then
        assertEquals(now, instant(awaitClock(events, "TIME_TO_ASSIGN", "MET"), "endedAt"));
        events.visit("VisitDeclined", "engineerId", events.visitId, "reason", "与其他安排冲突", "at", now.plusSeconds(100));
        assertEquals(now.plusSeconds(1300), instant(awaitClock(events, "TIME_TO_ASSIGN", "RUNNING"), "dueAt"));
    }

    @Test
    void anAppointmentHeardBeforeTheRequestForItWaitsForIt() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(3600)).asVersion(5).scheduled(now.plusSeconds(7200), now);
        awaitClock(events, "ARRIVAL", "RUNNING");
        await().until(() -> count("select count(*) from early_fact where subject = ? and kinds = 'TIME_TO_ASSIGN'", events.ticketId) == 1);
        assertNull(clock(events, "TIME_TO_ASSIGN"));

        // When
        events.asVersion(1).ticket("VisitRequested", "at", now.minusSeconds(600), "need", "n");

        // Then
        assertEquals(now, instant(awaitClock(events, "TIME_TO_ASSIGN", "MET"), "endedAt"));
        assertEquals(0, count("select count(*) from early_fact where subject = ?", events.ticketId));
    }

    @Test
    void aHandOverIsAnsweredInTimeR21() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(3600)).ticket("TicketHandedOver", "to", "技术中心", "reason", "r", "at",
                now.minusSeconds(600), "by", "agent");
        awaitClock(events, "HAND_OFF", "RUNNING");

        // When
        events.ticket("HandOverRefused", "to", "技术中心", "reason", "r", "at", now.minusSeconds(300), "by", "engineer")
                .ticket("TicketHandedOver", "to", "技术中心", "reason", "r", "at", now, "by", "agent");

        // Then
        assertEquals(now.plusSeconds(1800), instant(awaitClock(events, "HAND_OFF", "RUNNING"), "dueAt"));
        assertEquals(List.of("RUNNING", "MET"), clocks(events).getList("items.findAll { it.kind == 'HAND_OFF' }.status"));
    }

    @Test
    void aComplaintHasAClockOfItsOwnR117() {
        // Given
        Events events = Events.ofTicket().ticket("TicketOpened", "openedAt", now.minusSeconds(600), "priority", "P3", "matter",
                "COMPLAINT");
        assertEquals(now.minusSeconds(600).plus(Duration.ofHours(8)), instant(awaitClock(events, "COMPLAINT", "RUNNING"), "dueAt"));

        // When
        events.resolved(now);

        // Then
        awaitClock(events, "COMPLAINT", "MET");
        Events fault = Events.ofTicket().opened(now);
        awaitClock(fault, "RESOLUTION_24H", "RUNNING");
        assertNull(clock(fault, "COMPLAINT"));
    }
}
