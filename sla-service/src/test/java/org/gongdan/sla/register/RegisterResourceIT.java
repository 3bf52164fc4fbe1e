package org.gongdan.sla.register;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.awaitDue;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegisterResourceIT {

    private final Instant now = Events.now();
    private final UUID customer = UUID.randomUUID();
    private final String own = Tokens.of(UUID.randomUUID(), "portal", List.of("customer"), Map.of("own", customer));

    @Test
    void theLedgerSaysWhoPromisedWhatInWhichWordsAndWhatBecameOfIt() {
        // Given
        Events events = Events.ofTicket(customer).opened(now.minusSeconds(7200))
                .callbackPromised(now.minusSeconds(3600), null, now.minusSeconds(7000))
                .callbackPromised(now.minusSeconds(1800), "厂家未回复", now.minusSeconds(4000)).contacted(true, now.minusSeconds(1500));
        await().until(() -> clock(events, "CALL_BACK"),
                found -> found != null && found.get("endedAt") != null);

        // When
        var register = get(Tokens.supervisor(), "ticketId", events.ticketId);

        // Then
        register.statusCode(200).rootPath("items.find { it.kind == 'CALL_BACK' }").body("promisedBy", equalTo("agent"))
                .body("words", equalTo("我会在十一点前给您答复"))
                .body("madeAt", equalTo(now.minusSeconds(7000).toString())).body("promisedFor", equalTo(now.minusSeconds(3600).toString()))
                .body("dueAt", equalTo(now.minusSeconds(1800).toString())).body("state", equalTo("BROKEN")).body("late", equalTo("PT5M"))
                .body("endedBy", equalTo("CustomerContacted")).body("moves", hasSize(1)).body("moves[0].effect", equalTo("MOVES_DUE"))
                .body("moves[0].reason", equalTo("厂家未回复")).body("moves[0].to", equalTo(now.minusSeconds(1800).toString()));
        register.noRootPath()
                .body("items.find { it.kind == 'RESOLUTION_24H' }.words",
                        containsString("We will solve it by " + local(now.minusSeconds(7200).plus(Duration.ofHours(24)))))
                .body("items.find { it.kind == 'RESOLUTION_24H' }.name", equalTo("Resolution within 24 hours"));
    }

    @Test
    void theSentenceOfTheAppointmentAndTheConsentToAnotherAreKept() {
        // Given
        Instant window = now.plus(Duration.ofHours(8));
        Events events = Events.ofTicket(customer).scheduled(window, now).rescheduled(window, window.plusSeconds(7200), now.plusSeconds(60));
        awaitDue(events, "ARRIVAL", window.plusSeconds(7200));

        // When
        var register = RestAssured.given().auth().oauth2(own).header("Accept-Language", "zh").queryParam("ticketId", events.ticketId)
                .get("/api/promises").then();

        // Then
        register.statusCode(200).body("items", hasSize(1)).body("items[0].promisedBy", equalTo("李工"))
                .body("items[0].engineerId", equalTo(Tokens.ENGINEER.toString()))
                .body("items[0].words", equalTo("我将于 " + local(window) + " 至 " + local(window.plusSeconds(3600)) + " 之间为您提供上门服务"))
                .body("items[0].state", equalTo("OPEN")).body("items[0].moves[0].consentBy", equalTo("刘店长"))
                .body("items[0].moves[0].reason", equalTo("customer asked"));
    }

    @Test
    void promisesAreFoundByWhatBecameOfThem() {
        // Given
        Events kept = Events.ofTicket(customer).opened(now.minusSeconds(60)).resolved(now);
        Events broken = Events.ofTicket(customer).opened(now.minus(Duration.ofHours(25)));
        Events moved = Events.ofTicket(customer).opened(now.minusSeconds(50)).extended(now.plus(Duration.ofDays(3)), now.minusSeconds(10));
        awaitClock(kept, "RESOLUTION_24H", "MET");
        for (String kind : List.of("RESOLUTION_24H", "ACKNOWLEDGE", "UPDATE_CADENCE")) {
            awaitClock(broken, kind, "BREACHED");
        }
        awaitDue(moved, "RESOLUTION_24H", now.plus(Duration.ofDays(3)));

        // When
        var found = get(own, "state", "moved");

        // Then
        found.statusCode(200).body("items", hasSize(1)).body("items[0].ticketId", equalTo(moved.ticketId.toString()))
                .body("items[0].moves[0].reason", equalTo("new disk"))
                .body("items[0].moves[0].consentBy", equalTo("刘店长")).body("items[0].moves[0].consentAt", notNullValue());
        get(own, "state", "kept", "ticketId", kept.ticketId).statusCode(200).body("items.state", everyItem(equalTo("KEPT")))
                .body("items.kind", containsInAnyOrder("RESOLUTION_24H", "ACKNOWLEDGE", "UPDATE_CADENCE"));
        get(own, "state", "broken", "to", now.minus(Duration.ofHours(20))).statusCode(200).body("items.kind",
                containsInAnyOrder("RESOLUTION_24H", "ACKNOWLEDGE", "UPDATE_CADENCE"));
        get(own, "state", "open", "from", now.minusSeconds(55)).statusCode(200).body("items.ticketId",
                everyItem(equalTo(moved.ticketId.toString())));
        get(own, "from", now.plusSeconds(5)).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void customersSeeTheirOwnEngineersTheirsAndStaffEverything() {
        // Given
        Instant window = now.plus(Duration.ofHours(8));
        Events events = Events.ofTicket(customer).opened(now.minusSeconds(60)).scheduled(window, now);
        awaitClock(events, "ARRIVAL", "RUNNING");
        await().untilAsserted(() -> get(Tokens.manager(), "customerId", customer).statusCode(200)
                .body("items.kind", containsInAnyOrder("RESOLUTION_24H", "ACKNOWLEDGE", "UPDATE_CADENCE", "UPDATE_CADENCE", "ARRIVAL")));

        // When
        var engineer = get(Tokens.engineer(), "customerId", customer);

        // Then
        engineer.statusCode(200).body("items.kind", equalTo(List.of("ARRIVAL")));
        get(Tokens.engineer2(), "customerId", customer).statusCode(200).body("items", hasSize(0));
        get(Tokens.manager(), "engineer", Tokens.ENGINEER, "customerId", customer).statusCode(200).body("items.kind",
                equalTo(List.of("ARRIVAL")));
        get(Tokens.manager(), "engineer", "李工", "customerId", customer).statusCode(200).body("items.kind", equalTo(List.of("ARRIVAL")));
        get(Tokens.foreignCustomer(), "customerId", customer).statusCode(200).body("items", hasSize(0));
        get(Tokens.foreignCustomer(), "ticketId", events.ticketId).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void theLedgerIsPagedLatestFirst() {
        // Given
        Events events = Events.ofTicket(customer).opened(now, now.plusSeconds(3600));
        awaitClock(events, "EXPECTED_TIME", "RUNNING");

        // When
        var first = get(own, "limit", 3).statusCode(200).body("items", hasSize(3)).extract().jsonPath();

        // Then
        get(own, "limit", 3, "cursor", first.getString("next")).statusCode(200).body("items", hasSize(1)).body("next", nullValue())
                .body("items.id", not(hasItem(first.getString("items[2].id"))));
    }

    @Test
    void theKindsAreListedWithTheirNames() {
        as(Tokens.customer()).get("/api/promises/kinds").then().statusCode(200).body("items.find { it.kind == 'CALL_BACK' }.zh",
                equalTo("按承诺时间答复")).body("items.find { it.kind == 'CALL_BACK' }.promised", equalTo(true),
                        "items.find { it.kind == 'CALL_BACK' }.allowsTime", nullValue(),
                        "items.find { it.kind == 'EXPECTED_TIME' }.allowsTime", equalTo(false),
                        "items.find { it.kind == 'RESOLUTION_24H' }.allowsTime", equalTo(true),
                        "items.find { it.kind == 'HAND_OFF' }.agreements", equalTo(List.of("OLA", "SLA")));
    }

    @Test
    void badRequestsGetAProblem() {
        get(Tokens.agent(), "state", "lost").statusCode(400).contentType("application/problem+json").body("errors[0].field",
                equalTo("state"));
        get(Tokens.agent(), "from", "yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
        get(Tokens.agent(), "cursor", "bm8").statusCode(400).body("errors[0].field", equalTo("cursor"));
        get(Tokens.agent(), "limit", 0).statusCode(400);
        for (String path : new String[] {"/api/promises", "/api/promises/kinds"}) {
            RestAssured.given().get(path).then().statusCode(401);
            as(Tokens.nobody()).get(path).then().statusCode(403);
        }
    }

    private static ValidatableResponse get(String token, Object... parameters) {
        var request = as(token);
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam((String) parameters[index], String.valueOf(parameters[index + 1]));
        }
        return request.get("/api/promises").then();
    }

    private static String local(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(instant.atZone(ZoneId.of("Asia/Shanghai")));
    }
}
