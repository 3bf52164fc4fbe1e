package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

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

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WordIT {

    private static final String WORDS = "我会在十一点前给您答复";

    private final Instant due = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

    @Test
    void theCustomerIsPromisedAnAnswerAndGetsItR38() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);

        // When
        var promised = post(Tokens.agent(), id, "promise-callback", Map.of("dueAt", due.toString(), "words", WORDS));

        // Then
        promised.statusCode(200).body("status", equalTo("IN_PROGRESS")).body("callbackDue", equalTo(due.toString()));
        Topics.Event event = Topics.shared().await("ticket-events", "CallbackPromised.v1", id);
        assertEquals(WORDS, event.text("words"));
        assertEquals(due.toString(), event.text("dueAt"));
        post(Tokens.engineer(), id, "contact", Map.of("channel", "PHONE", "said", "备件明早到货", "answersCallback", true)).statusCode(200)
                .body("callbackDue", nullValue());
        assertEquals("true", Topics.shared().await("ticket-events", "CustomerContacted.v2", id).text("answersCallback"));
        as(Tokens.customer()).get("/api/tickets/" + id + "/story").then().statusCode(200).body("items.type",
                hasItems("CallbackPromised", "CustomerContacted"));
    }

    @Test
    void anotherTimeForTheAnswerNeedsAnExplanationR39() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        post(Tokens.agent(), id, "promise-callback", Map.of("dueAt", due.toString(), "words", WORDS)).statusCode(200);

        // When
        var silent = post(Tokens.agent(), id, "promise-callback", Map.of("dueAt", due.plusSeconds(60).toString(), "words", WORDS));

        // Then
        silent.statusCode(422).body("type", equalTo("/problems/callback-needs-explanation")).body("detail", containsString("explain"));
        RestAssured.given().auth().oauth2(Tokens.agent()).contentType("application/json").header("Accept-Language", "zh")
                .body(Map.of("dueAt", due.plusSeconds(60).toString(), "words", WORDS)).post("/api/tickets/" + id + "/promise-callback")
                .then()
                .statusCode(422).body("detail", containsString("解释延后的原因"));
        post(Tokens.agent(), id, "promise-callback",
                Map.of("dueAt", due.plusSeconds(60).toString(), "words", WORDS, "explanation", "厂家未回复")).statusCode(200);
    }

    @Test
    void theDeskHandsATicketOverAndTheCentreAnswersR21() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);

        // When
        var handed = post(Tokens.agent(), id, "hand-over", Map.of("to", "技术中心", "reason", "需要日志分析"));

        // Then
        handed.statusCode(200).body("handedTo", equalTo("技术中心"));
        for (String path : new String[] {"/api/tickets/" + id, "/api/tickets?query=" + handed.extract().path("number")}) {
            as(Tokens.customer()).get(path).then().statusCode(200).body(not(containsString("技术中心")));
        }
        post(Tokens.engineer(), id, "refuse-hand-over", Map.of("reason", "缺少日志")).statusCode(200).body("handedTo", nullValue());
        post(Tokens.agent(), id, "hand-over", Map.of("to", "技术中心", "reason", "日志已补")).statusCode(200);
        post(Tokens.engineer(), id, "accept-hand-over", null).statusCode(200).body("assignee", notNullValue());
        for (String type : new String[] {"TicketHandedOver.v1", "HandOverRefused.v1", "HandOverAccepted.v1"}) {
            assertEquals("技术中心", Topics.shared().await("ticket-events", type, id).text("to"));
        }
        post(Tokens.engineer(), id, "accept-hand-over", null).statusCode(422).body("type", equalTo("/problems/no-hand-over"));
    }

    @Test
    void anotherPriorityIsSetForAReasonR171() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        String before = as(Tokens.agent()).get("/api/tickets/" + id).then().extract().path("priority");
        String after = before.equals("P1") ? "P2" : "P1";

        // When
        var changed = post(Tokens.agent(), id, "priority", Map.of("priority", after, "reason", "全店停业"));

        // Then
        changed.statusCode(200).body("priority", equalTo(after)).body("status", equalTo("OPEN"));
        Topics.Event event = Topics.shared().await("ticket-events", "TicketPrioritized.v1", id);
        assertEquals(after, event.text("priority"));
        assertEquals(before, event.text("previousPriority"));
        assertEquals("全店停业", event.text("reason"));
        assertEquals("agent", event.text("by"));
        post(Tokens.supervisor(), id, "priority", Map.of("priority", after, "reason", "r")).statusCode(422).body("type",
                equalTo("/problems/priority-unchanged"));
        post(Tokens.supervisor(), id, "priority", Map.of("priority", "P9", "reason", "r")).statusCode(400);
        post(Tokens.engineer(), id, "priority", Map.of("priority", before, "reason", "r")).statusCode(403);
        as(Tokens.customer()).get("/api/tickets/" + id + "/story").then().statusCode(200).body("items.type", hasItems("TicketPrioritized"));
    }

    @Test
    void aComplaintIsATicketOfItsOwnKindR117() {
        // Given
        Map<String, Object> report = TicketFixtures.aPhoneReport(TicketFixtures.aCustomer(Tokens.XINGFU));
        report.put("matter", "COMPLAINT");

        // When
        var ticket = TicketFixtures.opened(report, Tokens.agent());

        // Then
        ticket.statusCode(201).body("matter", equalTo("COMPLAINT"));
        assertEquals("COMPLAINT",
                Topics.shared().await("ticket-events", "TicketOpened.v1", ticket.extract().jsonPath().getUUID("id")).text("matter"));
        as(Tokens.agent()).get("/api/tickets/" + anOpenTicket(Tokens.XINGFU)).then().statusCode(200).body("matter", equalTo("FAULT"));
        report.put("matter", "PRAISE");
        TicketFixtures.opened(report, Tokens.agent()).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"promise-callback", "contact", "hand-over", "accept-hand-over", "refuse-hand-over", "priority"})
    void badCallsAreRefusedWithTheirReason(String command) {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        Object body = switch (command) {
            case "promise-callback" -> Map.of("dueAt", due.toString(), "words", WORDS);
            case "contact" -> Map.of("channel", "PHONE", "said", "s");
            case "hand-over" -> Map.of("to", "技术中心", "reason", "r");
            case "refuse-hand-over" -> Map.of("reason", "r");
            case "priority" -> Map.of("priority", "P4", "reason", "r");
            default -> null;
        };

        // When
        var stale = as(Tokens.supervisor()).header("If-Match", "\"99\"").body(body == null ? "" : body)
                .post("/api/tickets/" + id + "/" + command).then();

        // Then
        stale.statusCode(412);
        RestAssured.given().contentType("application/json").body("{}").post("/api/tickets/" + id + "/" + command).then().statusCode(401);
        post(Tokens.customer(), id, command, body).statusCode(403);
        post(Tokens.supervisor(), UUID.randomUUID(), command, body).statusCode(404);
        if (body != null) {
            post(Tokens.supervisor(), id, command, Map.of()).statusCode(400).contentType("application/problem+json");
        }
        as(Tokens.supervisor()).body(Map.of("reason", "double")).post("/api/tickets/" + id + "/cancel").then().statusCode(200);
        post(Tokens.supervisor(), id, command, body).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
    }

    private static ValidatableResponse post(String token, UUID id, String command, Object body) {
        var request = as(token);
        return (body == null ? request : request.body(body)).post("/api/tickets/" + id + "/" + command).then();
    }
}
