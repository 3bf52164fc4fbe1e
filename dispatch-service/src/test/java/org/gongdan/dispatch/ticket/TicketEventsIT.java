package org.gongdan.dispatch.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.dispatch.VisitFixtures.aCompletedVisit;
import static org.gongdan.dispatch.VisitFixtures.aContact;
import static org.gongdan.dispatch.VisitFixtures.anAcceptedVisit;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.inHours;
import static org.gongdan.dispatch.VisitFixtures.json;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.gongdan.dispatch.VisitFixtures.visitOf;
import static org.gongdan.dispatch.VisitFixtures.visitRequest;
import static org.gongdan.dispatch.VisitFixtures.visitRequested;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketEventsIT {

    private final Topics topics = Topics.shared();

    @Test
    void requestedVisitIsOrderedWithASpeakableNumber() {
        // Given
        UUID ticket = UUID.randomUUID();

        // When
        visitRequested(ticket, Tokens.XINGFU, null);

        // Then
        var visit = visitOf(ticket);
        assertTrue(visit.getString("number").matches("V\\d{4}-\\d{4,}"), visit.getString("number"));
        assertEquals("ORDERED", visit.getString("status"));
        assertEquals(List.of("name", "phone", "address"), visit.getList("missing"));
        Topics.Event ordered = topics.await("visit-events", "VisitOrdered.v1", visit.getUUID("id"));
        assertEquals(visit.getString("number"), ordered.text("number"));
        assertEquals(3, ordered.body().path("missing").size());
        assertEquals(ticket.toString(), ordered.text("ticketId"));
    }

    @Test
    void repeatedEventOrdersNoSecondVisit() {
        // Given
        UUID ticket = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String body = visitRequest(ticket, Tokens.XINGFU, null);
        topics.send("ticket-events", event, "VisitRequested.v1", ticket, 3, Tokens.XINGFU, body);

        // When
        topics.send("ticket-events", event, "VisitRequested.v1", ticket, 3, Tokens.XINGFU, body);

        // Then
        topics.send("ticket-events", "TicketCancelled.v1", ticket, 4, Tokens.XINGFU,
                json(map("ticketId", ticket, "customerId", Tokens.XINGFU, "reason", "误报")));
        await().until(() -> "CANCELLED".equals(visitOf(ticket).getString("status")));
        assertEquals(1, as(Tokens.supervisor()).queryParam("ticketId", ticket).get("/api/visits").jsonPath().getList("items").size());
    }

    @Test
    void cancelledTicketCancelsItsVisitWhateverTheEngineerIsDoing() {
        // Given
        var engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        UUID ticket = read(visit, Tokens.supervisor()).getUUID("ticketId");

        // When
        topics.send("ticket-events", "TicketCancelled.v1", ticket, 9, Tokens.XINGFU,
                json(map("ticketId", ticket, "customerId", Tokens.XINGFU, "reason", "客户已自行解决")));

        // Then
        assertEquals("客户已自行解决", topics.await("visit-events", "VisitCancelled.v1", visit).text("reason"));
        var cancelled = read(visit, engineer.token());
        assertEquals("CANCELLED", cancelled.getString("status"));
        assertEquals("138****34", cancelled.getString("phone"));
    }

    @Test
    void endOfTheTicketLeavesACompletedVisitAsItIs() {
        // Given
        UUID visit = aCompletedVisit(anEngineer());
        UUID ticket = read(visit, Tokens.supervisor()).getUUID("ticketId");

        // When
        topics.send("ticket-events", "TicketResolved.v1", ticket, 9, Tokens.XINGFU,
                json(map("ticketId", ticket, "customerId", Tokens.XINGFU, "method", "ON_SITE")));
        topics.send("ticket-events", "TicketClosed.v2", ticket, 10, Tokens.XINGFU,
                json(map("ticketId", ticket, "customerId", Tokens.XINGFU, "byCustomer", true)));

        // Then: a later event of the same ticket has been applied, so these have, too
        visitRequestedAgain(ticket);
        assertEquals("COMPLETED", read(visit, Tokens.supervisor()).getString("status"));
    }

    @Test
    void closedTicketCancelsAnOpenVisit() {
        // Given
        UUID ticket = UUID.randomUUID();
        visitRequested(ticket, Tokens.XINGFU, aContact(Tokens.XINGFU));
        UUID visit = visitOf(ticket).getUUID("id");

        // When
        topics.send("ticket-events", "TicketClosed.v2", ticket, 10, Tokens.XINGFU,
                json(map("ticketId", ticket, "customerId", Tokens.XINGFU, "byCustomer", true)));

        // Then
        topics.await("visit-events", "VisitCancelled.v1", visit);
        assertEquals("CANCELLED", read(visit, Tokens.supervisor()).getString("status"));
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextEventIsApplied() {
        // Given
        UUID ticket = UUID.randomUUID();
        topics.send("ticket-events", "VisitRequested.v1", ticket, 1, Tokens.XINGFU, "{\"ticketId\": not json " + ticket);
        topics.sendRaw("ticket-events", ticket.toString(), Map.of(), ("no envelope " + ticket).getBytes(StandardCharsets.UTF_8));

        // When
        visitRequested(ticket, Tokens.XINGFU, null);

        // Then
        visitOf(ticket);
        topics.await("ticket-events-dead-letter", event -> event.body().asText().contains("not json " + ticket));
        topics.await("ticket-events-dead-letter", event -> event.body().asText().contains("no envelope " + ticket));
    }

    @Test
    void refusedEventParksItsKeyUntilAnOperatorReplaysIt() {
        // Given
        UUID ticket = UUID.randomUUID();
        topics.send("ticket-events", "VisitRequested.v1", ticket, 1, Tokens.XINGFU, json(map("ticketId", ticket, "need", "无客户")));

        // When
        visitRequested(ticket, Tokens.XINGFU, null);

        // Then
        await().until(() -> events(ticket) == 2);
        as(Tokens.admin()).post("/api/operations/dispatch-service/parked/ticket-events/" + ticket + "/replay").then().statusCode(422)
                .body("type", equalTo("/problems/visit-order-incomplete"));
        assertEquals(2, events(ticket));
        as(Tokens.supervisor()).queryParam("ticketId", ticket).get("/api/visits").then().body("items.size()", equalTo(0));
    }

    private static int events(UUID key) {
        Integer events = as(Tokens.admin()).get("/api/operations/dispatch-service/parked").jsonPath()
                .get("find { it.key == '" + key + "' }.events");
        return events == null ? 0 : events;
    }

    private static void visitRequestedAgain(UUID ticket) {
        visitRequested(ticket, Tokens.XINGFU, null);
        await().until(
                () -> as(Tokens.supervisor()).queryParam("ticketId", ticket).get("/api/visits").jsonPath().getList("items").size() == 2);
    }
}
