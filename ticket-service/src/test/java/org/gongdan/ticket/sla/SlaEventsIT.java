package org.gongdan.ticket.sla;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SlaEventsIT {

    private static final String DUE = "2026-11-22T01:00:00Z";

    private UUID ticket;

    @BeforeEach
    void openATicket() {
        ticket = anOpenTicket(Tokens.XINGFU);
    }

    private void breached(UUID clock) {
        Topics.shared().send("sla-events", "SlaBreached.v1", clock, 1, Tokens.XINGFU, body(clock, Map.of("dueAt", DUE, "breachedAt", DUE)));
    }

    private void withdrawn(UUID clock, UUID event) {
        Topics.shared().send("sla-events", event, "SlaBreachWithdrawn.v1", clock, 2, Tokens.XINGFU,
                body(clock, Map.of("dueAt", DUE, "breachedAt", DUE, "because", "PAUSED", "at", DUE)));
    }

    private String body(UUID clock, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("clockId", clock, "ticketId", ticket, "customerId", Tokens.XINGFU, "kind", "RESOLUTION_24H"));
        body.putAll(more);
        return EventJson.write(body);
    }

    private void awaitMark(boolean breached) {
        await().untilAsserted(
                () -> as(Tokens.agent()).get("/api/tickets/" + ticket).then().statusCode(200).body("breached", equalTo(breached)));
    }

    private JsonPath story() {
        return as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void aBrokenPromiseMarksTheTicket() {
        // When
        breached(UUID.randomUUID());

        // Then
        awaitMark(true);
    }

    @Test
    void aWithdrawnBreachClearsTheMarkAndTheStorySaysWhy() {
        // Given
        UUID clock = UUID.randomUUID();
        breached(clock);
        awaitMark(true);

        // When
        withdrawn(clock, UUID.randomUUID());

        // Then
        awaitMark(false);
        assertEquals("PAUSED", story().getString("items.find { it.type == 'SlaBreachWithdrawn' }.data.because"));
    }

    @Test
    void theMarkStaysWhileAnotherPromiseIsBroken() {
        // Given
        UUID kept = UUID.randomUUID();
        breached(kept);
        breached(UUID.randomUUID());
        await().until(() -> story().getList("items.findAll { it.type == 'SlaBreached' }").size() == 2);

        // When
        withdrawn(kept, UUID.randomUUID());

        // Then
        await()
                .untilAsserted(() -> assertEquals(true, story().getList("items.type").contains("SlaBreachWithdrawn")));
        awaitMark(true);
    }

    @Test
    void aPromiseThatBreaksAgainMarksTheTicketAgainAndARepetitionDoesNotClearIt() {
        // Given
        UUID clock = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        breached(clock);
        withdrawn(clock, event);
        awaitMark(false);
        breached(clock);
        awaitMark(true);

        // When
        withdrawn(clock, event);
        Topics.shared().send("sla-events", "SlaMet.v1", clock, 4, Tokens.XINGFU, body(clock, Map.of("dueAt", DUE, "metAt", DUE)));

        // Then
        await().untilAsserted(
                () -> as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().body("items.type", hasItem("SlaMet")));
        awaitMark(true);
        assertEquals(1, story().getList("items.findAll { it.type == 'SlaBreachWithdrawn' }").size());
    }

    @Test
    void whatWeBreakAmongOurselvesMarksNothing() {
        // Given
        UUID clock = UUID.randomUUID();
        Topics.shared().send("sla-events", "SlaBreached.v1", UUID.randomUUID(), 1, null,
                body(UUID.randomUUID(), Map.of("kind", "TIME_TO_ASSIGN", "dueAt", DUE, "breachedAt", DUE)));
        await().until(() -> story().getList("items.type").contains("SlaBreached"));
        awaitMark(false);

        // When
        breached(clock);
        awaitMark(true);
        withdrawn(clock, UUID.randomUUID());

        // Then
        awaitMark(false);
    }

    @Test
    void whatIsOurOwnBusinessIsNoneOfTheCustomers() {
        // Given
        Topics.shared().send("sla-events", "PromiseMade.v1", UUID.randomUUID(), 0, null,
                body(UUID.randomUUID(), Map.of("kind", "HAND_OFF", "dueAt", DUE, "madeAt", DUE)));

        // When
        Topics.shared().send("sla-events", "PromiseMade.v1", UUID.randomUUID(), 0, Tokens.XINGFU,
                body(UUID.randomUUID(), Map.of("dueAt", DUE, "madeAt", DUE)));

        // Then
        await().until(() -> story().getList("items.findAll { it.type == 'PromiseMade' }").size() == 2);
        as(Tokens.customer()).get("/api/tickets/" + ticket + "/story").then().statusCode(200)
                .body("items.findAll { it.type == 'PromiseMade' }.data.kind", equalTo(List.of("RESOLUTION_24H")));
    }
}
