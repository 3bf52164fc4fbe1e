package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What customer and desk write to each other about a ticket, and what our people note among themselves. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MessageIT {

    private static final String QUESTION = "几点能到？\n我们十点开门。";
    private static final String ANSWER = "工程师九点半到店。";

    private static ValidatableResponse write(String token, UUID id, String text) {
        return post(token, id, "messages", Map.of("text", text));
    }

    private static ValidatableResponse post(String token, UUID id, String command, Object body) {
        return as(token).body(body).post("/api/tickets/" + id + "/" + command).then();
    }

    private static ValidatableResponse story(String token, UUID id) {
        return as(token).get("/api/tickets/" + id + "/story").then().statusCode(200);
    }

    @Test
    void aCustomerWritesAndIsAnswered() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        write(Tokens.customer(), id, QUESTION).statusCode(200).body("unansweredSince", notNullValue()).body("status", equalTo("OPEN"));

        // When
        var answered = write(Tokens.agent(), id, ANSWER);

        // Then
        answered.statusCode(200).body("unansweredSince", nullValue()).body("status", equalTo("IN_PROGRESS"));
        Topics.Event received = Topics.shared().await("ticket-events", "MessageReceived.v1", id);
        assertFalse(received.body().has("text"), received.body().toString());
        assertEquals(36, received.text("by").length());
        Topics.Event sent = Topics.shared().await("ticket-events", "MessageSent.v1", id);
        assertEquals(ANSWER, sent.text("text"));
        assertEquals("agent", sent.text("by"));
        for (String token : List.of(Tokens.agent(), Tokens.customer())) {
            story(token, id).body("items.findAll { it.type.startsWith('Message') }.data.text", equalTo(List.of(QUESTION, ANSWER)));
        }
        story(Tokens.customer(), id).body("items.data.by", not(hasItem("agent")));
    }

    @Test
    void nobodyEndsATicketOverAnUnansweredMessageR9() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        Map<String, Object> fix = Map.of("category", "软件", "cause", "驱动", "fix", "重装", "method", "REMOTE", "verifiedWithCustomer", true);
        post(Tokens.agent(), id, "acknowledge", Map.of()).statusCode(200);
        write(Tokens.customer(), id, QUESTION).statusCode(200);

        // When
        var resolved = post(Tokens.agent(), id, "resolve", fix);

        // Then
        resolved.statusCode(422).body("type", equalTo("/problems/message-unanswered"));
        RestAssured.given().auth().oauth2(Tokens.agent()).contentType("application/json").header("Accept-Language", "zh").body(fix)
                .post("/api/tickets/" + id + "/resolve").then().statusCode(422).body("detail", containsString("留言"));
        post(Tokens.agent(), id, "waive-answer", Map.of("reason", "客户只是表示感谢")).statusCode(200).body("unansweredSince", nullValue());
        assertEquals("客户只是表示感谢", Topics.shared().await("ticket-events", "AnswerWaived.v1", id).text("reason"));
        story(Tokens.customer(), id).body("items.type", not(hasItem("AnswerWaived")));
        post(Tokens.agent(), id, "resolve", fix).statusCode(200);
        write(Tokens.customer(), id, "还是不行").statusCode(200).body("status", equalTo("RESOLVED"));
        post(Tokens.agent(), id, "confirm", Map.of("confirmedBy", "刘店长")).statusCode(422).body("type",
                equalTo("/problems/message-unanswered"));
        post(Tokens.customer(), id, "confirm", Map.of()).statusCode(200).body("unansweredSince", nullValue());
    }

    @Test
    void whoIsWaitedForWritesAndWorkGoesOn() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        post(Tokens.agent(), id, "acknowledge", Map.of()).statusCode(200);
        post(Tokens.agent(), id, "wait", Map.of("reason", "CUSTOMER", "evidence", "等客户提供账号")).statusCode(200);

        // When
        var written = write(Tokens.customer(), id, "账号已发给你们");

        // Then
        written.statusCode(200).body("status", equalTo("IN_PROGRESS")).body("waitingFor", nullValue());
        story(Tokens.customer(), id).body("items.type", hasItems("MessageReceived", "TicketResumed"));
        Topics.shared().await("ticket-events", "TicketResumed.v1", id);
    }

    @Test
    void whoWriteAtOnceAreAllHeard() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        List<String> texts = List.of("门打不开", "还有收银机", "店长到了", "请快一点", "谢谢");

        // When
        List<Integer> statuses;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writing = texts.stream()
                    .map(text -> writers.submit(() -> write(Tokens.customer(), id, text).extract().statusCode())).toList();
            statuses = writing.stream().map(MessageIT::answer).toList();
        }

        // Then
        assertEquals(Collections.nCopies(texts.size(), 200), statuses);
        story(Tokens.agent(), id).body("items.findAll { it.type == 'MessageReceived' }.data.text", containsInAnyOrder(texts.toArray()));
    }

    private static int answer(Future<Integer> writing) {
        try {
            return writing.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCustomersSystemWritesForHim() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);

        // When
        var written = as(Tokens.integration()).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("text", "监控显示已恢复"))
                .post("/api/tickets/" + id + "/messages").then();

        // Then
        written.statusCode(200).body("unansweredSince", notNullValue());
        assertFalse(Topics.shared().await("ticket-events", "MessageReceived.v1", id).text("by").isBlank());
    }

    @Test
    void aNoteIsReadByOurPeopleOnlyAndAlsoWhenTheTicketHasEnded() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        post(Tokens.agent(), id, "cancel", Map.of("reason", "重复")).statusCode(200);

        // When
        var noted = post(Tokens.supervisor(), id, "notes", Map.of("text", "下次先问型号"));

        // Then
        noted.statusCode(200).body("status", equalTo("CANCELLED"));
        story(Tokens.engineer(), id).body("items.find { it.type == 'NoteWritten' }.data.text", equalTo("下次先问型号"))
                .body("items.find { it.type == 'NoteWritten' }.actor", equalTo("supervisor"));
        story(Tokens.customer(), id).body("items.type", not(hasItem("NoteWritten")));
        post(Tokens.customer(), id, "notes", Map.of("text", "t")).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "notes", "waive-answer"})
    void badCallsAreRefusedWithTheirReason(String command) {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        Map<String, String> body = command.equals("waive-answer") ? Map.of("reason", "r") : Map.of("text", "t");

        // When
        var nameless = RestAssured.given().contentType("application/json").body(body).post("/api/tickets/" + id + "/" + command).then();

        // Then
        nameless.statusCode(401);
        post(Tokens.supervisor(), UUID.randomUUID(), command, body).statusCode(404);
        post(Tokens.supervisor(), id, command, Map.of()).statusCode(400).contentType("application/problem+json");
        post(Tokens.supervisor(), id, command, Map.of("text", " ", "reason", " ")).statusCode(400);
        post(Tokens.supervisor(), id, command, Map.of("text", "字".repeat(8001), "reason", "字".repeat(8001))).statusCode(400);
        post(Tokens.admin(), id, command, body).statusCode(403);
        if (command.equals("messages")) {
            write(Tokens.foreignCustomer(), id, "t").statusCode(404);
        }
        if (!command.equals("notes")) {
            as(Tokens.supervisor()).header("If-Match", "\"99\"").body(body).post("/api/tickets/" + id + "/" + command).then()
                    .statusCode(412);
            post(Tokens.agent(), id, "cancel", Map.of("reason", "重复")).statusCode(200);
            post(Tokens.supervisor(), id, command, body).statusCode(409).body("type", equalTo("/problems/ticket-over"));
        }
    }
}
