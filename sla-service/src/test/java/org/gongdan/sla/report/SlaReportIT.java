package org.gongdan.sla.report;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SlaReportIT {

    private final Instant now = Events.now();
    private final UUID customer = UUID.randomUUID();
    private final String token = Tokens.of(UUID.randomUUID(), "portal", List.of("customer"), Map.of("own", customer));

    /** One promise kept, two broken (one of them made good at last), one running, one void; and as many acknowledgements. */
    private void aCustomerWithPromises() {
        Topics.shared().send("customer-events", "CustomerRegistered.v1", customer, 0, customer,
                "{\"customerId\": \"%s\", \"name\": \"旧名\", \"level\": \"STANDARD\"}".formatted(customer));
        Topics.shared().send("customer-events", "CustomerChanged.v1", customer, 1, customer,
                "{\"customerId\": \"%s\", \"name\": \"=HYPERLINK(\\\"x\\\"), 超市\", \"level\": \"STANDARD\"}".formatted(customer));
        Instant opened = now.minus(Duration.ofHours(30));
        Events kept = Events.ofTicket(customer).opened(opened).resolved(opened.plusSeconds(60));
        Events late = Events.ofTicket(customer).opened(opened).resolved(opened.plus(Duration.ofHours(25)));
        Events open = Events.ofTicket(customer).opened(opened);
        Events running = Events.ofTicket(customer).opened(now);
        Events gone = Events.ofTicket(customer).opened(opened).cancelled(opened.plusSeconds(5));
        awaitClock(kept, "RESOLUTION_24H", "MET");
        awaitClock(late, "RESOLUTION_24H", "BREACHED");
        awaitClock(open, "RESOLUTION_24H", "BREACHED");
        awaitClock(running, "RESOLUTION_24H", "RUNNING");
        awaitClock(gone, "RESOLUTION_24H", "VOID");
        await().until(() -> SlaFixtures.count("select count(*) from customer where name <> '旧名' and id = ?", customer) == 1);
    }

    private ValidatableResponse get(String token, String report, String... parameters) {
        var request = as(token);
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam(parameters[index], parameters[index + 1]);
        }
        return request.get("/api/sla-reports/" + report).then();
    }

    @Test
    void attainmentCountsWhatWasDueInThePeriodByCustomerAndKind() {
        // Given
        aCustomerWithPromises();

        // When
        var report = get(Tokens.manager(), "attainment", "customerId", customer.toString(), "from",
                now.minus(Duration.ofDays(2)).toString(), "to",
                now.plus(Duration.ofDays(2)).toString());

        // Then
        report.statusCode(200).body("items", hasSize(3)).rootPath("items.find { it.kind == 'RESOLUTION_24H' }")
                .body("total", equalTo(4)).body("met", equalTo(1)).body("breached", equalTo(2)).body("open", equalTo(1))
                .body("attainment", equalTo(0.3333f))
                .body("customerId", equalTo(customer.toString())).body("customerName", equalTo("=HYPERLINK(\"x\"), 超市"));
        get(token, "attainment", "from", "2020-01-01", "to", "2020-12-31").statusCode(200).body("items", hasSize(0));
        get(token, "attainment").statusCode(200).body("items.find { it.kind == 'RESOLUTION_24H' }.open", equalTo(0));
    }

    @Test
    void breachesAreListedLatestFirstWithTheirLateness() {
        // Given
        aCustomerWithPromises();

        // When
        var first = get(token, "breaches", "limit", "1").statusCode(200).body("items", hasSize(1)).body("next", notNullValue()).extract()
                .jsonPath();

        // Then
        var rest = get(token, "breaches", "cursor", first.getString("next")).statusCode(200).extract().jsonPath();
        List<Map<String, Object>> all = new java.util.ArrayList<>(first.getList("items"));
        all.addAll(rest.getList("items"));
        assertEquals(6, all.size());
        List<String> times = all.stream().map(row -> (String) row.get("breachedAt")).toList();
        assertEquals(times.stream().sorted(java.util.Comparator.comparing(Instant::parse).reversed()).toList(), times);
        assertTrue(all.stream().anyMatch(row -> "PT1H".equals(row.get("late"))));
        assertEquals(6, all.stream().map(row -> row.get("clockId")).distinct().count());
    }

    @Test
    void nobodySeesAnotherCustomersFigures() {
        // Given
        aCustomerWithPromises();

        // When
        var foreign = get(Tokens.foreignCustomer(), "attainment", "customerId", customer.toString());

        // Then
        foreign.statusCode(404);
        get(Tokens.foreignCustomer(), "breaches", "customerId", customer.toString()).statusCode(404);
        get(Tokens.of(UUID.randomUUID(), "stray", List.of("customer"), Map.of()), "attainment").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void attainmentAsCsvIsSafeInASpreadsheet() {
        // Given
        aCustomerWithPromises();

        // When
        String csv = as(Tokens.manager()).accept("text/csv").queryParam("customerId", customer).get("/api/sla-reports/attainment").then()
                .statusCode(200).contentType("text/csv;charset=UTF-8").extract().asString();

        // Then
        assertTrue(csv.startsWith("\uFEFFcustomerId,customerName,kind,total,met,breached,open,attainment\r\n"), csv);
        assertTrue(csv.contains(customer + ",\"'=HYPERLINK(\"\"x\"\"), 超市\",RESOLUTION_24H,3,1,2,0,0.3333\r\n"), csv);
    }

    @Test
    void inAMonthInWhichNothingWasDueThereIsNothing() {
        // Given
        aCustomerWithPromises();

        // When
        var report = get(Tokens.manager(), "attainment", "month", "2025-01");

        // Then
        report.statusCode(200).body("items", hasSize(0));
        get(Tokens.manager(), "breaches", "month", "2025-01").statusCode(200).body("items", hasSize(0));
        String month = java.time.YearMonth.from(now.minus(Duration.ofHours(6)).atZone(java.time.ZoneId.of("Asia/Shanghai"))).toString();
        get(Tokens.manager(), "attainment", "month", month, "customerId", customer.toString()).statusCode(200)
                .body("items.find { it.kind == 'RESOLUTION_24H' }.breached", equalTo(2));
        get(Tokens.manager(), "attainment", "month", "abc").statusCode(400).body("errors[0].field", equalTo("month"));
        get(Tokens.manager(), "breaches", "month", "2025-13").statusCode(400).body("errors[0].field", equalTo("month"));
        get(Tokens.manager(), "attainment", "month", "2025-01", "from", "2025-01-05").statusCode(400).body("errors[0].field",
                equalTo("from"));
    }

    @Test
    void badPeriodsGetAProblem() {
        get(Tokens.manager(), "attainment", "from", "yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
        get(Tokens.manager(), "attainment", "from", "2026-13-41").statusCode(400).body("errors[0].field", equalTo("from"));
        get(Tokens.manager(), "breaches", "from", "2026-11-02", "to", "2026-11-01").statusCode(400).body("errors[0].field", equalTo("to"));
        get(Tokens.manager(), "breaches", "cursor", "bm8").statusCode(400).body("errors[0].field", equalTo("cursor"));
        get(Tokens.manager(), "breaches", "customerId", "x").statusCode(400).body("errors[0].field", equalTo("customerId"));
    }
}
