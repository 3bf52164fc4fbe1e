package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.aPhoneReport;
import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketResourceIT {

    @Test
    void agentOpensTicketFromPhoneCallAndOthersHearOfIt() {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));

        // When
        var ticket = opened(report, Tokens.agent());

        // Then
        ticket.statusCode(201).header("ETag", "\"0\"").header("Location", containsString("/api/tickets/"))
                .body("number", matchesPattern("\\d{4}-\\d{4,}")).body("status", equalTo("OPEN")).body("priority", equalTo("P2"))
                .body("customerName", notNullValue()).body("product", equalTo("积分收银系统"));
        UUID id = ticket.extract().jsonPath().getUUID("id");
        Topics.Event event = Topics.shared().await("ticket-events", "TicketOpened.v1", id);
        assertEquals("积分卡无法读取", event.text("summary"));
        assertEquals(Tokens.XINGFU.toString(), event.headers().get("ce_customer"));
        assertEquals("0", event.headers().get("ce_sequence"));
        as(Tokens.customer()).get("/api/tickets/" + id + "/story").then().statusCode(200).body("items.type", hasItem("TicketOpened"))
                .body("items[0].data.ticketId", equalTo(id.toString()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventsSayWhetherTheCustomerReopenedOrCancelledHimself(boolean byCustomer) {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).post("/api/tickets/" + id + "/acknowledge").then().statusCode(200);
        as(Tokens.agent()).body(Map.of("category", "SOFTWARE", "cause", "c", "fix", "f", "method", "PHONE", "verifiedWithCustomer", true))
                .post("/api/tickets/" + id + "/resolve").then().statusCode(200);
        String token = byCustomer ? Tokens.customer() : Tokens.agent();

        // When
        as(token).body(Map.of("reason", "又打不出来了")).post("/api/tickets/" + id + "/reopen").then().statusCode(200);
        as(token).body(Map.of("reason", "不用修了")).post("/api/tickets/" + id + "/cancel").then().statusCode(200);

        // Then
        for (String type : List.of("TicketReopened.v1", "TicketCancelled.v1")) {
            assertEquals(byCustomer, Topics.shared().await("ticket-events", type, id).body().get("byCustomer").asBoolean(), type);
        }
    }

    @Test
    void phoneReportWithoutExpectedTimeIsRefusedInTheCallersLanguage() {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.remove("expectedBy");

        // When
        var english = opened(report, Tokens.agent());

        // Then
        english.statusCode(422).contentType("application/problem+json").body("type", equalTo("/problems/expected-time-missing"))
                .body("errors[0].field", equalTo("expectedBy")).body("traceId", notNullValue());
        RestAssured.given().auth().oauth2(Tokens.agent()).contentType("application/json").header("Accept-Language", "zh-CN").body(report)
                .post("/api/tickets").then().statusCode(422)
                .body("detail", containsString("期望"));
    }

    @Test
    void invalidFieldsAreNamed() {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("summary", " ");
        report.remove("impact");

        // When
        var refused = opened(report, Tokens.agent());

        // Then
        refused.statusCode(400).body("errors.field", hasItem("summary")).body("errors.field", hasItem("impact"));
    }

    @Test
    void unreadableBodiesGetAProblem() {
        as(Tokens.agent()).body("{\"customerId\": \"x\"}").post("/api/tickets").then().statusCode(400)
                .contentType("application/problem+json").body("errors[0].field", equalTo("customerId"));
        as(Tokens.agent()).body("{nonsense").post("/api/tickets").then().statusCode(400).contentType("application/problem+json");
        as(Tokens.agent()).body("").post("/api/tickets").then().statusCode(400).contentType("application/problem+json");
        as(Tokens.agent()).get("/api/nowhere").then().statusCode(404).contentType("application/problem+json");
        as(Tokens.agent()).get("/api/tickets/no-uuid").then().statusCode(404).contentType("application/problem+json");
        as(Tokens.agent()).get("/api/tickets?limit=0").then().statusCode(400).contentType("application/problem+json");
        as(Tokens.agent()).get("/api/tickets?status=NONSENSE").then().statusCode(not(500)).contentType("application/problem+json");
    }

    @Test
    void callersWithoutTokenOrRoleAreTurnedAway() {
        RestAssured.given().get("/api/tickets").then().statusCode(401).contentType("application/problem+json").header("WWW-Authenticate",
                containsString("Bearer"));
        as(Tokens.nobody()).get("/api/tickets").then().statusCode(403).contentType("application/problem+json");
        as(Tokens.agent() + "x").get("/api/tickets").then().statusCode(401);
        as(Tokens.of(Tokens.AGENT, "agent", java.util.List.of("agent"), Map.of(), java.util.Set.of("other-service"), Tokens.ISSUER,
                java.time.Duration.ofMinutes(5)))
                .get("/api/tickets").then().statusCode(401);
        as(Tokens.of(Tokens.AGENT, "agent", java.util.List.of("agent"), Map.of(), java.util.Set.of("ticket-service"), "https://elsewhere",
                java.time.Duration.ofMinutes(5)))
                .get("/api/tickets").then().statusCode(401);
        as(Tokens.of(Tokens.AGENT, "agent", java.util.List.of("agent"), Map.of(), java.util.Set.of("ticket-service"), Tokens.ISSUER,
                java.time.Duration.ofMinutes(-10)))
                .get("/api/tickets").then().statusCode(401);
    }

    @Test
    void foreignTicketsAnswerLikeMissingOnes() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        UUID missing = UUID.randomUUID();

        // When
        var foreign = as(Tokens.foreignCustomer()).get("/api/tickets/" + id).then().statusCode(404).extract().jsonPath();

        // Then
        var none = as(Tokens.foreignCustomer()).get("/api/tickets/" + missing).then().statusCode(404).extract().jsonPath();
        assertEquals(none.getString("detail").replace(missing.toString(), ""), foreign.getString("detail").replace(id.toString(), ""));
        assertEquals(none.getString("type"), foreign.getString("type"));
        as(Tokens.foreignCustomer()).get("/api/tickets").then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        as(Tokens.foreignCustomer()).body(Map.of("reason", "x")).post("/api/tickets/" + id + "/cancel").then().statusCode(404);
    }

    @Test
    void staleVersionIsRefused() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).header("If-Match", "\"0\"").post("/api/tickets/" + id + "/acknowledge").then().statusCode(200).header("ETag",
                "\"1\"");

        // When
        var stale = as(Tokens.agent()).header("If-Match", "\"0\"").body(Map.of("assignee", "engineer"))
                .post("/api/tickets/" + id + "/assign").then();

        // Then
        stale.statusCode(412).body("type", equalTo("/problems/stale-version"));
    }

    @Test
    void whatWasTriedByPhoneStandsInTheStory() {
        // Given
        UUID id = anOpenTicket(Tokens.XINGFU);

        // When
        as(Tokens.agent()).body(Map.of("customerAgreed", true, "steps", "重启打印服务", "succeeded", false))
                .post("/api/tickets/" + id + "/phone-fix").then().statusCode(200);

        // Then
        as(Tokens.agent()).get("/api/tickets/" + id + "/story").then().body("items.find { it.type == 'PhoneFixAttempted' }.data.steps",
                equalTo("重启打印服务"));
    }

    @Test
    void ownTicketsAreThoseAssignedByNameOrById() {
        // Given
        UUID byName = anOpenTicket(Tokens.XINGFU);
        UUID byId = anOpenTicket(Tokens.XINGFU);
        UUID somebodyElses = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).body(Map.of("assignee", "engineer")).post("/api/tickets/" + byName + "/assign").then().statusCode(200);
        as(Tokens.agent()).body(Map.of("assignee", Tokens.ENGINEER)).post("/api/tickets/" + byId + "/assign").then().statusCode(200);
        as(Tokens.agent()).body(Map.of("assignee", Tokens.ENGINEER_2)).post("/api/tickets/" + somebodyElses + "/assign").then()
                .statusCode(200);

        // When
        var own = as(Tokens.engineer()).get("/api/tickets?mine=true&limit=3").then();

        // Then
        own.statusCode(200).body("items.id", hasItems(byName.toString(), byId.toString())).body("items.id",
                not(hasItem(somebodyElses.toString())));
        as(Tokens.engineer()).queryParam("query", "积分卡").get("/api/tickets?mine=true&limit=3").then().statusCode(200).body("items.id",
                hasItems(byName.toString(), byId.toString()));
    }

    @Test
    void illegalTransitionIsAConflict() {
        UUID id = anOpenTicket(Tokens.XINGFU);
        as(Tokens.agent()).body(Map.of()).post("/api/tickets/" + id + "/resume").then().statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void sameIdempotencyKeyMakesOneTicket() {
        // Given
        Map<String, Object> report = aPhoneReport(aCustomer(Tokens.XINGFU));
        report.put("channel", "API");
        String key = UUID.randomUUID().toString();
        var first = as(Tokens.integration()).header("Idempotency-Key", key).body(report).post("/api/tickets").then().statusCode(201)
                .extract();

        // When
        var second = as(Tokens.integration()).header("Idempotency-Key", key).body(report).post("/api/tickets").then();

        // Then
        second.statusCode(201).header("Idempotency-Replayed", "true").header("Location", first.header("Location"));
        assertEquals(first.body().asString(), second.extract().body().asString());
        report.put("summary", "something else");
        as(Tokens.integration()).header("Idempotency-Key", key).body(report).post("/api/tickets").then().statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        as(Tokens.integration()).body(report).post("/api/tickets").then().statusCode(400).body("errors[0].field",
                equalTo("Idempotency-Key"));
    }

    @Test
    void listIsPagedNewestFirst() {
        // Given
        UUID older = anOpenTicket(Tokens.YANGGUANG);
        UUID newer = anOpenTicket(Tokens.YANGGUANG);

        // When
        var first = as(Tokens.foreignCustomer()).get("/api/tickets?limit=1").then().statusCode(200).extract().jsonPath();

        // Then
        assertEquals(newer, first.getUUID("items[0].id"));
        var second = as(Tokens.foreignCustomer()).queryParam("cursor", first.getString("next")).get("/api/tickets?limit=1").then()
                .statusCode(200).extract().jsonPath();
        assertEquals(older, second.getUUID("items[0].id"));
        as(Tokens.agent()).queryParam("cursor", "nonsense!").get("/api/tickets").then().statusCode(400);
    }
}
