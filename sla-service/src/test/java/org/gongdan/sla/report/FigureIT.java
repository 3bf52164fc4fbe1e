package org.gongdan.sla.report;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Figures against a naive count over the facts of the same promises. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FigureIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int[] BOUNDS = {0, 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320};

    private final UUID customer = UUID.randomUUID();
    private final String token = Tokens.of(UUID.randomUUID(), "portal", List.of("customer"), Map.of("own", customer));
    private final YearMonth month = YearMonth.now(SHANGHAI).minusMonths(1);
    private final Instant begin = month.atDay(2).atStartOfDay(SHANGHAI).toInstant();
    private final List<Events> tickets = new ArrayList<>();

    /** Tickets with whatever happens to tickets, the same each time; done at whole minutes. */
    private void aMonth(int count) {
        Random random = new Random(count);
        for (int number = 0; number < count; number++) {
            Instant opened = begin.plus(Duration.ofMinutes(random.nextInt(20 * 1440)));
            Events ticket = Events.ofTicket(customer).opened(opened, null, "P" + (1 + random.nextInt(3)), null);
            Instant taken = opened.plus(Duration.ofMinutes(1 + random.nextInt(60)));
            ticket.ticket("TicketAcknowledged", "at", taken, "by", "agent");
            Instant done = taken.plus(Duration.ofMinutes(random.nextInt(2500)));
            if (random.nextBoolean()) {
                Instant waits = taken.plus(Duration.between(taken, done).dividedBy(4));
                ticket.waiting(random.nextBoolean() ? "CUSTOMER" : "PARTS", waits)
                        .resumed(waits.plus(Duration.between(taken, done).dividedBy(3)));
            }
            tickets.add(random.nextInt(8) == 0 ? ticket.cancelled(done) : ticket.resolved(done));
        }
        tickets.forEach(ticket -> await().until(() -> ended(ticket)));
    }

    private static boolean ended(Events ticket) {
        Map<String, Object> clock = SlaFixtures.clock(ticket, "RESOLUTION_24H");
        return clock != null && clock.get("endedAt") != null;
    }

    private List<Map<String, Object>> clocks(String kind) {
        return tickets.stream().map(ticket -> SlaFixtures.clock(ticket, kind)).filter(clock -> !clock.get("status").equals("VOID"))
                .filter(clock -> YearMonth.from(SlaFixtures.instant(clock, "dueAt").atZone(SHANGHAI)).equals(month)).toList();
    }

    private ValidatableResponse get(String token, String path, String... parameters) {
        var request = as(token);
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam(parameters[index], parameters[index + 1]);
        }
        return request.get("/api/sla-reports/" + path).then();
    }

    @Test
    void attainmentByPriorityAndMonthIsWhatANaiveCountFinds() {
        // Given
        aMonth(14);

        // When
        var byPriority = get(token, "attainment/priority", "month", month.toString()).statusCode(200);

        // Then
        assertAll(() -> assertPriorities(byPriority), this::assertTotals);
    }

    private void assertPriorities(ValidatableResponse byPriority) {
        for (String priority : List.of("P1", "P2", "P3")) {
            List<Map<String, Object>> mine = clocks("RESOLUTION_24H").stream().filter(clock -> priority(clock).equals(priority)).toList();
            long met = mine.stream().filter(clock -> clock.get("status").equals("MET")).count();
            if (!mine.isEmpty()) {
                byPriority.rootPath("items.find { it.key == '" + priority + "' && it.kind == 'RESOLUTION_24H' }").body("total",
                        equalTo(mine.size()), "met", equalTo((int) met),
                        "breached", equalTo((int) (mine.size() - met)), "attainment",
                        equalTo((float) (Math.round(met * 10_000.0 / mine.size()) / 10_000.0)));
            }
        }
    }

    private void assertTotals() {
        int all = clocks("RESOLUTION_24H").size();
        get(token, "attainment/month", "month", month.toString())
                .body("items.find { it.key == '" + month + "' && it.kind == 'RESOLUTION_24H' }.total", equalTo(all));
        get(Tokens.supervisor(), "attainment/customer", "month", month.toString(), "customerId", customer.toString())
                .body("items.find { it.kind == 'RESOLUTION_24H' }.total", equalTo(all), "items.findAll { it.kind == null }", hasSize(1));
        get(token, "attainment/kind", "month", month.toString()).body("items.find { it.kind == 'RESOLUTION_24H' }.total", equalTo(all));
        get(token, "attainment/service", "month", month.toString()).body("items.find { it.kind == 'RESOLUTION_24H' }.key", nullValue());
        assertTrue(as(token).accept("text/csv").queryParam("month", month.toString()).get("/api/sla-reports/attainment/kind").then()
                .statusCode(200).extract().asString()
                .contains("RESOLUTION_24H,RESOLUTION_24H,RESOLUTION_24H," + all + ","));
    }

    @SuppressWarnings("unchecked")
    private static String priority(Map<String, Object> clock) {
        return ((Map<String, Map<String, Map<String, String>>>) ((List<Map<String, Object>>) clock.get("facts")).getFirst().get("data"))
                .get("about").get("priority") + "";
    }

    @Test
    void distributionsAreWhatSortingByHandFinds() {
        // Given
        aMonth(12);
        List<Map<String, Object>> done = clocks("RESOLUTION_24H").stream().filter(clock -> SlaFixtures.facts(clock).contains("MET"))
                .toList();
        double[] wall = done.stream()
                .mapToDouble(clock -> minutes(SlaFixtures.instant(clock, "startedAt"), SlaFixtures.instant(clock, "endedAt"))).sorted()
                .toArray();
        double[] counted = done.stream().mapToDouble(FigureIT::counted).sorted().toArray();

        // When
        var spread = get(token, "distributions", "month", month.toString()).statusCode(200);

        // Then
        assertAll(
                () -> spread.rootPath("items.find { it.kind == 'RESOLUTION_24H' && it.measure == 'WALL' }").body("count",
                        equalTo(wall.length)),
                () -> check(spread, "WALL", wall),
                () -> check(spread, "COUNTED", counted));
        get(token, "distributions", "month", month.toString(), "kind", "NO_KIND").body("items", hasSize(0));
        assertTrue(as(token).accept("text/csv").queryParam("month", month.toString()).get("/api/sla-reports/distributions").then()
                .statusCode(200).extract().asString().contains("ACKNOWLEDGE,WALL,"));
    }

    private static void check(ValidatableResponse spread, String measure, double[] sorted) {
        var json = spread.extract().jsonPath();
        String mine = "items.find { it.kind == 'RESOLUTION_24H' && it.measure == '" + measure + "' }";
        assertEquals(percentile(sorted, 0.5), json.getDouble(mine + ".p50"), 0.011, measure);
        assertEquals(percentile(sorted, 0.9), json.getDouble(mine + ".p90"), 0.011, measure);
        assertEquals(percentile(sorted, 0.95), json.getDouble(mine + ".p95"), 0.011, measure);
        assertEquals(sorted[sorted.length - 1], json.getDouble(mine + ".max"), 0.011, measure);
        List<Integer> buckets = json.getList(mine + ".buckets.count");
        for (int bucket = 0; bucket < BOUNDS.length; bucket++) {
            int from = BOUNDS[bucket];
            int to = bucket + 1 < BOUNDS.length ? BOUNDS[bucket + 1] : Integer.MAX_VALUE;
            assertEquals(Arrays.stream(sorted).filter(value -> value >= from && value < to).count(), (long) buckets.get(bucket),
                    measure + " from " + from);
        }
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return below + 1 == sorted.length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /** From start to end without waiting for the customer; once the promise is broken, waiting does not stop anything. */
    @SuppressWarnings("unchecked")
    private static double counted(Map<String, Object> clock) {
        Instant breached = SlaFixtures.instant(clock, "breachedAt");
        Instant since = SlaFixtures.instant(clock, "startedAt");
        double counted = 0;
        boolean stands = false;
        for (Map<String, Object> fact : (List<Map<String, Object>>) clock.get("facts")) {
            Instant at = Instant.parse((String) fact.get("at"));
            if (at.isAfter(SlaFixtures.instant(clock, "endedAt"))) {
                break;
            }
            counted += stands ? 0 : minutes(since, at);
            since = at;
            boolean stops = fact.get("fact").equals("PAUSED") && "CUSTOMER".equals(((Map<String, Object>) fact.get("data")).get("reason"));
            stands = stops && (breached == null || at.isBefore(breached)) || stands && !fact.get("fact").equals("RESUMED");
        }
        return counted;
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 60e9;
    }

    @Test
    void whatWePromiseAmongOurselvesIsNotInACustomersFigures() {
        // Given
        Events ticket = Events.ofTicket(customer).opened(begin).ticket("TicketHandedOver", "to", "技术中心", "reason", "r", "at",
                begin.plusSeconds(60), "by", "agent");
        await().until(() -> SlaFixtures.clock(ticket, "HAND_OFF") != null);

        // When
        var mine = get(token, "attainment/kind", "month", month.toString());

        // Then
        mine.statusCode(200).body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(0), "items.findAll { it.kind == 'RESOLUTION_24H' }",
                hasSize(1));
        get(Tokens.manager(), "attainment/kind", "month", month.toString(), "customerId", customer.toString())
                .body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(1));
        get(token, "attainment", "from", begin.toString(), "to", begin.plus(Duration.ofDays(2)).toString())
                .body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(0));
        get(token, "breaches", "from", begin.toString(), "to", begin.plus(Duration.ofDays(2)).toString()).statusCode(200)
                .body("items.findAll { it.kind == 'HAND_OFF' }", hasSize(0));
    }

    @Test
    void othersFiguresAreNobodysBusiness() {
        String foreign = UUID.randomUUID().toString();
        get(token, "attainment/kind", "customerId", foreign).statusCode(404);
        get(token, "distributions", "customerId", foreign).statusCode(404);
        get(token, "attainment", "customerId", foreign).statusCode(404);
        get(token, "breaches", "customerId", foreign).statusCode(404);
        get(token, "attainment/engineer").statusCode(403);
        get(token, "punctuality").statusCode(403);
        get(token, "notices").statusCode(403);
        get(token, "causes").statusCode(403);
        get(token, "causes/summary").statusCode(403);
        get(Tokens.agent(), "attainment/kind").statusCode(403);
        io.restassured.RestAssured.given().get("/api/sla-reports/distributions").then().statusCode(401);
    }

    @Test
    void badQuestionsGetAProblem() {
        get(token, "attainment/colour").statusCode(404);
        get(token, "attainment/kind", "month", "2026-13").statusCode(400).body("errors[0].field", equalTo("month"));
        get(token, "attainment/kind", "zone", "Mars/Olympus").statusCode(400).body("errors[0].field", equalTo("zone"));
        get(token, "attainment/kind", "from", "2020-01-01", "to", "2026-01-01").statusCode(400).body("errors[0].field", equalTo("from"));
        get(Tokens.manager(), "causes", "cursor", "bm8").statusCode(400).body("errors[0].field", equalTo("cursor"));
    }
}
