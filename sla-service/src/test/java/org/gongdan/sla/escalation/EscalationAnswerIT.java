package org.gongdan.sla.escalation;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EscalationAnswerIT {

    private static ValidatableResponse list(Events events, String state) {
        return as(Tokens.supervisor()).queryParam("ticketId", events.ticketId).queryParam("state", state).get("/api/escalations").then()
                .statusCode(200);
    }

    /** A promise that was broken more than an hour ago, as its manager has been told. @return path of the escalation */
    private static String told(Events events) {
        await().until(() -> list(events, "OPEN").extract().path("items"), hasSize(1));
        var json = list(events, "OPEN").extract().jsonPath();
        return "/api/escalations/" + json.getString("items[0].clockId") + "/" + json.getInt("items[0].number") + "/answer";
    }

    private static ValidatableResponse answer(String token, String path, String note) {
        return as(token).body(Map.of("note", note)).post(path).then();
    }

    private static Events late() {
        return Events.ofTicket().opened(Events.now().minus(Duration.ofHours(25)).minusSeconds(10));
    }

    @Test
    void whoTakesAnEscalationUpSaysSoOnceForAll() throws Exception {
        // Given
        Events events = late();
        String path = told(events);
        list(events, "OPEN").body("items[0].role", equalTo("manager"), "items[0].step", equalTo("due+PT1H"), "items[0].onDuty", nullValue(),
                "items[0].ticket", equalTo("2611-0042"), "items[0].answer", nullValue());

        // When
        var answered = answer(Tokens.supervisor(), path, "已打电话给客户，李工 14:00 到");

        // Then
        answered.statusCode(200).body("state", equalTo("ANSWERED"), "answer.by", equalTo("supervisor"), "answer.note",
                equalTo("已打电话给客户，李工 14:00 到"));
        answer(Tokens.manager(), path, "我来").statusCode(409).body("type", containsString("escalation-answered"), "detail",
                containsString("supervisor"));
        list(events, "OPEN").body("items", empty());
        list(events, "ANSWERED").body("items", hasSize(1));
        assertEquals(1,
                SlaFixtures.count("select count(*) from audit where action = ? and detail = 'reason: 已打电话给客户，李工 14:00 到'", "POST " + path));
    }

    @Test
    void whatNobodyAnsweredInTimeIsOverWithThePromise() {
        // Given
        Events events = late();
        String path = told(events);

        // When
        events.resolved(Events.now());

        // Then
        await().until(() -> list(events, "ENDED").extract().path("items"), hasSize(1));
        list(events, "OPEN").body("items", empty());
        answer(Tokens.manager(), path, "事后补记：客户已同意").statusCode(200).body("state", equalTo("ANSWERED"));
    }

    @Test
    void whoMayNotOrSaysNothingIsRefused() {
        String path = told(late());
        answer(Tokens.agent(), path, "x").statusCode(403);
        answer(Tokens.customer(), path, "x").statusCode(403);
        answer(Tokens.supervisor(), path, " ").statusCode(400);
        answer(Tokens.supervisor(), path.replace("/answer", "999/answer"), "x").statusCode(404);
        answer(Tokens.supervisor(), "/api/escalations/" + UUID.randomUUID() + "/1/answer", "x").statusCode(404);
        as(Tokens.agent()).get("/api/escalations").then().statusCode(403);
        as(Tokens.supervisor()).queryParam("cursor", "bm8").get("/api/escalations").then().statusCode(400);
        io.restassured.RestAssured.given().get("/api/escalations").then().statusCode(401);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnAnswer() throws Exception {
        // Given
        String path = told(late());
        answer(Tokens.supervisor(), path, "我来处理").statusCode(200);

        // When
        String refused = org.junit.jupiter.api.Assertions.assertThrows(java.sql.SQLException.class, () -> {
            try (var connection = org.gongdan.testing.PostgresServer.shared().connect(); var statement = connection.createStatement()) {
                statement.executeUpdate("update escalation_answer set note = 'x'");
            }
        }).getMessage();

        // Then
        assertEquals(true, refused.contains("never changed"), refused);
    }
}
