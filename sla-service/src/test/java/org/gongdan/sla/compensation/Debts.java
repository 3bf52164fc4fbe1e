package org.gongdan.sla.compensation;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;

import io.restassured.response.ValidatableResponse;

/** Contracts that owe something, and a look into the ledger. */
final class Debts {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Map<String, Object>> FORCE_MAJEURE = List.of(Map.of("name", "不可抗力", "cause", "FORCE_MAJEURE"));

    private Debts() {
    }

    static Deals deal(String fee, Map<String, Object> breach) {
        return deal(fee, breach, List.of());
    }

    static Deals deal(String fee, Map<String, Object> breach, List<Map<String, Object>> attainments) {
        return Deals.made().inForce(Deals.with(content(level("P1", "PT4H")),
                Map.of("currency", "CNY", "monthlyFee", fee, "monthCapPercent", "20", "breaches", List.of(breach), "attainments",
                        attainments),
                FORCE_MAJEURE));
    }

    static Map<String, Object> breach(String fixed, String perHour, String cap) {
        Map<String, Object> rule = new java.util.HashMap<>(Map.of("kind", "RESOLUTION_24H", "priority", "P1"));
        rule.put("fixed", fixed);
        rule.put("perStartedHour", perHour);
        rule.put("cap", cap);
        rule.values().removeIf(java.util.Objects::isNull);
        return rule;
    }

    static ValidatableResponse list(Deals deal) {
        return as(Tokens.supervisor()).queryParam("customerId", deal.customer).get("/api/compensations").then().statusCode(200);
    }

    static ValidatableResponse entry(String id) {
        return as(Tokens.supervisor()).get("/api/compensations/" + id).then().statusCode(200);
    }

    static ValidatableResponse exclude(String path, String cause, String token) {
        return as(token).body(Map.of("cause", cause, "reason", "台风", "evidence", "气象局通报")).post(path + "/exclusion").then();
    }

    static String awaitEntry(Deals deal, String status) {
        return await().pollInterval(Duration.ofMillis(50)).until(() -> list(deal).extract()
                .<List<String>>path("items.findAll { it.status == '" + status + "' && it.clockId != null }.id"), ids -> !ids.isEmpty())
                .getFirst();
    }

    static String month(Instant at) {
        return YearMonth.from(at.atZone(SHANGHAI)).toString();
    }

    /** As if the agreement had been watched since then and the month were over. */
    static void closeMonth(Deals deal, YearMonth month) throws SQLException, java.io.IOException {
        try (var connection = PostgresServer.shared().connect(); var statement = connection.createStatement()) {
            statement.executeUpdate("update compensation_month set month = '" + LocalDate.from(month.atDay(1)) + "' where agreement_id = '"
                    + deal.id + "'");
            statement.executeUpdate(
                    "update timer set fire_at = now(), due_at = now() where kind = 'sla-compensation-month' and ref = (select id from "
                            + "compensation_month where agreement_id = '"
                            + deal.id + "')");
        }
    }
}
