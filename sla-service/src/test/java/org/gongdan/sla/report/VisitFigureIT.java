package org.gongdan.sla.report;

import static org.gongdan.sla.SlaFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class VisitFigureIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final UUID customer = UUID.randomUUID();
    private final YearMonth month = YearMonth.now(SHANGHAI).minusMonths(1);
    private Instant agreed = month.atDay(5).atTime(9, 0).atZone(SHANGHAI).toInstant();

    /** Visits name no person. */
    @BeforeEach
    void theEngineerHasAName() {
        Topics.shared().send("contact-events", "EngineerChanged.v1", Tokens.ENGINEER, 0, null,
                "{\"engineerId\":\"%s\",\"name\":\"李工\"}".formatted(Tokens.ENGINEER));
        Awaitility.await().until(() -> SlaFixtures.count("select count(*) from engineer where id = ?", Tokens.ENGINEER) == 1);
    }

    private Events visit() {
        agreed = agreed.plus(Duration.ofDays(1));
        return Events.ofTicket(customer).scheduled(agreed, agreed.minus(Duration.ofHours(5)));
    }

    private Events arrived(int minutesAfter) {
        return visit().started(agreed, agreed.plus(Duration.ofMinutes(minutesAfter)), "LATE");
    }

    private void await(String kind, String status, int visits) {
        Awaitility.await()
                .until(() -> SlaFixtures.count("select count(*) from clock where customer_id = ? and kind = ? and status = ?", customer,
                        kind, status) == visits);
    }

    @Test
    void visitsAreEarlyOnTargetTightLateOrNobodyComes() {
        // Given
        arrived(-12);
        arrived(-10);
        arrived(-5);
        arrived(-3);
        arrived(0);
        arrived(7);
        visit().delayed(agreed, agreed.plus(Duration.ofMinutes(20)), agreed.minus(Duration.ofMinutes(6))).started(agreed,
                agreed.plus(Duration.ofMinutes(21)), "LATE");
        visit();
        await("ARRIVAL", "MET", 5);
        await("ARRIVAL", "BREACHED", 3);
        await("NOTICE_OF_DELAY", "MET", 1);

        // When
        var report = as(Tokens.supervisor()).queryParam("month", month.toString()).queryParam("customerId", customer)
                .get("/api/sla-reports/punctuality").then().statusCode(200);

        // Then
        report.body("items", hasSize(2), "items[0].engineerId", equalTo(null), "items[1].engineerId", equalTo(Tokens.ENGINEER.toString()),
                "items[1].engineer", equalTo("李工"));
        for (int row = 0; row < 2; row++) {
            report.rootPath("items[" + row + "]").body("visits", equalTo(8), "early", equalTo(1), "onTarget", equalTo(2), "tight",
                    equalTo(2), "late", equalTo(2), "absent", equalTo(1),
                    "ahead", equalTo(0), "punctual", equalTo(0.625f), "unannounced", equalTo(2), "medianLate", equalTo(14.0f), "mostLate",
                    equalTo(21.0f));
        }
        as(Tokens.supervisor()).queryParam("month", month.toString()).queryParam("customerId", customer)
                .get("/api/sla-reports/attainment/engineer").then().statusCode(200)
                .body("items.find { it.kind == 'ARRIVAL' }.name", equalTo("李工"), "items.find { it.kind == 'ARRIVAL' }.met", equalTo(5),
                        "items.find { it.kind == 'ARRIVAL' }.breached", equalTo(3));
    }

    @Test
    void noticesAreCountedByTheRuleTheDelayCallsFor() {
        // Given
        visit().delayed(agreed, agreed.plus(Duration.ofMinutes(20)), agreed.minus(Duration.ofMinutes(5)));
        visit().delayed(agreed, agreed.plus(Duration.ofMinutes(20)), agreed.minus(Duration.ofMinutes(4)));
        visit().delayed(agreed, agreed.plus(Duration.ofHours(2)), agreed.minus(Duration.ofMinutes(31)));
        visit().delayed(agreed, agreed.plus(Duration.ofDays(2)), agreed.minus(Duration.ofMinutes(200)));
        await("NOTICE_OF_DELAY", "MET", 2);
        await("NOTICE_OF_DELAY", "BREACHED", 2);

        // When
        var report = as(Tokens.supervisor()).queryParam("month", month.toString()).queryParam("customerId", customer)
                .get("/api/sla-reports/notices").then().statusCode(200);

        // Then
        report.body("items", hasSize(8));
        report.rootPath("items[0]").body("notices", equalTo(4), "kept", equalTo(2), "broken", equalTo(2), "share", equalTo(0.5f),
                "mostLate", equalTo(40.0f));
        report.rootPath("items.find { it.engineerId != null && it.rule == 'R83' }").body("notices", equalTo(2), "kept", equalTo(1),
                "mostLate", equalTo(1.0f), "engineer", equalTo("李工"));
        report.rootPath("items.find { it.rule == 'R87' }").body("kept", equalTo(1), "broken", equalTo(0));
        report.rootPath("items.find { it.rule == 'R88' }").body("kept", equalTo(0), "broken", equalTo(1), "mostLate", equalTo(40.0f));
        assertTrue(as(Tokens.manager()).accept("text/csv").queryParam("month", month.toString()).queryParam("customerId", customer)
                .get("/api/sla-reports/notices").then().statusCode(200)
                .extract().asString().contains("R88"));
        as(Tokens.manager()).accept("text/csv").queryParam("month", month.toString()).get("/api/sla-reports/punctuality").then()
                .statusCode(200);
    }
}
