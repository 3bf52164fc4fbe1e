package org.gongdan.sla.clock;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ClockResourceIT {

    private final Instant now = Events.now();

    @Test
    void aClockIsShownWithItsFactsAndItsVersion() {
        // Given
        Events events = Events.ofTicket().opened(now).waiting("CUSTOMER", now.plusSeconds(60));
        String id = (String) awaitClock(events, "RESOLUTION_24H", "PAUSED").get("id");

        // When
        var clock = as(Tokens.engineer()).get("/api/clocks/" + id).then();

        // Then
        clock.statusCode(200).header("ETag", "\"1\"").body("ticketId", equalTo(events.ticketId.toString()))
                .body("customerId", equalTo(Tokens.XINGFU.toString()))
                .body("kind", equalTo("RESOLUTION_24H")).body("facts.fact", equalTo(List.of("STARTED", "PAUSED")))
                .body("facts[0].data.terms.within", equalTo("PT24H")).body("facts[1].data.reason", equalTo("CUSTOMER"))
                .body("facts[1].data.evidence", equalTo("no answer"));
    }

    @Test
    void customersReadNoEvidenceNoReasonsAndNoStepsOfLadders() {
        // Given
        Events events = Events.ofTicket().opened(now.minusSeconds(600)).waiting("CUSTOMER", now.minusSeconds(500))
                .resumed(now.minusSeconds(400));
        events.cancelled(now.minusSeconds(300));
        String id = (String) awaitClock(events, "RESOLUTION_24H", "VOID").get("id");
        String ours = as(Tokens.agent()).get("/api/clocks/" + id).then().statusCode(200)
                .body("facts[1].data.evidence", equalTo("no answer")).extract().path("dueAt");

        // When
        var clock = as(Tokens.customer()).get("/api/clocks/" + id).then();

        // Then
        clock.statusCode(200).body("dueAt", equalTo(ours)).body("facts.fact", equalTo(List.of("STARTED", "PAUSED", "RESUMED", "VOIDED")))
                .body("facts[1].data.reason", equalTo("CUSTOMER"))
                .body("facts[1].data.evidence", nullValue()).body("facts[3].data.reason", nullValue());
        as(Tokens.integration()).get("/api/clocks/" + id + "/explanation").then().statusCode(200).body(not(containsString("no answer")));
        as(Tokens.customer()).queryParam("ticketId", events.ticketId).get("/api/clocks").then().statusCode(200)
                .body(not(containsString("no answer")));
        as(Tokens.customer()).queryParam("ticketId", events.ticketId).get("/api/promises").then().statusCode(200)
                .body("items.size()", greaterThan(0))
                .body(not(containsString("double")));
    }

    @Test
    void theExplanationSaysStepByStepWhyItIsDueInTheCallersLanguage() {
        // Given
        Instant opened = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Events events = Events.ofTicket().opened(opened).waiting("CUSTOMER", opened.plusSeconds(3600)).resumed(opened.plusSeconds(7200))
                .resolved(opened.plusSeconds(9000));
        String id = (String) awaitClock(events, "RESOLUTION_24H", "MET").get("id");

        // When
        var explanation = as(Tokens.agent()).get("/api/clocks/" + id + "/explanation").then();

        // Then
        explanation.statusCode(200).body("steps.effect", equalTo(List.of("STARTS", "STOPS", "CONTINUES", "ENDS_IN_TIME")))
                .body("steps[1].remaining", equalTo("PT23H")).body("steps[2].dueAt", equalTo(opened.plus(Duration.ofHours(25)).toString()))
                .body("sentence", containsString("Due at " + local(opened.plus(Duration.ofHours(25)))))
                .body("steps[1].sentence", containsString("23 h"));
        RestAssured.given().auth().oauth2(Tokens.agent()).header("Accept-Language", "zh-CN").get("/api/clocks/" + id + "/explanation")
                .then().statusCode(200)
                .body("sentence",
                        equalTo("24小时内解决：已兑现。应于 " + local(opened.plus(Duration.ofHours(25))) + " 前完成，实际 " + local(opened.plusSeconds(9000))
                                + " 完成。"))
                .body("steps[1].sentence", equalTo(local(opened.plusSeconds(3600)) + " 等待客户（CUSTOMER, no answer），暂停计时，剩余 23小时。"));
    }

    private static String local(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void customersSeeTheirOwnClocksAndForeignOnesAnswerLikeMissingOnes() {
        // Given
        Events events = Events.ofTicket().opened(now);
        String id = (String) awaitClock(events, "RESOLUTION_24H", "RUNNING").get("id");
        UUID missing = UUID.randomUUID();

        // When
        var foreign = as(Tokens.foreignCustomer()).get("/api/clocks/" + id).then().statusCode(404).extract().jsonPath();

        // Then
        var none = as(Tokens.foreignCustomer()).get("/api/clocks/" + missing).then().statusCode(404).extract().jsonPath();
        assertEquals(none.getString("detail").replace(missing.toString(), ""), foreign.getString("detail").replace(id, ""));
        as(Tokens.foreignCustomer()).get("/api/clocks/" + id + "/explanation").then().statusCode(404);
        as(Tokens.foreignCustomer()).queryParam("ticketId", events.ticketId).get("/api/clocks").then().statusCode(200).body("items",
                hasSize(0));
        as(Tokens.foreignCustomer()).get("/api/clocks").then().statusCode(200).body("items.customerId",
                everyItem(equalTo(Tokens.YANGGUANG.toString())));
        as(Tokens.customer()).queryParam("ticketId", events.ticketId).get("/api/clocks").then().statusCode(200).body("items", hasSize(3));
        as(Tokens.integration()).get("/api/clocks/" + id).then().statusCode(200);
        as(Tokens.of(UUID.randomUUID(), "stray", List.of("customer"), java.util.Map.of())).get("/api/clocks").then().statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void listsArePagedNewestFirst() {
        // Given
        Events events = Events.ofTicket().opened(now, now.plusSeconds(3600));
        awaitClock(events, "EXPECTED_TIME", "RUNNING");

        // When
        var first = as(Tokens.agent()).queryParam("ticketId", events.ticketId).queryParam("limit", 3).get("/api/clocks").then()
                .statusCode(200).body("items", hasSize(3)).extract().jsonPath();

        // Then
        as(Tokens.agent()).queryParam("ticketId", events.ticketId).queryParam("cursor", first.getString("next")).get("/api/clocks").then()
                .statusCode(200)
                .body("items", hasSize(1)).body("items.id", not(hasItem(first.getString("items[0].id")))).body("next", equalTo(null));
    }

    @Test
    void badRequestsGetAProblem() {
        as(Tokens.agent()).queryParam("cursor", "nonsense!").get("/api/clocks").then().statusCode(400)
                .contentType("application/problem+json");
        as(Tokens.agent()).queryParam("cursor", "bm8tdXVpZA").get("/api/clocks").then().statusCode(400);
        as(Tokens.agent()).queryParam("limit", 0).get("/api/clocks").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        as(Tokens.agent()).queryParam("ticketId", "x").get("/api/clocks").then().statusCode(400).body("errors[0].field",
                equalTo("ticketId"));
        as(Tokens.agent()).get("/api/clocks/x").then().statusCode(404);
        as(Tokens.agent()).get("/api/clocks/" + UUID.randomUUID()).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void callersWithoutTokenOrRoleAreTurnedAway() {
        for (String path : new String[] {"/api/clocks", "/api/clocks/" + UUID.randomUUID(),
                "/api/clocks/" + UUID.randomUUID() + "/explanation",
                "/api/sla-reports/attainment", "/api/sla-reports/breaches"}) {
            RestAssured.given().get(path).then().statusCode(401).contentType("application/problem+json");
            as(Tokens.nobody()).get(path).then().statusCode(403);
        }
        as(Tokens.agent()).get("/api/sla-reports/attainment").then().statusCode(403);
        as(Tokens.of(Tokens.AGENT, "agent", List.of("agent"), java.util.Map.of(), java.util.Set.of("ticket-service"), Tokens.ISSUER,
                Duration.ofMinutes(5)))
                .get("/api/clocks").then().statusCode(401);
    }
}
