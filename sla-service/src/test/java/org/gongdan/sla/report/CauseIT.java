package org.gongdan.sla.report;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
class CauseIT {

    private final UUID customer = UUID.randomUUID();
    private final Instant opened = Events.now().minus(Duration.ofHours(30));

    /** Broken in the table, too: what the API shows of a clock follows from its facts, perhaps before the timer has come. */
    private String broken(Events events) {
        UUID id = SlaFixtures.id(awaitClock(events, "RESOLUTION_24H", "BREACHED"));
        await()
                .until(() -> SlaFixtures.count("select count(*) from clock where id = ? and status = 'BREACHED'", id) == 1);
        return id.toString();
    }

    private static ValidatableResponse find(String token, String clock, String ifMatch, String cause, String note) {
        var request = as(token).body(Map.of("cause", cause, "note", note));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post("/api/sla-reports/causes/" + clock).then();
    }

    @Test
    void theFactsTellTheCauseAndTheTicketsNumber() {
        // Given
        Events unattended = Events.ofTicket(customer).opened(opened);
        Events parts = Events.ofTicket(customer).opened(opened).ticket("TicketAcknowledged", "at", opened.plusSeconds(60), "by", "agent")
                .waiting("PARTS", opened.plusSeconds(120));
        String first = broken(unattended);
        String second = broken(parts);

        // When
        var list = as(Tokens.supervisor()).queryParam("customerId", customer).queryParam("limit", 200).get("/api/sla-reports/causes").then()
                .statusCode(200);

        // Then
        list.rootPath("items.find { it.clockId == '" + first + "' }").body("cause", equalTo("UNATTENDED"), "derived",
                equalTo(List.of("UNATTENDED")), "found", nullValue(),
                "ticket", equalTo("2611-0042"), "priority", equalTo("P3"), "late", nullValue());
        list.rootPath("items.find { it.clockId == '" + second + "' }").body("cause", equalTo("WAITING_FOR_PARTS"));
        var summary = as(Tokens.manager()).queryParam("customerId", customer).get("/api/sla-reports/causes/summary").then().statusCode(200);
        summary.body("complete", equalTo(true), "items.cause", hasItems("UNATTENDED", "WAITING_FOR_PARTS"));
        assertEquals(summary.extract().jsonPath().getInt("broken"),
                summary.extract().jsonPath().getList("items.count", Integer.class).stream().mapToInt(Integer::intValue).sum());
        as(Tokens.manager()).accept("text/csv").queryParam("customerId", customer).get("/api/sla-reports/causes/summary").then()
                .statusCode(200).contentType("text/csv;charset=UTF-8");
        var page = as(Tokens.manager()).queryParam("customerId", customer).queryParam("limit", 1).get("/api/sla-reports/causes").then()
                .body("items", hasSize(1), "next", notNullValue());
        as(Tokens.manager()).queryParam("customerId", customer).queryParam("limit", 1)
                .queryParam("cursor", page.extract().<String>path("next")).get("/api/sla-reports/causes").then()
                .statusCode(200).body("items", hasSize(1));
    }

    @Test
    void whatASupervisorFindsReplacesTheDerivedCauseUntilSomebodyKnowsBetter() throws Exception {
        // Given
        String clock = broken(Events.ofTicket(customer).opened(opened));
        String seen = as(Tokens.supervisor()).get("/api/sla-reports/causes/" + clock).then().statusCode(200).body("words", hasSize(0))
                .extract().header("ETag");

        // When
        var found = find(Tokens.supervisor(), clock, seen, "SUPPLIER", "供应商缺货三天");

        // Then
        found.statusCode(200).body("breach.cause", equalTo("SUPPLIER"), "breach.derived", hasItem("UNATTENDED"), "breach.found.by",
                equalTo("supervisor"), "words", hasSize(1));
        find(Tokens.manager(), clock, seen, "CAPACITY", "zu spät").statusCode(412);
        find(Tokens.manager(), clock, null, "CAPACITY", "值班人手不足").statusCode(200).body("breach.cause", equalTo("CAPACITY"), "words",
                hasSize(2), "words[0].cause", equalTo("SUPPLIER"));
        as(Tokens.supervisor()).queryParam("customerId", customer).get("/api/sla-reports/causes/summary").then().body(
                "items.find { it.cause == 'CAPACITY' }.found", equalTo(1),
                "items.find { it.cause == 'UNATTENDED' }.involved", notNullValue());
        assertEquals(2, SlaFixtures.count("select count(*) from audit where action = ?", "POST /api/sla-reports/causes/" + clock));
    }

    @Test
    void onlyABrokenPromiseHasACause() {
        // Given
        Events kept = Events.ofTicket(customer).opened(opened).resolved(opened.plusSeconds(60));
        String clock = SlaFixtures.id(awaitClock(kept, "RESOLUTION_24H", "MET")).toString();

        // When
        var refused = find(Tokens.supervisor(), clock, null, "OTHER", "x");

        // Then
        refused.statusCode(409);
        find(Tokens.supervisor(), UUID.randomUUID().toString(), null, "OTHER", "x").statusCode(404);
        as(Tokens.supervisor()).get("/api/sla-reports/causes/" + UUID.randomUUID()).then().statusCode(404);
        find(Tokens.supervisor(), clock, null, "OTHER", " ").statusCode(400);
        find(Tokens.supervisor(), clock, null, "BAD_LUCK", "x").statusCode(400);
        find(Tokens.customer(), clock, null, "OTHER", "x").statusCode(403);
        find(Tokens.agent(), clock, null, "OTHER", "x").statusCode(403);
        io.restassured.RestAssured.given().get("/api/sla-reports/causes/" + clock).then().statusCode(401);
    }

    @Test
    void causesAreNotAnsweredInAFormNobodyMade() {
        as(Tokens.manager()).accept("text/csv").get("/api/sla-reports/causes").then().statusCode(406)
                .contentType("application/problem+json");
        as(Tokens.manager()).accept("text/csv").get("/api/sla-reports/causes/" + UUID.randomUUID()).then().statusCode(406);
        as(Tokens.manager()).accept("text/csv").get("/api/sla-reports/breaches").then().statusCode(406);
    }
}
