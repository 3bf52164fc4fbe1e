package org.gongdan.ticket;

import static io.restassured.RestAssured.given;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongdan.platform.security.LinkToken;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What a customer's contact answers by the link in the mail that says that his fault is solved: without an account. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AnswerIT {

    private static final Map<String, Object> FIX = Map.of("category", "软件", "cause", "驱动", "fix", "重装", "method", "REMOTE",
            "verifiedWithCustomer",
            true);
    private static final Map<String, Object> GOOD = Map.of("result", 5, "call", 4, "comment", "很快");

    private UUID ticket;

    @BeforeEach
    void open() {
        ticket = TicketFixtures.anOpenTicket(Tokens.XINGFU);
    }

    private static ValidatableResponse post(String token, UUID id, String command, Object body) {
        return as(token).body(body).post("/api/tickets/" + id + "/" + command).then();
    }

    private void resolve() {
        post(Tokens.agent(), ticket, "acknowledge", Map.of());
        post(Tokens.agent(), ticket, "resolve", FIX).statusCode(200);
    }

    /** @param fixes how often the ticket has been resolved */
    private String token(int fixes) {
        List<String> known = new ArrayList<>();
        Topics.shared().await("answer-links", event -> {
            if (event.type().equals("AnswerLinkIssued.v1") && event.key().equals(ticket.toString()) && !known.contains(event.text("url"))) {
                known.add(event.text("url"));
            }
            return known.size() == fixes;
        });
        String url = known.getLast();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static ValidatableResponse asked(String token) {
        return given().header("Accept-Language", "en").get("/api/answers/" + token).then();
    }

    private static ValidatableResponse answer(String token, String verb, Object body) {
        return given().contentType("application/json").header("Accept-Language", "en").body(body).post("/api/answers/" + token + "/" + verb)
                .then();
    }

    private static void change(String sql) throws Exception {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    @Test
    void whoseFaultIsGoneSaysSoAndHowHeLikedItR8() {
        // Given
        resolve();
        String token = token(1);
        asked(token).statusCode(200).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer")
                .body("summary", equalTo("积分卡无法读取")).body("product", equalTo("积分收银系统")).body("method", equalTo("REMOTE"))
                .body("confirmed", equalTo(false)).body("surveyed", equalTo(false)).body("cause", nullValue()).body("fix", nullValue());

        // When
        var confirmed = answer(token, "confirm", Map.of());
        var surveyed = answer(token, "survey", GOOD);

        // Then
        confirmed.statusCode(200).body("confirmed", equalTo(true));
        surveyed.statusCode(200).body("surveyed", equalTo(true));
        Topics.Event closed = Topics.shared().await("ticket-events", "TicketClosed.v2", ticket);
        assertTrue(closed.body().path("byCustomer").asBoolean());
        Topics.Event scores = Topics.shared().await("ticket-events", "SurveyAnswered.v1", ticket);
        assertEquals(5, scores.body().path("scores").path("result").asInt());
        as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then()
                .body("items.find { it.type == 'TicketClosed' }.actor", equalTo("customer-link"))
                .body("items.find { it.type == 'SurveyAnswered' }.data.comment", equalTo("很快"));
        answer(token, "survey", GOOD).statusCode(422).body("type", equalTo("/problems/already-surveyed"));
        answer(token, "confirm", Map.of()).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        answer(token, "reopen", Map.of("reason", "还是不行")).statusCode(409);
        asked(token).statusCode(200).body("confirmed", equalTo(true)).body("surveyed", equalTo(true));
    }

    @Test
    void whoseFaultIsStillThereSaysSoOnceAndIsAskedAgainByANewLink() {
        // Given
        resolve();
        String first = token(1);

        // When
        var reopened = answer(first, "reopen", Map.of("reason", "重启后又不行了"));

        // Then
        reopened.statusCode(200);
        as(Tokens.agent()).get("/api/tickets/" + ticket).then().body("status", equalTo("IN_PROGRESS"));
        Topics.Event told = Topics.shared().await("ticket-events", "TicketReopened.v1", ticket);
        assertEquals("重启后又不行了", told.text("reason"));
        assertTrue(told.body().path("byCustomer").asBoolean());
        asked(first).statusCode(410).body("type", equalTo("/problems/answer-ended"));
        resolve();
        String second = token(2);
        asked(second).body("surveyed", equalTo(false));
        answer(first, "confirm", Map.of()).statusCode(410).body("type", equalTo("/problems/answer-ended"));
        answer(second, "confirm", Map.of()).statusCode(200);
    }

    @Test
    void aLinkIsGoodForTheFixItWasSentFor() {
        // Given
        resolve();
        String token = token(1);

        // When
        post(Tokens.agent(), ticket, "reopen", Map.of("reason", "客户来电")).statusCode(200);

        // Then
        asked(token).statusCode(410).body("type", equalTo("/problems/answer-ended"));
        answer(token, "survey", GOOD).statusCode(410);
    }

    @Test
    void aLinkIsKeptAsAHashAndExpires() throws Exception {
        // Given
        resolve();
        String token = token(1);

        // When
        change("update answer_link set expires_at = now() where token_hash = '" + new LinkToken(token).hash() + "'");

        // Then
        asked(token).statusCode(410).body("type", equalTo("/problems/answer-expired"));
        answer(token, "confirm", Map.of()).statusCode(410).body("type", equalTo("/problems/answer-expired"));
    }

    @Test
    void whoIsForgottenIsAskedNothingAnyMore() {
        // Given
        var shop = TicketFixtures.aCustomer(UUID.randomUUID());
        ticket = opened(TicketFixtures.aPhoneReport(shop), Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id");
        resolve();
        String token = token(1);
        answer(token, "confirm", Map.of()).statusCode(200);
        String file = "/api/customers/" + shop.id();

        // When
        as(Tokens.supervisor()).header("If-Match", as(Tokens.supervisor()).get(file).header("ETag"))
                .body(Map.of("because", "ASKED_BY_PERSON"))
                .post(file + "/contacts/" + shop.contactId() + "/erase").then().statusCode(200);

        // Then
        asked(token).statusCode(410).body("type", equalTo("/problems/answer-ended"));
        answer(token, "survey", GOOD).statusCode(410);
    }

    @Test
    void twoWhoAnswerAtOnceAreOneAnswer() throws Exception {
        // Given
        resolve();
        String token = token(1);
        Callable<Integer> yes = () -> answer(token, "confirm", Map.of()).extract().statusCode();
        Callable<Integer> no = () -> answer(token, "reopen", Map.of("reason", "还是不行")).extract().statusCode();

        // When
        List<Integer> statuses = new ArrayList<>();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : both.invokeAll(List.of(yes, no))) {
                statuses.add(each.get());
            }
        }

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409 || status == 410), statuses.toString());
    }

    @Test
    void whereThereIsNoContactNobodyIsAsked() {
        // Given
        Map<String, Object> report = TicketFixtures.aPhoneReport(TicketFixtures.aCustomer(Tokens.XINGFU));
        report.remove("contactId");
        UUID nobodys = opened(report, Tokens.agent()).statusCode(201).extract().jsonPath().getUUID("id");

        // When
        post(Tokens.agent(), nobodys, "acknowledge", Map.of());
        post(Tokens.agent(), nobodys, "resolve", FIX).statusCode(200);

        // Then
        assertFalse(Topics.shared().await("ticket-events", "TicketResolved.v1", nobodys).body().has("asked"));
        resolve();
        assertTrue(Topics.shared().await("ticket-events", "TicketResolved.v1", ticket).body().path("asked").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%E5%AD%97", "..%2Ftickets", "'%20or%201=1"})
    void whoeverGuessesFindsNothing(String guess) {
        given().urlEncodingEnabled(false).get("/api/answers/" + guess).then().statusCode(404);
        given().urlEncodingEnabled(false).contentType("application/json").body(Map.of()).post("/api/answers/" + guess + "/confirm").then()
                .statusCode(404);
    }

    @Test
    void badAnswersAreRefusedAndTheLinkStaysGood() {
        // Given
        resolve();
        String token = token(1);

        // Then
        answer(token, "reopen", Map.of()).statusCode(400);
        answer(token, "reopen", Map.of("reason", " ")).statusCode(400);
        answer(token, "reopen", Map.of("reason", "字".repeat(1001))).statusCode(400);
        answer(token, "survey", Map.of()).statusCode(400).body("type", not(equalTo(null)));
        answer(token, "survey", Map.of("result", 6)).statusCode(400);
        answer(token, "survey", Map.of("result", "gut")).statusCode(400);
        asked(token).statusCode(200).body("confirmed", equalTo(false));
        as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().body("items.type", not(hasItem("SurveyAnswered")));
    }
}
