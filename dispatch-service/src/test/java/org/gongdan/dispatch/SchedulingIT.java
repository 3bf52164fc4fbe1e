package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitFixtures.aScheduledVisit;
import static org.gongdan.dispatch.VisitFixtures.act;
import static org.gongdan.dispatch.VisitFixtures.anAcceptedVisit;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.anOrderedVisit;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.inHours;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.gongdan.dispatch.VisitFixtures.schedule;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongdan.dispatch.VisitFixtures.AnEngineer;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SchedulingIT {

    private static final int DISPATCHERS = 8;

    @Test
    void oneEngineerIsNotSentToTwoPlacesAtOnce() {
        // Given
        AnEngineer engineer = anEngineer();
        Instant start = inHours(2);
        UUID first = aScheduledVisit(engineer, start);
        UUID second = anOrderedVisit();

        // When
        var overlap = schedule(second, engineer.id(), start.plusSeconds(3600), start.plusSeconds(9000));

        // Then
        overlap.statusCode(409).body("type", equalTo("/problems/engineer-busy"));
        assertEquals("ORDERED", read(second, Tokens.supervisor()).getString("status"));
        schedule(second, engineer.id(), start.plusSeconds(7200), start.plusSeconds(9000)).statusCode(200);
        act(Tokens.supervisor(), first, "cancel", Map.of("reason", "x")).statusCode(200);
        schedule(anOrderedVisit(), engineer.id(), start, start.plusSeconds(7200)).statusCode(200);
    }

    @Test
    void neitherAnotherAppointmentNorADelayMayCollide() {
        // Given
        AnEngineer engineer = anEngineer();
        Instant start = inHours(2);
        UUID first = anAcceptedVisit(engineer, start);
        aScheduledVisit(engineer, start.plusSeconds(7200));
        String from = start.plusSeconds(1800).toString();
        String to = start.plusSeconds(9000).toString();

        // When
        var delayed = act(engineer.token(), first, "report-delay",
                Map.of("newStart", from, "newEnd", to, "reason", "TRAFFIC", "customerInformedAt", Instant.now().toString()));

        // Then
        delayed.statusCode(409).body("type", equalTo("/problems/engineer-busy"));
        act(Tokens.supervisor(), first, "reschedule", Map.of("windowStart", from, "windowEnd", to, "reason", "r", "consentBy", "c"))
                .statusCode(409)
                .body("type", equalTo("/problems/engineer-busy"));
        assertEquals(start.toString(), read(first, Tokens.supervisor()).getString("windowStart"));
    }

    @Test
    void whoIsNotOnDutyByTheRosterIsSentOnlyWhenHeHasAgreed() {
        // Given
        String duty = "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        as(Tokens.supervisor()).body(Map.of("name", "现场", "responsibilities", "上门服务", "zone", "Asia/Shanghai")).put("/api/duties/" + duty)
                .then().statusCode(200);
        AnEngineer engineer = anEngineer();
        Instant start = inHours(20);
        for (Instant begin : List.of(start, start.plusSeconds(3600))) {
            String shift = as(Tokens.supervisor())
                    .body(Map.of("duty", duty, "person", "engineer-" + engineer.id(), "startsAt", begin.toString(),
                            "endsAt", begin.plusSeconds(3600).toString()))
                    .post("/api/shifts").then().statusCode(201).extract().path("id");
            as(Tokens.supervisor()).post("/api/shifts/" + shift + "/publish").then().statusCode(200);
        }
        UUID visit = anOrderedVisit();

        // When
        var refused = schedule(visit, engineer.id(), start.plusSeconds(3600), start.plusSeconds(7201));

        // Then
        refused.statusCode(422).body("type", equalTo("/problems/engineer-off-duty"));
        schedule(visit, engineer.id(), start, start.plusSeconds(7200)).statusCode(200);
        Map<String, Object> move = map("windowStart", start.plusSeconds(7200).toString(), "windowEnd", start.plusSeconds(9000).toString(),
                "reason", "客户外出", "consentBy", "刘店长");
        act(Tokens.supervisor(), visit, "reschedule", move).statusCode(422).body("type", equalTo("/problems/engineer-off-duty"));
        move.put("offDutyAgreed", true);
        act(Tokens.supervisor(), visit, "reschedule", move).statusCode(200);
        schedule(anOrderedVisit(), engineer.id(), start.plusSeconds(9 * 86_400), start.plusSeconds(9 * 86_400 + 60)).statusCode(200);
    }

    @Test
    void visitIsGivenToAnotherEngineerWhoIsFree() {
        // Given
        AnEngineer first = anEngineer();
        AnEngineer second = anEngineer();
        Instant start = inHours(2);
        UUID visit = anAcceptedVisit(first, start);
        UUID other = aScheduledVisit(second, start);

        // When
        var busy = act(Tokens.supervisor(), visit, "reassign", Map.of("engineerId", second.id(), "reason", "李工生病"));

        // Then
        busy.statusCode(409).body("type", equalTo("/problems/engineer-busy"));
        act(Tokens.supervisor(), other, "cancel", Map.of("reason", "x")).statusCode(200);
        act(Tokens.supervisor(), visit, "reassign", Map.of("engineerId", second.id(), "reason", "李工生病")).statusCode(200)
                .body("engineerId", equalTo(second.id().toString())).body("status", equalTo("SCHEDULED"))
                .body("windowStart", equalTo(start.toString()));
        act(Tokens.supervisor(), visit, "reassign", Map.of("engineerId", second.id(), "reason", "r")).statusCode(422).body("type",
                equalTo("/problems/same-engineer"));
        act(Tokens.supervisor(), visit, "reassign", Map.of("engineerId", UUID.randomUUID(), "reason", "r")).statusCode(400)
                .body("errors.field", hasItem("engineerId"));
        act(first.token(), visit, "accept", Map.of()).statusCode(404);
        act(second.token(), visit, "accept", Map.of()).statusCode(200);
        act(Tokens.supervisor(), visit, "reschedule", map("windowStart", start.plusSeconds(9000).toString(), "windowEnd",
                start.plusSeconds(12_000).toString(), "reason", "客户外出", "consentBy", "刘店长", "engineerId", first.id())).statusCode(200)
                .body("engineerId", equalTo(first.id().toString()));
    }

    @RepeatedTest(5)
    void dispatchersAtOnceCannotDoubleBook() throws Exception {
        // Given
        AnEngineer engineer = anEngineer();
        Instant start = inHours(2);
        List<UUID> visits = new ArrayList<>();
        for (int dispatcher = 0; dispatcher < DISPATCHERS; dispatcher++) {
            visits.add(anOrderedVisit());
        }

        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService dispatchers = Executors.newFixedThreadPool(DISPATCHERS)) {
            List<Future<Integer>> tries = visits.stream().map(visit -> dispatchers.submit(() -> as(Tokens.supervisor())
                    .body(Map.of("engineerId", engineer.id(), "windowStart", start.toString(), "windowEnd",
                            start.plusSeconds(3600).toString()))
                    .post("/api/visits/" + visit + "/schedule").statusCode())).toList();
            for (Future<Integer> answer : tries) {
                answers.add(answer.get());
            }
        }

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(DISPATCHERS - 1, answers.stream().filter(status -> status == 409).count(), answers.toString());
        as(Tokens.supervisor()).queryParam("engineerId", engineer.id()).get("/api/visits").then().body("items.size()", equalTo(1));
    }

    @Test
    void databaseItselfForbidsDoubleBookingAndItsOwnerNeedsNoSuperuser() throws SQLException {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.execute("create role planner login nosuperuser password 'planner'");
            statement.execute("create database planner owner planner");
            statement.execute("revoke all on database planner from public");
            String url = PostgresServer.shared().jdbcUrl().replaceAll("/postgres$", "/planner");
            try (Connection own = java.sql.DriverManager.getConnection(url, "planner", "planner");
                    Statement script = own.createStatement()) {
                script.execute(new String(getClass().getResourceAsStream("/db/migration/V1__dispatch.sql").readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8));
                script.execute("insert into engineer values ('00000000-0000-0000-0000-000000000001', 0, 'n', 'p')");
                String visit = """
                        insert into visit (id, version, number, ticket_id, ticket_number, customer_id, status, engineer_id, window_start,
                            window_end, ordered_at, changed_at)
                        values (gen_random_uuid(), 0, '%s', gen_random_uuid(), 't', gen_random_uuid(), '%s',
                            '00000000-0000-0000-0000-000000000001', '%s', '%s', now(), now())""";
                script.execute(visit.formatted("a", "SCHEDULED", "2026-11-22T01:00Z", "2026-11-22T03:00Z"));
                script.execute(visit.formatted("b", "STARTED", "2026-11-22T03:00Z", "2026-11-22T04:00Z"));
                script.execute(visit.formatted("c", "CANCELLED", "2026-11-22T01:00Z", "2026-11-22T03:00Z"));
                SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(SQLException.class,
                        () -> script.execute(visit.formatted("d", "ACCEPTED", "2026-11-22T02:59Z", "2026-11-22T03:00Z")));
                assertEquals("23P01", refused.getSQLState());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void windowsNobodyCanPromiseAreRefused() {
        UUID visit = anOrderedVisit();
        UUID engineer = anEngineer().id();
        Instant start = inHours(2);
        schedule(visit, engineer, start, start).statusCode(422).body("type", equalTo("/problems/window-empty"));
        schedule(visit, engineer, inHours(-2), inHours(1)).statusCode(422).body("type", equalTo("/problems/window-past"));
        schedule(visit, engineer, inHours(1), inHours(10)).statusCode(422).body("type", equalTo("/problems/window-too-long"));
        schedule(visit, engineer, Instant.MAX.minusSeconds(60), Instant.MAX).statusCode(400).body("type",
                equalTo("/problems/invalid-input"));
        schedule(visit, engineer, Instant.parse("2199-12-31T20:00:00Z"), Instant.parse("2199-12-31T21:00:00Z")).statusCode(422).body("type",
                equalTo("/problems/window-too-far"));
        assertEquals("ORDERED", read(visit, Tokens.supervisor()).getString("status"));
    }

    @Test
    void delayMovesTheWindowAndKeepsWhatIsReallyBehindItApart() {
        // Given
        AnEngineer engineer = anEngineer();
        Instant start = inHours(2);
        UUID visit = anAcceptedVisit(engineer, start);
        Map<String, Object> report = map("newStart", start.plusSeconds(3600).toString(), "newEnd", start.plusSeconds(9000).toString(),
                "reason", "PREVIOUS_VISIT_OVERRUN",
                "internalReason", "上午排了四个客户", "customerInformedAt", Instant.now().toString());

        // When
        var delayed = act(engineer.token(), visit, "report-delay", report);

        // Then
        delayed.statusCode(200).body("status", equalTo("ACCEPTED")).body("windowStart", equalTo(start.plusSeconds(3600).toString()));
        Topics.Event event = Topics.shared().await("visit-events", "VisitDelayed.v1", visit);
        assertEquals(start.toString(), event.text("previousStart"));
        assertEquals("PREVIOUS_VISIT_OVERRUN", event.text("reason"));
        assertEquals(Instant.parse((String) report.get("customerInformedAt")).truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                Instant.parse(event.text("noticeAt")));
        assertFalse(event.body().toString().contains("四个客户"), "the true reason stays here");
        as(Tokens.supervisor()).get("/api/visits/" + visit + "/delays").then().statusCode(200)
                .body("items[0].internalReason", equalTo("上午排了四个客户"))
                .body("items[0].windowStart", equalTo(start.plusSeconds(3600).toString()));
    }

    @Test
    void delaysThatExcuseNothingAreRefused() {
        AnEngineer engineer = anEngineer();
        Instant start = inHours(2);
        UUID visit = anAcceptedVisit(engineer, start);
        Map<String, Object> report = map("newStart", start.plusSeconds(3600).toString(), "newEnd", start.plusSeconds(9000).toString(),
                "reason", "TOO_MANY_CUSTOMERS",
                "customerInformedAt", Instant.now().toString());
        act(engineer.token(), visit, "report-delay", report).statusCode(400).body("errors.field", hasItem("reason"));
        report.put("reason", "TRAFFIC");
        report.put("customerInformedAt", inHours(1).toString());
        act(engineer.token(), visit, "report-delay", report).statusCode(422).body("type", equalTo("/problems/notice-in-future"));
        report.put("customerInformedAt", inHours(-1).toString());
        act(engineer.token(), visit, "report-delay", report).statusCode(422).body("type", equalTo("/problems/notice-before-appointment"));
        report.put("customerInformedAt", Instant.now().toString());
        report.put("newStart", start.toString());
        act(engineer.token(), visit, "report-delay", report).statusCode(422).body("type", equalTo("/problems/delay-not-later"));
        act(anEngineer().token(), visit, "report-delay", report).statusCode(404);
    }
}
