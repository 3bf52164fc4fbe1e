package org.gongdan.ticket.visit;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class VisitEventsIT {

    private final Topics topics = Topics.shared();

    private static String visit(UUID visit, UUID ticket) {
        return "{\"visitId\":\"%s\",\"ticketId\":\"%s\",\"customerId\":\"%s\",\"reason\":\"r\",\"at\":\"2026-11-22T01:00:00Z\"}"
                .formatted(visit, ticket, Tokens.XINGFU);
    }

    private static List<String> story(UUID ticket) {
        return as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().statusCode(200).extract().jsonPath()
                .getList("items.type");
    }

    private static UUID aTicketOnSite() {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).post("/api/tickets/" + ticket + "/acknowledge").then().statusCode(200);
        as(Tokens.agent()).body(Map.of("need", "look at it", "skipReason", "hardware")).post("/api/tickets/" + ticket + "/request-visit")
                .then().statusCode(200);
        return ticket;
    }

    @Test
    void visitShowsInTicketAndStory() {
        // Given
        UUID ticket = aTicketOnSite();
        UUID visit = UUID.randomUUID();

        // When
        topics.send("visit-events", "VisitScheduled.v1", visit, 1, Tokens.XINGFU, visit(visit, ticket));

        // Then
        await().untilAsserted(() -> as(Tokens.agent()).get("/api/tickets/" + ticket).then()
                .body("visitId", equalTo(visit.toString())).body("visitStatus", equalTo("SCHEDULED")).body("status", equalTo("ON_SITE")));
        assertTrue(story(ticket).contains("VisitScheduled"));
    }

    @Test
    void cancelledVisitGivesTheTicketBackToTheDesk() {
        // Given
        UUID ticket = aTicketOnSite();
        UUID visit = UUID.randomUUID();

        // When
        topics.send("visit-events", "VisitCancelled.v1", visit, 1, Tokens.XINGFU, visit(visit, ticket));

        // Then
        await().untilAsserted(() -> as(Tokens.agent()).get("/api/tickets/" + ticket).then().body("status", equalTo("IN_PROGRESS")));
    }

    @Test
    void repeatedEventHasOneEffect() {
        // Given
        UUID ticket = aTicketOnSite();
        UUID visit = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        topics.send("visit-events", event, "VisitScheduled.v1", visit, 1, Tokens.XINGFU, visit(visit, ticket));

        // When
        topics.send("visit-events", event, "VisitScheduled.v1", visit, 1, Tokens.XINGFU, visit(visit, ticket));
        topics.send("visit-events", "VisitAccepted.v1", visit, 2, Tokens.XINGFU, visit(visit, ticket));

        // Then
        await().until(() -> story(ticket).contains("VisitAccepted"));
        assertEquals(1, story(ticket).stream().filter("VisitScheduled"::equals).count());
    }

    @Test
    void poisonGoesToTheDeadLettersAndLaterEventsGoOn() {
        // Given
        UUID ticket = aTicketOnSite();
        UUID visit = UUID.randomUUID();
        UUID noEnvelope = UUID.randomUUID();

        // When
        topics.sendRaw("visit-events", noEnvelope.toString(), Map.of("ce_type", "VisitScheduled.v1"), "{}".getBytes());
        topics.send("visit-events", "VisitScheduled.v1", visit, 1, Tokens.XINGFU, "{\"visitId\": \"not a uuid\"}");
        topics.send("visit-events", "VisitAccepted.v1", visit, 2, Tokens.XINGFU, visit(visit, ticket));
        topics.send("visit-events", "SomethingNobodyKnows.v1", visit, 3, Tokens.XINGFU, "{}");

        // Then
        Topics.Event dead = topics.await("visit-events-dead-letter", event -> event.key().equals(visit.toString()));
        assertTrue(dead.headers().get("dead-letter-reason").contains("not a uuid"), dead.headers().toString());
        topics.await("visit-events-dead-letter", event -> event.key().equals(noEnvelope.toString()));
        await().until(() -> story(ticket).contains("VisitAccepted"));
    }

    @Test
    void refusedEventIsParkedWithItsKeyUntilReplayed() {
        // Given
        UUID unknownTicket = UUID.randomUUID();
        UUID ticket = aTicketOnSite();
        UUID visit = UUID.randomUUID();

        // When
        topics.send("visit-events", "VisitCancelled.v1", visit, 1, Tokens.XINGFU, visit(visit, unknownTicket));
        topics.send("visit-events", "VisitScheduled.v1", visit, 2, Tokens.XINGFU, visit(visit, ticket));

        // Then
        String path = "/api/operations/ticket-service/parked";
        await().untilAsserted(
                () -> as(Tokens.admin()).get(path).then().statusCode(200).body("find { it.key == '" + visit + "' }.events", equalTo(2)));
        assertTrue(story(ticket).stream().noneMatch("VisitScheduled"::equals));
        as(Tokens.agent()).get(path).then().statusCode(403);
        as(Tokens.admin()).post(path + "/visit-events/" + visit + "/replay").then().statusCode(404);
        as(Tokens.admin()).get(path).then().body("key", hasItem(visit.toString()));
    }
}
