package org.gongdan.ticket.survey;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SurveyIT {

    private final UUID customer = UUID.randomUUID();
    private final Instant before = Instant.now().minus(Duration.ofMinutes(5));
    private final Instant after = Instant.now().plus(Duration.ofMinutes(5));

    private UUID answered(Map<String, Object> answer) {
        UUID ticket = anOpenTicket(customer);
        post(ticket, "phone-fix", Map.of("customerAgreed", true, "steps", "重启", "succeeded", true));
        post(ticket, "resolve", Map.of("category", "软件", "cause", "缓存", "fix", "重启", "method", "PHONE", "verifiedWithCustomer", true));
        post(ticket, "survey", answer);
        return ticket;
    }

    private static void post(UUID ticket, String verb, Map<String, Object> body) {
        as(Tokens.agent()).body(body).post("/api/tickets/" + ticket + "/" + verb).then().statusCode(200);
    }

    private ValidatableResponse get(String path, Object... parameters) {
        var request = as(Tokens.manager()).queryParam("from", before.toString()).queryParam("to", after.toString())
                .queryParam("customerId", customer);
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam((String) parameters[index], parameters[index + 1]);
        }
        return request.get("/api/surveys" + path).then().statusCode(200);
    }

    @Test
    void answersAreCountedByTouchPointAndEachFigureLeadsToItsRows() {
        // Given
        UUID content = answered(Map.of("call", 5, "result", 4));
        UUID annoyed = answered(Map.of("call", 2, "skill", 3, "comment", "等了很久"));

        // When
        var summary = get("/summary");

        // Then
        summary.body("answers", equalTo(2), "average", equalTo(3.5f), "aspects.aspect", equalTo(List.of("call", "skill", "result")))
                .body("aspects[0].answers", equalTo(2), "aspects[0].average", equalTo(3.5f), "aspects[0].low", equalTo(1))
                .body("aspects[0].scores", equalTo(List.of(0, 1, 0, 0, 1)))
                .body("customers", hasSize(1), "customers[0].customerId", equalTo(customer.toString()), "customers[0].low", equalTo(1));
        get("").body("items.ticketId", equalTo(List.of(annoyed.toString(), content.toString())), "items[0].comment", equalTo("等了很久"),
                "items[0].scores.call", equalTo(2), "items[0].number", notNullValue(), "items[1].comment", nullValue());
        get("", "low", true).body("items.ticketId", equalTo(List.of(annoyed.toString())));
        get("", "aspect", "result").body("items.ticketId", equalTo(List.of(content.toString())));
        get("", "aspect", "skill", "low", true).body("items", hasSize(0));
        String next = get("", "limit", 1).body("items", hasSize(1)).extract().path("next");
        get("", "limit", 1, "cursor", next).body("items.ticketId", equalTo(List.of(content.toString())), "next", nullValue());
    }

    @Test
    void nobodyWasAskedYet() {
        get("/summary").body("answers", equalTo(0), "average", nullValue(), "aspects", hasSize(0), "customers", hasSize(0));
        get("").body("items", hasSize(0));
    }

    @Test
    void answersAreForThoseWhoLeadAndOnlyForARealPeriod() {
        String period = "?from=" + before + "&to=" + after;
        as(Tokens.agent()).get("/api/surveys" + period).then().statusCode(403);
        as(Tokens.customer()).get("/api/surveys/summary" + period).then().statusCode(403);
        RestAssured.given().get("/api/surveys/summary" + period).then().statusCode(401);
        as(Tokens.manager()).get("/api/surveys/summary?to=" + after).then().statusCode(400).body("errors[0].field", equalTo("from"));
        as(Tokens.manager()).get("/api/surveys?from=" + after + "&to=" + before).then().statusCode(400).body("errors[0].field",
                equalTo("to"));
        as(Tokens.manager()).get("/api/surveys" + period + "&aspect=shoes").then().statusCode(400);
        as(Tokens.manager()).get("/api/surveys" + period + "&cursor=bm8").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }
}
