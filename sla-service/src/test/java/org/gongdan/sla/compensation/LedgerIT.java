package org.gongdan.sla.compensation;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class LedgerIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Map<String, Object>> FORCE_MAJEURE = List.of(Map.of("name", "不可抗力", "cause", "FORCE_MAJEURE"));

    private final Instant opened = Events.now().minus(Duration.ofHours(8));

    @Test
    void aBrokenPromiseOfAContractIsOwedStepByStepAndNoCustomerSeesItYet() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", "50.00", "300.00"));

        // When
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null).resolved(opened.plus(Duration.ofMinutes(390)));

        // Then
        String id = awaitEntry(deal, "OWED");
        entry(id).body("amount", equalTo("250.00"), "currency", equalTo("CNY"), "settled", equalTo(true), "agreement", equalTo(deal.number), "priority", equalTo("P1"))
                .body("steps.step", equalTo(List.of("FIXED", "STARTED_HOURS")), "steps[1].sentence", equalTo("3 started hours late at 50.00 each."))
                .body("facts.fact", equalTo(List.of("OWED")));
        as(deal.customerToken()).get("/api/compensations/" + id).then().statusCode(404);
        as(deal.customerToken()).get("/api/compensations").then().statusCode(200).body("items", hasSize(0));
        as(Tokens.agent()).get("/api/compensations").then().statusCode(403);
    }

    @Test
    void aManagerApprovesAndTheCustomerSeesItInTheStatement() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        as(Tokens.supervisor()).post("/api/compensations/" + id + "/approve").then().statusCode(403);
        as(Tokens.manager()).header("If-Match", "\"7\"").post("/api/compensations/" + id + "/approve").then().statusCode(412);

        // When
        var approved = as(Tokens.manager()).header("If-Match", "\"0\"").post("/api/compensations/" + id + "/approve").then();

        // Then
        approved.statusCode(200).body("status", equalTo("APPROVED"), "amount", equalTo("100.00")).header("ETag", "\"1\"");
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(409);
        Topics.Event event = Topics.shared().await("sla-events", "CompensationOwed.v1", UUID.fromString(id));
        assertEquals("100.00", event.text("amount"));
        assertEquals(deal.number, event.text("agreement"));
        assertEquals(deal.customer.toString(), event.headers().get("ce_customer"));
        as(deal.customerToken()).get("/api/compensations/" + id).then().statusCode(200).body("facts", nullValue(), "steps", hasSize(1));
        as(Tokens.foreignCustomer()).get("/api/compensations/" + id).then().statusCode(404);
        as(deal.customerToken()).queryParam("month", month(opened.plus(Duration.ofHours(4)))).get("/api/compensations/statement").then().statusCode(200)
                .body("lines", hasSize(1), "totals.CNY", equalTo("100.00"), "undecided", nullValue());
        String csv = as(Tokens.manager()).accept("text/csv").queryParam("customerId", deal.customer).queryParam("month", month(opened.plus(Duration.ofHours(4))))
                .get("/api/compensations/statement").then().statusCode(200).contentType("text/csv;charset=UTF-8").extract().asString();
        assertTrue(csv.contains(deal.number + ",1,RESOLUTION_24H,P1,") && csv.contains(",100.00,CNY,"), csv);
    }

    @Test
    void whatCanStillGrowIsNotApproved() {
        // Given
        Deals deal = deal("12000.00", breach(null, "50.00", null));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        entry(id).body("settled", equalTo(false), "amount", equalTo("250.00"));

        // When
        var early = as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then();

        // Then
        early.statusCode(409).body("type", containsString("compensation-not-settled"));
        events.resolved(opened.plus(Duration.ofHours(5)));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> entry(id).body("settled", equalTo(true)));
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200).body("amount", equalTo("50.00"));
    }

    @Test
    void anExclusionIsProposedByOneAndDecidedByAnother() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String path = "/api/compensations/" + awaitEntry(deal, "OWED");
        exclude(path, "CUSTOMER_CHANGE", Tokens.supervisor()).statusCode(422).body("errors[0].field", equalTo("cause"));
        exclude(path, "FORCE_MAJEURE", Tokens.manager()).statusCode(403);
        String both = Tokens.of(UUID.randomUUID(), "both", List.of("supervisor", "manager"), Map.of());
        exclude(path, "FORCE_MAJEURE", both).statusCode(200).body("status", equalTo("EXCLUSION_PROPOSED"), "facts[1].data.evidence", equalTo("气象局通报"));
        as(Tokens.manager()).post(path + "/approve").then().statusCode(409);
        as(both).post(path + "/exclusion/accept").then().statusCode(403);
        as(Tokens.manager()).body(Map.of("reason", "网络未中断")).post(path + "/exclusion/reject").then().statusCode(200).body("status", equalTo("OWED"));
        exclude(path, "FORCE_MAJEURE", Tokens.supervisor()).statusCode(200);

        // When
        var accepted = as(Tokens.manager()).post(path + "/exclusion/accept").then();

        // Then
        accepted.statusCode(200).body("status", equalTo("EXCLUDED"), "amount", equalTo("0.00"))
                .body("facts.fact", equalTo(List.of("OWED", "EXCLUSION_PROPOSED", "EXCLUSION_REJECTED", "EXCLUSION_PROPOSED", "EXCLUSION_ACCEPTED")));
        as(Tokens.manager()).post(path + "/approve").then().statusCode(409);
        as(Tokens.manager()).post(path + "/exclusion/accept").then().statusCode(409);
    }

    @Test
    void aFactToldLateWithdrawsWhatWasOwedEvenWhenItWasApproved() {
        // Given
        Deals deal = deal("12000.00", breach("100.00", null, null));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P1", null);
        String id = awaitEntry(deal, "OWED");
        as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200);

        // When
        events.waiting("CUSTOMER", opened.plusSeconds(3600));

        // Then
        awaitEntry(deal, "WITHDRAWN");
        entry(id).body("amount", equalTo("0.00"), "facts.fact", equalTo(List.of("OWED", "APPROVED", "WITHDRAWN")));
        assertEquals("100.00", Topics.shared().await("sla-events", "CompensationWithdrawn.v1", UUID.fromString(id)).text("amount"));
        as(deal.customerToken()).queryParam("month", month(opened.plus(Duration.ofHours(4)))).get("/api/compensations/statement").then().statusCode(200)
                .body("lines[0].withdrawn", equalTo(true), "totals", equalTo(Map.of()));
        events.resumed(opened.plusSeconds(3600)).resolved(opened.plus(Duration.ofHours(6)));
        awaitEntry(deal, "OWED");
        entry(id).body("status", equalTo("OWED"), "approvedAt", nullValue());
    }

    @Test
    void aMonthCostsNoMoreThanItsCap() {
        // Given
        Deals deal = deal("1000.00", breach("150.00", null, null));
        for (int ticket = 0; ticket < 3; ticket++) {
            Events.ofTicket(deal.customer).opened(opened.plusSeconds(ticket), null, "P1", null);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> list(deal).extract().<List<String>>path("items.id").size() == 3);
        List<String> ids = list(deal).extract().path("items.id");

        // When
        List<String> amounts = ids.stream().map(id -> as(Tokens.manager()).post("/api/compensations/" + id + "/approve").then().statusCode(200).extract()
                .<String>path("amount")).toList();

        // Then
        assertEquals(List.of("150.00", "50.00", "0.00"), amounts);
        entry(ids.get(1)).body("steps.step", hasItem("MONTH_CAP"));
    }

    @Test
    void aMonthInWhichTooFewWereKeptIsOwedOnceItIsCounted() throws Exception {
        // Given
        YearMonth last = YearMonth.now(SHANGHAI).minusMonths(1);
        Instant then = last.atDay(10).atTime(9, 0).atZone(SHANGHAI).toInstant();
        Deals deal = deal("12000.00", Map.of("kind", "ACKNOWLEDGE", "fixed", "1.00"),
                List.of(Map.of("kind", "RESOLUTION_24H", "steps", List.of(Map.of("below", "95", "creditPercent", "5"), Map.of("below", "50", "creditPercent", "10")))));
        for (int ticket = 0; ticket < 3; ticket++) {
            Events.ofTicket(deal.customer).opened(then.plusSeconds(ticket), null, "P1", null).resolved(then.plus(Duration.ofHours(ticket == 0 ? 5 : 1)));
        }
        Events counted = Events.ofTicket(deal.customer).opened(then.plusSeconds(9), null, "P1", null).resolved(then.plus(Duration.ofHours(2)));
        awaitClock(counted, "RESOLUTION_24H", "MET");
        awaitEntry(deal, "OWED");

        // When
        closeMonth(deal, last);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> list(deal).extract().<List<String>>path("items.findAll { it.clockId == null }.id").size() == 1);
        list(deal).body("items.find { it.clockId == null }.amount", equalTo("600.00"), "items.find { it.clockId == null }.month", equalTo(last.toString()))
                .body("items.find { it.clockId == null }.steps[0].detail", equalTo(List.of("3", "4", "75.00")));
        assertEquals(1, org.gongdan.sla.SlaFixtures.count("select count(*) from compensation_month where agreement_id = ? and month = cast(? as date)",
                UUID.fromString(deal.id), last.plusMonths(1).atDay(1).toString()));
    }

    @Test
    void badQuestionsGetAProblem() {
        as(Tokens.manager()).queryParam("month", "2026-11").get("/api/compensations/statement").then().statusCode(400).body("errors[0].field", equalTo("customerId"));
        as(Tokens.customer()).get("/api/compensations/statement").then().statusCode(400).body("errors[0].field", equalTo("month"));
        as(Tokens.customer()).queryParam("month", "2026-13").get("/api/compensations/statement").then().statusCode(400);
        as(Tokens.customer()).queryParam("month", "+99999999-01").get("/api/compensations/statement").then().statusCode(400);
        as(Tokens.foreignCustomer()).queryParam("month", "2026-11").queryParam("customerId", Tokens.XINGFU).get("/api/compensations/statement").then().statusCode(404);
        as(Tokens.manager()).queryParam("status", "PAID").get("/api/compensations").then().statusCode(404);
        as(Tokens.manager()).get("/api/compensations/" + UUID.randomUUID()).then().statusCode(404);
        io.restassured.RestAssured.given().get("/api/compensations").then().statusCode(401);
    }

    private static Deals deal(String fee, Map<String, Object> breach) {
        return deal(fee, breach, List.of());
    }

    private static Deals deal(String fee, Map<String, Object> breach, List<Map<String, Object>> attainments) {
        return Deals.made().inForce(Deals.with(content(level("P1", "PT4H")),
                Map.of("currency", "CNY", "monthlyFee", fee, "monthCapPercent", "20", "breaches", List.of(breach), "attainments", attainments), FORCE_MAJEURE));
    }

    private static Map<String, Object> breach(String fixed, String perHour, String cap) {
        Map<String, Object> rule = new java.util.HashMap<>(Map.of("kind", "RESOLUTION_24H", "priority", "P1"));
        rule.put("fixed", fixed);
        rule.put("perStartedHour", perHour);
        rule.put("cap", cap);
        rule.values().removeIf(java.util.Objects::isNull);
        return rule;
    }

    private static ValidatableResponse list(Deals deal) {
        return as(Tokens.supervisor()).queryParam("customerId", deal.customer).get("/api/compensations").then().statusCode(200);
    }

    private static ValidatableResponse entry(String id) {
        return as(Tokens.supervisor()).get("/api/compensations/" + id).then().statusCode(200);
    }

    private static ValidatableResponse exclude(String path, String cause, String token) {
        return as(token).body(Map.of("cause", cause, "reason", "台风", "evidence", "气象局通报")).post(path + "/exclusion").then();
    }

    private static String awaitEntry(Deals deal, String status) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> list(deal).extract()
                .<List<String>>path("items.findAll { it.status == '" + status + "' && it.clockId != null }.id"), ids -> !ids.isEmpty()).getFirst();
    }

    private static String month(Instant at) {
        return YearMonth.from(at.atZone(SHANGHAI)).toString();
    }

    /** As if the agreement had been watched since then and the month were over. */
    private static void closeMonth(Deals deal, YearMonth month) throws SQLException, java.io.IOException {
        try (var connection = PostgresServer.shared().connect(); var statement = connection.createStatement()) {
            statement.executeUpdate("update compensation_month set month = '" + LocalDate.from(month.atDay(1)) + "' where agreement_id = '" + deal.id + "'");
            statement.executeUpdate("update timer set fire_at = now(), due_at = now() where kind = 'sla-compensation-month' and ref = (select id from compensation_month where agreement_id = '"
                    + deal.id + "')");
        }
    }
}
