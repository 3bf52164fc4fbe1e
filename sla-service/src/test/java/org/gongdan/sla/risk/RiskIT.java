package org.gongdan.sla.risk;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RiskIT {

    private final UUID customer = UUID.randomUUID();
    private final Instant now = Events.now();

    private ValidatableResponse rows(String what) {
        return as(Tokens.supervisor()).queryParam("what", what).queryParam("customerId", customer).get("/api/risks/promises").then()
                .statusCode(200);
    }

    /** Ticket and kind of each row. */
    private Set<String> found(String what) {
        var json = rows(what).extract().jsonPath();
        Set<String> found = new TreeSet<>();
        for (int row = 0; row < json.getList("items").size(); row++) {
            found.add(json.getString("items[" + row + "].ticketId") + " " + json.getString("items[" + row + "].kind"));
        }
        return found;
    }

    private Events acknowledged(Duration age) {
        return Events.ofTicket(customer).opened(now.minus(age)).ticket("TicketAcknowledged", "at", now.minus(age).plusSeconds(60), "by",
                "agent");
    }

    @Test
    void everyDangerStandsUnderItsHeadingUntilItIsDone() {
        // Given
        Events soon = acknowledged(Duration.ofMinutes(23 * 60 + 30)).contacted(false, now);
        Events left = Events.ofTicket(customer).opened(now.minus(Duration.ofHours(30)));
        Events parts = acknowledged(Duration.ofHours(2)).waiting("PARTS", now.minus(Duration.ofHours(1)));
        acknowledged(Duration.ofHours(2)).waiting("CUSTOMER", now.minus(Duration.ofHours(1)));
        acknowledged(Duration.ofHours(2)).waiting("PARTS", now.minus(Duration.ofHours(1))).resumed(now);
        Events visit = acknowledged(Duration.ofMinutes(10)).scheduled(now.plus(Duration.ofMinutes(30)), now.minusSeconds(300));

        // When
        await().until(() -> found("BROKEN"),
                equalTo(Set.of(left.ticketId + " ACKNOWLEDGE", left.ticketId + " RESOLUTION_24H")));

        // Then
        await().until(() -> found("DUE"), equalTo(Set.of(soon.ticketId + " RESOLUTION_24H", visit.ticketId + " ARRIVAL")));
        await().until(() -> found("SILENT"), equalTo(Set.of(left.ticketId + " UPDATE_CADENCE")));
        await().until(() -> found("WAITING"), equalTo(Set.of(parts.ticketId + " RESOLUTION_24H")));
        rows("WAITING").body("items[0].waitingFor", equalTo("PARTS"), "items[0].waitingSince", notNullValue(), "items[0].ticket",
                equalTo("2611-0042"), "items[0].priority", equalTo("P3"));
        rows("DUE").body("items.find { it.kind == 'ARRIVAL' }.engineerId", equalTo(Tokens.ENGINEER.toString()),
                "items.find { it.kind == 'ARRIVAL' }.visitId", equalTo(visit.visitId.toString()),
                "items.find { it.kind == 'ARRIVAL' }.waitingFor", nullValue());
        as(Tokens.manager()).get("/api/risks").then().statusCode(200).body("due", greaterThanOrEqualTo(2), "broken",
                greaterThanOrEqualTo(2), "silent", greaterThanOrEqualTo(1), "waiting", greaterThanOrEqualTo(1))
                .rootPath("engineers.find { it.engineerId == '" + Tokens.ENGINEER + "' }")
                .body("visits", greaterThanOrEqualTo(1), "due", greaterThanOrEqualTo(1), "nextDue", notNullValue());
        left.resolved(Events.now());
        await().until(() -> found("BROKEN"), equalTo(Set.of()));
        assertEquals(Set.of(), found("SILENT"));
    }

    @Test
    void aLongListComesInPagesTheFirstDueFirst() {
        // Given
        Events later = Events.ofTicket(customer).opened(now.minus(Duration.ofHours(30)));
        Events first = Events.ofTicket(customer).opened(now.minus(Duration.ofHours(31)));
        awaitClock(later, "RESOLUTION_24H", "BREACHED");
        awaitClock(first, "RESOLUTION_24H", "BREACHED");
        await().until(() -> found("BROKEN"), hasSize(4));

        // When
        var page = as(Tokens.admin()).queryParam("what", "BROKEN").queryParam("customerId", customer).queryParam("limit", 3)
                .get("/api/risks/promises").then().statusCode(200).body("next", notNullValue());

        // Then
        page.body("items.ticketId",
                equalTo(List.of(first.ticketId.toString(), later.ticketId.toString(), first.ticketId.toString())));
        as(Tokens.admin()).queryParam("what", "BROKEN").queryParam("customerId", customer)
                .queryParam("cursor", page.extract().<String>path("next")).get("/api/risks/promises").then().statusCode(200)
                .body("items.ticketId", equalTo(List.of(later.ticketId.toString())), "next", nullValue());
    }

    @Test
    void onlyThoseWhoLeadSeeTheWall() {
        as(Tokens.agent()).get("/api/risks").then().statusCode(403);
        as(Tokens.customer()).get("/api/risks/promises").then().statusCode(403);
        as(Tokens.supervisor()).queryParam("what", "BAD_LUCK").get("/api/risks/promises").then().statusCode(400);
        as(Tokens.supervisor()).queryParam("cursor", "bm8").get("/api/risks/promises").then().statusCode(400);
        io.restassured.RestAssured.given().get("/api/risks").then().statusCode(401);
    }
}
