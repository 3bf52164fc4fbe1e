package org.gongdan.sla.compensation;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.compensation.Debts.awaitEntry;
import static org.gongdan.sla.compensation.Debts.breach;
import static org.gongdan.sla.compensation.Debts.closeMonth;
import static org.gongdan.sla.compensation.Debts.deal;
import static org.gongdan.sla.compensation.Debts.entry;
import static org.gongdan.sla.compensation.Debts.list;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a whole month costs. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MonthIT {

    private final Instant opened = Events.now().minus(Duration.ofHours(8));

    @Test
    void aMonthCostsNoMoreThanItsCap() {
        // Given
        Deals deal = deal("1000.00", breach("150.00", null, null));
        for (int ticket = 0; ticket < 3; ticket++) {
            Events.ofTicket(deal.customer).opened(opened.plusSeconds(ticket), null, "P1", null);
        }
        await().until(() -> list(deal).extract().<List<String>>path("items.id").size() == 3);
        List<String> ids = list(deal).extract().path("items.id");

        // When
        List<String> amounts = ids.stream()
                .map(id -> as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200).extract()
                        .<String>path("amount"))
                .toList();

        // Then
        assertEquals(List.of("150.00", "50.00", "0.00"), amounts);
        entry(ids.get(1)).body("steps.step", hasItem("MONTH_CAP"));
    }

    @Test
    void aMonthInWhichTooFewWereKeptIsOwedOnceItIsCounted() throws Exception {
        // Given
        YearMonth last = YearMonth.now(Debts.SHANGHAI).minusMonths(1);
        Instant then = last.atDay(10).atTime(9, 0).atZone(Debts.SHANGHAI).toInstant();
        Deals deal = deal("12000.00", Map.of("kind", "ACKNOWLEDGE", "fixed", "1.00"),
                List.of(Map.of("kind", "RESOLUTION_24H", "steps",
                        List.of(Map.of("below", "95", "creditPercent", "5"), Map.of("below", "50", "creditPercent", "10")))));
        for (int ticket = 0; ticket < 3; ticket++) {
            Events.ofTicket(deal.customer).opened(then.plusSeconds(ticket), null, "P1", null)
                    .resolved(then.plus(Duration.ofHours(ticket == 0 ? 5 : 1)));
        }
        Events counted = Events.ofTicket(deal.customer).opened(then.plusSeconds(9), null, "P1", null)
                .resolved(then.plus(Duration.ofHours(2)));
        awaitClock(counted, "RESOLUTION_24H", "MET");
        awaitEntry(deal, "OWED");

        // When
        closeMonth(deal, last);

        // Then
        await()
                .until(() -> list(deal).extract().<List<String>>path("items.findAll { it.clockId == null }.id").size() == 1);
        list(deal)
                .body("items.find { it.clockId == null }.amount", equalTo("600.00"), "items.find { it.clockId == null }.month",
                        equalTo(last.toString()))
                .body("items.find { it.clockId == null }.steps[0].detail", equalTo(List.of("3", "4", "75.00")));
        assertEquals(1,
                org.gongdan.sla.SlaFixtures.count(
                        "select count(*) from compensation_month where agreement_id = ? and month = cast(? as date)",
                        UUID.fromString(deal.id), last.plusMonths(1).atDay(1).toString()));
    }

    @Test
    void badQuestionsGetAProblem() {
        as(Tokens.manager()).queryParam("month", "2026-11").get("/api/compensations/statement").then().statusCode(400)
                .body("errors[0].field", equalTo("customerId"));
        as(Tokens.customer()).get("/api/compensations/statement").then().statusCode(400).body("errors[0].field", equalTo("month"));
        as(Tokens.customer()).queryParam("month", "2026-13").get("/api/compensations/statement").then().statusCode(400);
        as(Tokens.customer()).queryParam("month", "+99999999-01").get("/api/compensations/statement").then().statusCode(400);
        as(Tokens.foreignCustomer()).queryParam("month", "2026-11").queryParam("customerId", Tokens.XINGFU)
                .get("/api/compensations/statement").then().statusCode(404);
        as(Tokens.manager()).queryParam("status", "PAID").get("/api/compensations").then().statusCode(400);
        as(Tokens.manager()).get("/api/compensations/" + UUID.randomUUID()).then().statusCode(404);
        io.restassured.RestAssured.given().get("/api/compensations").then().statusCode(401);
    }
}
