package org.gongdan.sla.report;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Behind every figure stand exactly the promises it counts. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CountedPromiseIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final UUID customer = UUID.randomUUID();
    private final YearMonth month = YearMonth.now(SHANGHAI).minusMonths(1);
    private final Instant opened = month.atDay(10).atTime(9, 0).atZone(SHANGHAI).toInstant();

    private Events ticket(String priority) {
        return Events.ofTicket(customer).opened(opened, null, priority, null).ticket("TicketAcknowledged", "at", opened.plusSeconds(600),
                "by", "agent");
    }

    /** A P1 solved in an hour, a P1 solved six hours late, a P2 nobody solved; and an engineer who came twelve minutes early, and one late. */
    private void aMonth() {
        Events kept = ticket("P1").resolved(opened.plus(Duration.ofHours(1)));
        Events late = ticket("P1").resolved(opened.plus(Duration.ofHours(30)));
        Events left = ticket("P2");
        visit(kept, -12);
        visit(late, 7);
        awaitClock(left, "RESOLUTION_24H", "BREACHED");
        await("ACKNOWLEDGE", "MET", 3);
        await("RESOLUTION_24H", "MET", 1);
        await("RESOLUTION_24H", "BREACHED", 2);
        await("ARRIVAL", "MET", 1);
        await("ARRIVAL", "BREACHED", 1);
    }

    private void visit(Events ticket, int minutesAfter) {
        Instant agreed = opened.plus(Duration.ofMinutes(40));
        ticket.scheduled(agreed, agreed.minus(Duration.ofMinutes(30))).started(agreed, agreed.plus(Duration.ofMinutes(minutesAfter)),
                "LATE");
    }

    private void await(String kind, String status, int promises) {
        Awaitility.await().until(() -> SlaFixtures
                .count("select count(*) from clock where customer_id = ? and kind = ? and status = ?", customer, kind, status) == promises);
    }

    private ValidatableResponse get(String path, Object... parameters) {
        var request = as(Tokens.manager()).queryParam("month", month.toString()).queryParam("customerId", customer);
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam((String) parameters[index], parameters[index + 1]);
        }
        return request.get("/api/sla-reports/" + path).then();
    }

    private ValidatableResponse rows(Object... parameters) {
        return get("promises", parameters).statusCode(200);
    }

    private ValidatableResponse causes(String cause, Object... parameters) {
        return get("causes", Stream.concat(Stream.of("cause", cause), Stream.of(parameters)).toArray()).statusCode(200);
    }

    @Test
    void everyFigureLeadsToThePromisesItCounts() {
        // Given
        aMonth();
        List<Map<String, Object>> figures = get("attainment/priority").statusCode(200).extract().jsonPath().getList("items");

        // When
        var late = rows("by", "PRIORITY", "key", "P1", "kind", "RESOLUTION_24H", "verdict", "BROKEN");

        // Then
        late.body("items", hasSize(1), "items[0].ticket", equalTo("2611-0042"), "items[0].priority", equalTo("P1"), "items[0].late",
                equalTo(360), "items[0].verdict", equalTo("BROKEN"), "items[0].dueAt", notNullValue(), "next", nullValue());
        for (Map<String, Object> figure : figures.stream().filter(one -> one.get("kind") != null).toList()) {
            rows("by", "PRIORITY", "key", figure.get("key"), "kind", figure.get("kind")).body("items",
                    hasSize((Integer) figure.get("total")));
            rows("by", "PRIORITY", "key", figure.get("key"), "kind", figure.get("kind"), "verdict", "KEPT").body("items",
                    hasSize((Integer) figure.get("met")));
        }
        rows("by", "PRIORITY", "kind", "RESOLUTION_24H").body("items", hasSize(0));
        rows("by", "MONTH", "key", month.toString(), "kind", "RESOLUTION_24H").body("items", hasSize(3));
        rows("by", "ENGINEER", "key", Tokens.ENGINEER, "kind", "ARRIVAL").body("items", hasSize(2));
        rows("by", "SERVICE", "kind", "RESOLUTION_24H").body("items", hasSize(3));
        rows("by", "CUSTOMER", "key", UUID.randomUUID()).body("items", hasSize(0));
        rows("kind", "RESOLUTION_24H", "tookFrom", 60, "tookTo", 120).body("items.verdict", equalTo(List.of("KEPT")));
        rows("kind", "RESOLUTION_24H", "tookFrom", 1440).body("items.late", equalTo(List.of(360)));
        rows("arrival", "EARLY").body("items.verdict", equalTo(List.of("KEPT")));
        rows("arrival", "LATE").body("items.late", equalTo(List.of(7)));
        rows("arrival", "ABSENT").body("items", hasSize(0));
        String next = rows("kind", "RESOLUTION_24H", "limit", 2).body("items", hasSize(2)).extract().path("next");
        rows("kind", "RESOLUTION_24H", "limit", 2, "cursor", next).body("items", hasSize(1), "next", nullValue());
        assertCausesLeadToTheirs();
    }

    private void assertCausesLeadToTheirs() {
        causes("ENGINEER_LATE").body("items.kind", containsInAnyOrder("ARRIVAL", "RESOLUTION_24H"));
        String next = causes("ENGINEER_LATE", "limit", 1).body("items", hasSize(1)).extract().path("next");
        causes("ENGINEER_LATE", "limit", 1, "cursor", next).body("items", hasSize(1), "next", nullValue());
        causes("CAPACITY").body("items", hasSize(0), "next", nullValue());
    }

    @Test
    void whatStandsBehindFiguresIsForThoseWhoLead() {
        as(Tokens.agent()).get("/api/sla-reports/promises").then().statusCode(403);
        as(Tokens.customer()).get("/api/sla-reports/promises").then().statusCode(403);
        io.restassured.RestAssured.given().get("/api/sla-reports/promises").then().statusCode(401);
        as(Tokens.manager()).queryParam("verdict", "PERHAPS").get("/api/sla-reports/promises").then().statusCode(400);
        as(Tokens.manager()).queryParam("cursor", "bm8").get("/api/sla-reports/promises").then().statusCode(400).body("errors[0].field",
                equalTo("cursor"));
    }
}
