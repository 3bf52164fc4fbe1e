package org.gongdan.sla.agreement;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.gongdan.sla.agreement.Deals.made;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A ticket gets another priority, and what is promised follows it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PriorityIT {

    private final Instant now = Events.now();
    private final Instant opened = now.minus(Duration.ofHours(2));

    @Test
    void openPromisesGetTheTermsOfTheNewPriorityAndLoseNoPause() {
        // Given
        Deals deal = made().inForce(content(level("P1", "PT8H"), level("P3", "PT24H")));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P3", null).waiting("CUSTOMER", opened.plusSeconds(600))
                .resumed(opened.plusSeconds(1200));
        awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofHours(24)).plusSeconds(600));

        // When
        prioritized(events, "P1", "P3", now);

        // Then
        Map<String, Object> clock = awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofHours(8)).plusSeconds(600));
        assertEquals(List.of("STARTED", "PAUSED", "RESUMED", "RETERMED"), facts(clock));
        Topics.Event moved = Topics.shared().await("sla-events",
                event -> "RETERMED".equals(event.text("cause")) && clock.get("id").equals(event.key()));
        assertEquals(opened.plus(Duration.ofHours(8)).plusSeconds(600).toString(), moved.text("dueAt"));
        as(Tokens.agent()).get("/api/clocks/" + id(clock) + "/explanation").then().statusCode(200)
                .body("steps[3].sentence", containsString("level P1"))
                .body("steps[3].sentence", containsString("now of priority P1"));
        prioritized(events, "P3", "P1", now.plusSeconds(1));
        awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofHours(24)).plusSeconds(600));
    }

    @Test
    void whereNoContractDistinguishesThePriorityNothingMoves() throws Exception {
        // Given
        Events events = Events.ofTicket().opened(opened, null, "P3", null);
        Instant due = instant(awaitClock(events, "RESOLUTION_24H", "RUNNING"), "dueAt");

        // When
        prioritized(events, "P2", "P3", now);

        // Then
        await().until(() -> facts(clock(events, "RESOLUTION_24H")).contains("RETERMED"));
        assertEquals(due, instant(clock(events, "RESOLUTION_24H"), "dueAt"));
        assertEquals(1, count("select count(*) from clock where id = ? and priority = 'P2'", id(clock(events, "RESOLUTION_24H"))));
        assertEquals(0,
                Topics.shared().all("sla-events",
                        event -> "RETERMED".equals(event.text("cause")) && events.ticketId.toString().equals(event.text("ticketId")))
                        .size());
    }

    @Test
    void laterPromisesOfTheTicketAreMadeForTheNewPriority() {
        // Given
        Deals deal = made().inForce(content(level("P1", "HAND_OFF", "PT2H", null), level("P3", "HAND_OFF", "PT4H", null)));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P3", null).ticket("TicketAcknowledged", "at",
                opened.plusSeconds(60));
        prioritized(events, "P1", "P3", now);

        // When
        events.ticket("TicketHandedOver", "to", "centre", "reason", "r", "at", now.plusSeconds(1), "by", "agent");

        // Then
        awaitDue(events, "HAND_OFF", now.plusSeconds(1).plus(Duration.ofHours(2)));
    }

    @Test
    void theLadderOfTheNewPriorityIsClimbed() {
        // Given
        Instant reported = now.minusSeconds(3600);
        Events events = Events.ofTicket().opened(reported, now.plusSeconds(3600), "P3", null);
        awaitClock(events, "EXPECTED_TIME", "RUNNING");

        // When
        prioritized(events, "P1", "P3", now);

        // Then
        Topics.Event step = Topics.shared().await("sla-events", "SlaEscalated.v1", id(clock(events, "EXPECTED_TIME")));
        assertEquals("50%", step.text("step"));
        assertEquals("duty", step.text("role"));
    }

    @Test
    void theSameEventTwiceHasOneEffectAndWhatIsOverStaysAsItIs() {
        // Given
        Instant justNow = now.minusSeconds(20);
        Events events = Events.ofTicket().opened(justNow, null, "P3", null).ticket("TicketAcknowledged", "at", justNow.plusSeconds(10));
        awaitClock(events, "ACKNOWLEDGE", "MET");

        // When
        events.ticketTwice("TicketPrioritized", "priority", "P1", "previousPriority", "P3", "reason", "r", "at", now, "by", "agent");
        events.ticket("TicketWaiting", "reason", "CUSTOMER", "evidence", "e", "at", now.plusSeconds(1));

        // Then
        assertEquals(1, facts(awaitClock(events, "RESOLUTION_24H", "PAUSED")).stream().filter("RETERMED"::equals).count());
        assertEquals(List.of("STARTED", "MET"), facts(clock(events, "ACKNOWLEDGE")));
    }

    private static void prioritized(Events events, String priority, String previous, Instant at) {
        events.ticket("TicketPrioritized", "priority", priority, "previousPriority", previous, "reason", "全店停业", "at", at, "by", "agent");
    }
}
