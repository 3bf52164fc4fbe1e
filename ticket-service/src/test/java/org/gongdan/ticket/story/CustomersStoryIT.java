package org.gongdan.ticket.story;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Colleagues write to each other in a ticket; its customer reads what concerns him and none of their words. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CustomersStoryIT {

    private static final String INTERNAL = "内部话语";

    @TestHTTPResource("/api/tickets")
    URI tickets;

    private UUID ticket;

    @BeforeEach
    void colleaguesWriteToEachOther() {
        ticket = anOpenTicket(Tokens.XINGFU);
        post("priority", Map.of("priority", "P1", "reason", INTERNAL + "-priority"));
        post("hand-over", Map.of("to", "technical-centre", "reason", INTERNAL + "-hand-over"));
        as(Tokens.engineer()).body(Map.of("reason", INTERNAL + "-refusal")).post("/api/tickets/" + ticket + "/refuse-hand-over").then()
                .statusCode(200);
        post("contact", Map.of("channel", "PHONE", "said", INTERNAL + "-said", "answersCallback", false));
        post("wait", Map.of("reason", "PARTS", "evidence", INTERNAL + "-evidence"));
        post("resume", Map.of());
        post("request-visit", Map.of("need", "更换打印头", "skipReason", INTERNAL + "-skip"));
        post("cancel", Map.of("reason", INTERNAL + "-cancel"));
    }

    private void post(String verb, Map<String, Object> body) {
        as(Tokens.agent()).body(body).post("/api/tickets/" + ticket + "/" + verb).then().statusCode(200);
    }

    @Test
    void heReadsWhatConcernsHimAndNotTheirWords() {
        // When
        var story = as(Tokens.customer()).get("/api/tickets/" + ticket + "/story").then();

        // Then
        story.statusCode(200).body(not(containsString(INTERNAL))).body(not(containsString("technical-centre")))
                .body("items.actor", everyItem(endsWith("-service")))
                .body("items.type", hasItems("TicketOpened", "TicketPrioritized", "CustomerContacted", "TicketWaiting", "TicketResumed",
                        "VisitRequested", "TicketCancelled"));
        assertEquals("PARTS", story.extract().jsonPath().getString("items.find { it.type == 'TicketWaiting' }.data.reason"));
        assertEquals("更换打印头", story.extract().jsonPath().getString("items.find { it.type == 'VisitRequested' }.data.need"));
    }

    @Test
    void heReadsNobodysUserName() {
        // Given
        UUID mine = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).body(Map.of("assignee", "engineer")).post("/api/tickets/" + mine + "/assign").then().statusCode(200)
                .body("assignee", equalTo("engineer"));

        // When
        var ticket = as(Tokens.customer()).get("/api/tickets/" + mine).then();

        // Then
        ticket.statusCode(200).body("assignee", nullValue()).body("openedBy", nullValue());
        as(Tokens.customer()).get("/api/tickets/" + mine + "/story").then().statusCode(200).body("items.type", hasItems("TicketAssigned"))
                .body("items.data.assignee", everyItem(nullValue()));
    }

    @Test
    void ourPeopleReadEverything() {
        // When
        String story = as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().statusCode(200).extract().asString();

        // Then
        Stream.of("priority", "hand-over", "refusal", "said", "evidence", "skip", "cancel")
                .forEach(word -> assertTrue(story.contains(INTERNAL + "-" + word), word));
    }

    @Test
    void anIntegratingSystemReadsNoMoreThanTheCustomer() {
        as(Tokens.integration()).get("/api/tickets/" + ticket + "/story").then().statusCode(200).body(not(containsString(INTERNAL)));
    }

    @Test
    void theStreamIsTheSameStory() throws Exception {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpClient client = HttpClient.newHttpClient();

        // When
        HttpResponse<Stream<String>> stream = client.send(HttpRequest.newBuilder(URI.create(tickets + "/" + ticket + "/story/stream"))
                .header("Authorization", "Bearer " + Tokens.customer()).build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));

        // Then
        await().until(() -> lines.stream().anyMatch(line -> line.contains("\"TicketCancelled\"")));
        assertTrue(lines.stream().noneMatch(line -> line.contains(INTERNAL)), lines.toString());
        client.shutdownNow();
    }

    @Test
    void whatAnotherServiceSaysInFreeWordsStaysInside() {
        // When
        Topics.shared().send("visit-events", "VisitRefused.v1", UUID.randomUUID(), 1, Tokens.XINGFU, """
                {"visitId":"%s","ticketId":"%s","customerId":"%s","reason":"%s-refused","at":"%s"}""".formatted(UUID.randomUUID(), ticket,
                Tokens.XINGFU, INTERNAL, Instant.now()));

        // Then
        await().untilAsserted(() -> as(Tokens.customer()).get("/api/tickets/" + ticket + "/story").then()
                .body("items.type", hasItems("VisitRefused")).body(not(containsString(INTERNAL))));
    }

    @Test
    void aLineWrittenBeforeThisRuleAndOneOfAnUnknownTypeAreReadByTheSameRule() throws Exception {
        // Given
        try (Connection connection = PostgresServer.shared().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into story (ticket_id, at, type, actor, source, data, internal) values
                        (?, now(), 'TicketClosed', 'agent', 'ticket-service',
                            cast('{"closedAt":"2026-11-22T01:00:00Z","confirmedBy":"内部话语-name"}' as jsonb), false),
                        (?, now(), 'TicketGossiped', 'agent', 'ticket-service', cast('{"words":"内部话语-gossip"}' as jsonb), false)""")) {
            insert.setObject(1, ticket);
            insert.setObject(2, ticket);
            insert.executeUpdate();
        }

        // When
        var story = as(Tokens.customer()).get("/api/tickets/" + ticket + "/story").then();

        // Then
        story.statusCode(200).body(not(containsString(INTERNAL))).body("items.type", hasItems("TicketClosed")).body("items.type",
                not(hasItems("TicketGossiped")));
    }
}
