package org.gongdan.journeys;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.Tokens;
import org.gongdan.stack.demo.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** The last four days of the demo's past, played on a stack of its own (ADR 043). */
class DemoJourney {
    private static final int DAYS = 4;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static Stack stack;

    @BeforeAll
    static void play() {
        var demo = Demo.ofLastDays(DAYS, Instant.now());
        stack = Stack.builder().ports(Ports.free()).data(Path.of("target/demo")).shortLived().demo(demo).build();
        stack.start();
        stack.play(demo);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void thereAreTicketsOfEveryDayAndInEveryState() {
        // When
        var tickets = get("supervisor", "/api/tickets?limit=200");

        // Then
        var today = LocalDate.now(ZONE);
        var days = tickets.getList("items.openedAt", String.class).stream().map(at -> LocalDate.ofInstant(Instant.parse(at), ZONE))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(days.containsAll(today.minusDays(DAYS).datesUntil(today).toList()), days.toString());
        assertTrue(
                tickets.getList("items.status", String.class)
                        .containsAll(List.of("OPEN", "IN_PROGRESS", "WAITING", "ON_SITE", "RESOLVED", "CLOSED")),
                tickets.getList("items.status").toString());
    }

    @Test
    void aPromiseIsBrokenAtTheMinuteAtWhichItWasDue() {
        // Given
        var period = "from=" + LocalDate.now(ZONE).minusDays(DAYS) + "&to=" + LocalDate.now(ZONE);

        // When
        var broken = get("manager", "/api/sla-reports/breaches?" + period).getList("items", Map.class);

        // Then
        assertTrue(broken.stream().anyMatch(promise -> promise.get("kind").equals("RESOLUTION_24H")), broken.toString());
        broken.forEach(promise -> assertEquals(promise.get("dueAt"), promise.get("breachedAt"), promise.toString()));
    }

    @Test
    void noEventWasRefused() {
        for (var service : Service.values()) {
            if (service != Service.GATEWAY) {
                // When
                var parked = get("admin", "/api/operations/" + service.module() + "/parked");

                // Then
                assertEquals(List.of(), parked.getList("$"), service.module());
            }
        }
    }

    @Test
    void afterItTheServicesHaveTheirOwnTime() {
        // Given
        var customer = get("agent", "/api/customers?limit=1").getString("items[0].id");

        // When
        var opened = given().baseUri(stack.address(Service.GATEWAY.module())).auth().oauth2(token("agent")).contentType("application/json")
                .body(Map.of("customerId", customer, "channel", "PORTAL", "source", "USER", "summary", "演示之后", "impact", "LOW", "urgency",
                        "LOW"))
                .post("/api/tickets").then().statusCode(201).extract().jsonPath();

        // Then
        var late = Duration.between(Instant.parse(opened.getString("openedAt")), Instant.now());
        assertTrue(late.abs().compareTo(Duration.ofMinutes(1)) < 0, late.toString());
    }

    private static JsonPath get(String user, String path) {
        return given().baseUri(stack.address(Service.GATEWAY.module())).auth().oauth2(token(user)).get(path).then().statusCode(200)
                .extract().jsonPath();
    }

    private static String token(String user) {
        return new Tokens(stack.realm()).ofUser(user);
    }
}
