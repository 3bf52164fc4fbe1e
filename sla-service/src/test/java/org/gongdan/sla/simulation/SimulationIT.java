package org.gongdan.sla.simulation;

import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.agreement.Deals;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SimulationIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Map<String, Object> OWES = Map.of("currency", "CNY", "monthlyFee", "12000.00",
            "breaches", List.of(Map.of("kind", "RESOLUTION_24H", "fixed", "100.00", "perStartedHour", "50.00")));

    private final Instant opened = Events.now().minus(Duration.ofHours(10));

    @Test
    void theFactsOfAPeriodAreReplayedByAnotherContract() throws Exception {
        // Given
        Deals deal = Deals.made().inForce(Deals.with(content(level("P1", "PT4H")), OWES, List.of()));
        awaitClock(Events.ofTicket(deal.customer).opened(opened, null, "P1", null).resolved(opened.plus(Duration.ofMinutes(330))),
                "RESOLUTION_24H", "BREACHED");
        Events paused = Events.ofTicket(deal.customer).opened(opened.plusSeconds(1), null, "P1", null)
                .waiting("CUSTOMER", opened.plusSeconds(3601))
                .resumed(opened.plusSeconds(10_801)).resolved(opened.plusSeconds(18_001));
        awaitClock(paused, "RESOLUTION_24H", "MET");
        awaitClock(Events.ofTicket(deal.customer).opened(opened.plusSeconds(2), null, "P2", null), "RESOLUTION_24H", "RUNNING");
        long facts = count(
                "select count(*) from clock_fact f join clock c on c.id = f.clock_id where c.customer_id = ? and fact not in ('WARNED', "
                        + "'BREACHED', 'ESCALATED')",
                deal.customer);

        // When
        var lenient = simulate(deal.customer, Deals.with(content(level("P1", "PT6H")), OWES, List.of()));

        // Then
        lenient.statusCode(200).body("promises", greaterThanOrEqualTo(6), "retermed", equalTo(2), "changes", hasSize(1))
                .body("changes[0].before", equalTo("BREACHED"), "changes[0].after", equalTo("MET"), "changes[0].dueAfter",
                        equalTo(opened.plus(Duration.ofHours(6)).toString()))
                .body("rows.find { it.kind == 'RESOLUTION_24H' && it.priority == 'P1' }.before",
                        equalTo(Map.of("met", 1, "broken", 1, "open", 0, "voided", 0)))
                .body("rows.find { it.kind == 'RESOLUTION_24H' && it.priority == 'P1' }.after.met", equalTo(2))
                .body("compensationBefore.CNY", equalTo("200.00"), "compensationAfter.CNY", equalTo("0.00"));
        simulate(deal.customer, Deals.with(content(level("P1", "PT2H")), OWES, List.of())).statusCode(200)
                .body("changes", hasSize(1))
                .body("changes[0].before", equalTo("MET"), "changes[0].dueAfter",
                        equalTo(opened.plusSeconds(2 * 3600 + 7200 + 1).toString()))
                .body("compensationAfter.CNY", equalTo("450.00"));
        assertEquals(facts, count(
                "select count(*) from clock_fact f join clock c on c.id = f.clock_id where c.customer_id = ? and fact not in ('WARNED', "
                        + "'BREACHED', 'ESCALATED')",
                deal.customer));
        assertEquals(2, count("select count(*) from audit where customer = ? and action like '%sla-simulations%'", deal.customer));
    }

    @Test
    void theSameContractChangesNothing() {
        // Given
        Map<String, Object> content = Deals.with(content(level("P1", "PT4H"), level(null, "ACKNOWLEDGE", "PT10M", null)), OWES, List.of());
        Deals deal = Deals.made().inForce(content);
        awaitClock(Events.ofTicket(deal.customer).opened(opened, null, "P1", null), "RESOLUTION_24H", "BREACHED");

        // When
        var same = simulate(deal.customer, content);

        // Then
        same.statusCode(200).body("retermed", equalTo(0), "changes", hasSize(0));
        assertEquals(same.extract().<Map<String, String>>path("compensationBefore"),
                same.extract().<Map<String, String>>path("compensationAfter"));
    }

    @Test
    void aPeriodWithTooManyPromisesIsRefusedWithTheirNumber() throws Exception {
        // Given
        UUID customer = UUID.randomUUID();
        try {
            execute("""
                    insert into clock (id, version, ticket_id, customer_id, kind, generation, facts, target, warn_percent, status, started_at, due_at)
                    select uuidv7(), 0, uuidv7(), '%s', 'ACKNOWLEDGE', 0, 0, 'PT1H', 80, 'MET', now(), now() from generate_series(1, 2001)"""
                    .formatted(customer));

            // When
            var refused = simulate(customer, content(level("P1", "PT4H")));

            // Then
            refused.statusCode(422).body("type", containsString("too-many-to-simulate"), "detail", containsString("2001"));
        } finally {
            execute("delete from clock where customer_id = '" + customer + "'");
        }
    }

    private static void execute(String sql) throws SQLException, IOException {
        try (var connection = PostgresServer.shared().connect(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void badQuestionsGetAProblem() {
        simulate(UUID.randomUUID(), content(level("P1", "RESOLUTION_24H", "PT4H", "mars"))).statusCode(422).body("errors[0].field",
                equalTo("services[0].levels[0].calendar"));
        as(Tokens.manager())
                .body(Map.of("customerId", UUID.randomUUID(), "from", TODAY.toString(), "to", TODAY.minusDays(1).toString(), "content",
                        content(level("P1", "PT4H"))))
                .post("/api/sla-simulations").then().statusCode(400).body("errors[0].field", equalTo("to"));
        as(Tokens.manager()).body(Map.of("customerId", UUID.randomUUID())).post("/api/sla-simulations").then().statusCode(400);
        as(Tokens.customer()).body(Map.of()).post("/api/sla-simulations").then().statusCode(403);
        simulate(UUID.randomUUID(), content(level("P1", "PT4H"))).statusCode(200).body("promises", equalTo(0));
    }

    private static ValidatableResponse simulate(UUID customer, Map<String, Object> content) {
        return as(Tokens.manager())
                .body(Map.of("customerId", customer, "from", TODAY.minusDays(2).toString(), "to", TODAY.toString(), "content", content))
                .post("/api/sla-simulations").then();
    }
}
