package org.gongdan.ticket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the people who run the service see of it and do about it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OperationsIT {

    private static final String PATH = "/api/operations/ticket-service";

    private final Topics topics = Topics.shared();

    private static String visit(UUID visit, UUID ticket) {
        return "{\"visitId\":\"%s\",\"ticketId\":\"%s\",\"customerId\":\"%s\",\"reason\":\"堵车\",\"at\":\"2026-11-22T01:00:00Z\"}"
                .formatted(visit, ticket, Tokens.XINGFU);
    }

    @Test
    void aParkedEventSaysWhyAndWhatItIsAbout() {
        // Given
        UUID visit = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        topics.send("visit-events", "VisitCancelled.v1", visit, 1, Tokens.XINGFU, visit(visit, unknown));
        topics.send("visit-events", "VisitScheduled.v1", visit, 2, Tokens.XINGFU, visit(visit, unknown));
        await().untilAsserted(() -> as(Tokens.admin()).get(PATH + "/parked").then().statusCode(200)
                .body("find { it.key == '" + visit + "' }.events", equalTo(2)));

        // When
        var events = as(Tokens.admin()).get(PATH + "/parked/visit-events/" + visit).then();

        // Then
        events.statusCode(200).body("", hasSize(2)).body("type", equalTo(java.util.List.of("VisitCancelled.v1", "VisitScheduled.v1")))
                .body("[0].cause", equalTo("MISSING")).body("[0].rule", equalTo("It does not exist")).body("[1].cause", equalTo("WAITS"))
                .body("[0].fields.find { it.name == 'ticketId' }.value", equalTo(unknown.toString()))
                .body("[0].fields.find { it.name == 'reason' }.value", nullValue()).body("[0].tombstone", equalTo(false));
        given().auth().oauth2(Tokens.admin()).header("Accept-Language", "zh").get(PATH + "/parked").then()
                .body("find { it.key == '" + visit + "' }.rule", equalTo("所指的内容不存在"));
        as(Tokens.admin()).get(PATH + "/parked/visit-events/" + unknown).then().statusCode(404);
        as(Tokens.manager()).get(PATH + "/parked/visit-events/" + visit).then().statusCode(403);
        as(Tokens.admin()).get("/api/operations/sla-service/parked").then().statusCode(404);
    }

    @Test
    void aReplayHasItsReasonInTheAudit() throws Exception {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        UUID visit = UUID.randomUUID();
        park(visit, visit(visit, ticket));

        // When
        var replayed = as(Tokens.admin()).body(Map.of("reason", "工单已补录")).post(PATH + "/parked/visit-events/" + visit + "/replay").then();

        // Then
        replayed.statusCode(200).body("applied", equalTo(1));
        as(Tokens.admin()).get(PATH + "/parked/visit-events/" + visit).then().statusCode(404);
        as(Tokens.manager()).get(PATH + "/audit?about=" + visit).then().statusCode(200).body("items", hasSize(1))
                .body("items[0].detail", equalTo("replayed 1: 工单已补录")).body("items[0].username", equalTo("admin"));
        as(Tokens.admin()).body(Map.of()).post(PATH + "/parked/visit-events/" + visit + "/replay").then().statusCode(400);
    }

    @Test
    void whatNobodyCanReadIsShownWithItsReason() {
        // Given
        UUID visit = UUID.randomUUID();
        topics.send("visit-events", "VisitScheduled.v1", visit, 1, Tokens.XINGFU, "{\"visitId\": \"not a uuid\"}");

        // When
        String mine = "letters.find { it.key == '" + visit + "' }";

        // Then
        await().untilAsserted(() -> as(Tokens.admin()).get(PATH + "/dead-letters").then().statusCode(200).body("readable", equalTo(true))
                .body(mine + ".type", equalTo("VisitScheduled.v1")).body(mine + ".consumer", equalTo("visit-events"))
                .body(mine + ".reason", containsString("not a uuid")));
        as(Tokens.manager()).get(PATH + "/dead-letters").then().statusCode(403);
    }

    @Test
    void theAuditIsSearchedByPersonObjectAndAction() {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).post("/api/tickets/" + ticket + "/acknowledge").then().statusCode(200);

        // When
        var rows = as(Tokens.manager()).get(PATH + "/audit?about=" + ticket).then();

        // Then
        rows.statusCode(200)
                .body("items.action", equalTo(java.util.List.of("POST /api/tickets/" + ticket + "/acknowledge", "POST /api/tickets")))
                .body("items[1].detail", containsString("/api/tickets/" + ticket)).body("items[0].username", equalTo("agent"))
                .body("items[0].customer", equalTo(Tokens.XINGFU.toString()));
        as(Tokens.admin()).queryParam("action", "POST /api/tickets/{id}/acknowledge").queryParam("about", ticket).get(PATH + "/audit")
                .then()
                .body("items", hasSize(1));
        as(Tokens.admin()).queryParam("person", "agent").queryParam("limit", 2).get(PATH + "/audit").then().body("items", hasSize(2))
                .body("items.username", everyItem(containsString("agent")));
        as(Tokens.admin()).queryParam("to", "2020-01-01T00:00:00Z").get(PATH + "/audit").then().body("items", hasSize(0));
        as(Tokens.admin()).queryParam("action", "POST /api/(tickets").get(PATH + "/audit").then().statusCode(200).body("items", hasSize(0));
        String next = as(Tokens.admin()).queryParam("about", ticket).queryParam("limit", 1).get(PATH + "/audit").then()
                .body("items", hasSize(1))
                .extract().jsonPath().getString("next");
        as(Tokens.admin()).queryParam("about", ticket).queryParam("limit", 1).queryParam("cursor", next).get(PATH + "/audit").then()
                .body("items.action", hasItem("POST /api/tickets")).body("next", nullValue());
        as(Tokens.agent()).get(PATH + "/audit").then().statusCode(403);
    }

    @Test
    void whoRunsTheServiceSeesHowItIs() {
        // When
        var health = as(Tokens.admin()).get(PATH + "/health").then();

        // Then
        health.statusCode(200).body("service", equalTo("ticket-service")).body("database.light", equalTo("GOOD"))
                .body("consumers.broker", equalTo(true)).body("outbox.facts", greaterThanOrEqualTo(0))
                .body("timers.late", greaterThanOrEqualTo(0));
        as(Tokens.manager()).get(PATH + "/health").then().statusCode(403);
    }

    /** As if it had been refused before: a tool of the database's owner. */
    private static void park(UUID visit, String body) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement insert = connection.prepareStatement("""
                insert into inbox_parked (consumer, key, event_id, type, source, subject, occurred, sequence, customer, payload, error)
                values ('visit-events', ?, ?, 'VisitScheduled.v1', '/dispatch-service', ?, now(), 1, ?, convert_to(?, 'UTF8'), 'x')""")) {
            insert.setString(1, visit.toString());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, visit);
            insert.setObject(4, Tokens.XINGFU);
            insert.setString(5, body);
            insert.executeUpdate();
        }
    }
}
