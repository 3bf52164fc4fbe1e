package org.gongdan.dispatch;

import static org.gongdan.dispatch.VisitFixtures.aContact;
import static org.gongdan.dispatch.VisitFixtures.aScheduledVisit;
import static org.gongdan.dispatch.VisitFixtures.act;
import static org.gongdan.dispatch.VisitFixtures.anAcceptedVisit;
import static org.gongdan.dispatch.VisitFixtures.anEngineer;
import static org.gongdan.dispatch.VisitFixtures.anOrderedVisit;
import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.completion;
import static org.gongdan.dispatch.VisitFixtures.inHours;
import static org.gongdan.dispatch.VisitFixtures.read;
import static org.gongdan.dispatch.VisitFixtures.schedule;
import static org.gongdan.dispatch.VisitFixtures.ticks;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.dispatch.VisitFixtures.AnEngineer;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class VisitResourceIT {

    @Test
    void visitIsScheduledAcceptedCarriedOutAndCompleted() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anOrderedVisit();
        Instant start = inHours(2);

        // When
        schedule(visit, engineer.id(), start, start.plusSeconds(7200)).statusCode(200).header("ETag", "\"1\"")
                .body("status", equalTo("SCHEDULED"))
                .body("engineerName", equalTo("李工")).body("customerSentence", matchesPattern(".*我将于\\d\\d:\\d\\d-.*之间为您提供上门服务"));
        act(engineer.token(), visit, "accept", Map.of()).statusCode(200).body("status", equalTo("ACCEPTED"));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200).body("status", equalTo("DEPARTED"));
        act(engineer.token(), visit, "arrive", Map.of("latitude", 31.2, "longitude", 121.5)).statusCode(200).body("punctuality",
                equalTo("EARLY"));
        act(engineer.token(), visit, "complete", completion()).statusCode(200).body("status", equalTo("COMPLETED"))
                .body("checklist[1].done", equalTo(false));

        // Then
        Topics.shared().await("visit-events", "VisitCompleted.v1", visit);
        List<Topics.Event> events = Topics.shared().all("visit-events", event -> visit.toString().equals(event.key()));
        assertEquals(
                List.of("VisitOrdered.v1", "VisitScheduled.v2", "VisitAccepted.v1", "EngineerDeparted.v1", "VisitStarted.v1",
                        "VisitCompleted.v1"),
                events.stream().map(Topics.Event::type).toList());
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), events.stream().map(event -> event.headers().get("ce_sequence")).toList());
        assertEquals(Tokens.XINGFU.toString(), events.getLast().headers().get("ce_customer"));
        assertEquals("李工", Topics.shared().await("contact-events", "EngineerChanged.v1", engineer.id()).text("name"));
        assertEquals(start.toString(), events.get(1).text("windowStart"));
        assertTrue(events.stream().noneMatch(event -> event.body().toString().contains("13812341234")),
                "no phone number leaves on visit-events");
    }

    @Test
    void declinedVisitCanBeGivenToAnotherEngineer() {
        // Given
        AnEngineer first = anEngineer();
        AnEngineer second = anEngineer();
        Instant start = inHours(2);
        UUID visit = aScheduledVisit(first, start);

        // When
        act(first.token(), visit, "decline", Map.of("reason", "临时生病")).statusCode(200).body("status", equalTo("ORDERED"))
                .body("engineerId", nullValue()).body("phone", equalTo("138****34"));

        // Then
        schedule(visit, second.id(), start, start.plusSeconds(3600)).statusCode(200).body("engineerId", equalTo(second.id().toString()));
        as(first.token()).get("/api/visits/" + visit).then().statusCode(404);
        assertEquals("临时生病", Topics.shared().await("visit-events", "VisitDeclined.v1", visit).text("reason"));
    }

    @Test
    void absentCustomerGetsAnotherAppointmentWithHisConsent() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200);
        act(engineer.token(), visit, "absent", Map.of("note", "店内无人，已留条")).statusCode(200).body("status", equalTo("ABSENT"));
        Map<String, Object> request = Map.of("windowStart", inHours(24).toString(), "windowEnd", inHours(26).toString(), "reason", "客户外出",
                "consentBy", "刘店长");

        // When
        var rescheduled = act(Tokens.supervisor(), visit, "reschedule", request);

        // Then
        rescheduled.statusCode(200).body("status", equalTo("SCHEDULED")).body("engineerId", equalTo(engineer.id().toString()));
        assertFalse(Topics.shared().await("visit-events", "VisitRescheduled.v2", visit).body().toString().contains("刘店长"));
        assertEquals("店内无人，已留条", Topics.shared().await("visit-events", "CustomerAbsent.v1", visit).text("note"));
        act(Tokens.supervisor(), visit, "reschedule",
                VisitFixtures.map("windowStart", inHours(24).toString(), "windowEnd", inHours(26).toString(), "reason", "客户外出"))
                .statusCode(400).body("errors.field", hasItem("consentBy"));
        act(Tokens.supervisor(), visit, "reschedule",
                Map.of("windowStart", inHours(24).toString(), "windowEnd", inHours(26).toString(), "reason", "今天客户太多",
                        "consentBy", "刘店长"))
                .statusCode(422).body("type", equalTo("/problems/reason-blames-customers"));
    }

    @Test
    void refusedVisitCanStillBeCancelled() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        act(engineer.token(), visit, "refused", Map.of("reason", "客户恼怒")).statusCode(200).body("status", equalTo("REFUSED"));

        // When
        var cancelled = act(Tokens.supervisor(), visit, "cancel", Map.of("reason", "客户不再需要"));

        // Then
        cancelled.statusCode(200).body("status", equalTo("CANCELLED")).body("remark", equalTo("客户不再需要"));
        Topics.shared().await("visit-events", "VisitRefused.v1", visit);
        Topics.shared().await("visit-events", "VisitCancelled.v1", visit);
    }

    @Test
    void engineerDepartsOnlyWithAllTicks() {
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        act(engineer.token(), visit, "depart", ticks(false)).statusCode(422).body("type", equalTo("/problems/not-ready-to-depart"));
        act(engineer.token(), visit, "depart", Map.of("appearanceOk", true)).statusCode(400).body("errors.field", hasItem("badgeOk"));
        assertEquals("ACCEPTED", read(visit, engineer.token()).getString("status"));
    }

    @Test
    void visitIsCompletedOnlyWithEveryItemAnswered() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200);
        act(engineer.token(), visit, "arrive", Map.of()).statusCode(200);
        Map<String, Object> open = completion();
        open.put("checklist", List.of(Map.of("item", "刷卡测试")));

        // When
        var refused = act(engineer.token(), visit, "complete", open);

        // Then
        refused.statusCode(422).body("type", equalTo("/problems/checklist-unanswered"));
        open.put("checklist", List.of());
        act(engineer.token(), visit, "complete", open).statusCode(422);
        open.put("checklist", List.of(Map.of("item", " ", "done", true)));
        act(engineer.token(), visit, "complete", open).statusCode(400);
        open.remove("checklist");
        act(engineer.token(), visit, "complete", open).statusCode(400);
    }

    @Test
    void personalDataAreShownAsFarAsTheyAreNeeded() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));

        // When
        var own = read(visit, engineer.token());

        // Then
        assertEquals("13812341234", own.getString("phone"));
        assertEquals("刘海燕", own.getString("contactName"));
        assertEquals("138****34", read(visit, Tokens.supervisor()).getString("phone"));
        assertEquals("上海市浦东新区世纪大道100号", read(visit, Tokens.supervisor()).getString("address"));
        assertEquals("138****34", read(visit, Tokens.agent()).getString("phone"));
        assertEquals("上海市浦东新****", read(visit, Tokens.agent()).getString("address"));
        assertEquals("刘**", read(visit, Tokens.manager()).getString("contactName"));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200).body("phone", equalTo("13812341234"));
        act(engineer.token(), visit, "arrive", Map.of()).statusCode(200);
        act(engineer.token(), visit, "complete", completion()).statusCode(200).body("phone", equalTo("138****34"));
        assertEquals("138****34", read(visit, engineer.token()).getString("phone"));
    }

    @Test
    void engineerSeesAndChangesHisOwnVisitsOnly() {
        // Given
        AnEngineer engineer = anEngineer();
        AnEngineer other = anEngineer();
        UUID visit = aScheduledVisit(engineer, inHours(1));
        UUID missing = UUID.randomUUID();

        // When
        var foreign = act(other.token(), visit, "accept", Map.of()).statusCode(404).extract().jsonPath();

        // Then
        assertEquals(
                act(other.token(), missing, "accept", Map.of()).statusCode(404).extract().jsonPath().getString("detail")
                        .replace(missing.toString(), ""),
                foreign.getString("detail").replace(visit.toString(), ""));
        as(other.token()).get("/api/visits/" + visit).then().statusCode(404);
        as(other.token()).get("/api/visits").then().statusCode(200).body("items.id", not(hasItem(visit.toString())));
        as(other.token()).queryParam("engineerId", engineer.id()).get("/api/visits").then().statusCode(200).body("items.size()",
                equalTo(0));
        as(engineer.token()).get("/api/visits").then().statusCode(200).body("items.id", equalTo(List.of(visit.toString())));
        for (String verb : List.of("decline", "refused")) {
            act(other.token(), visit, verb, Map.of("reason", "x")).statusCode(404);
        }
        act(other.token(), visit, "absent", Map.of("note", "x")).statusCode(404);
        act(other.token(), visit, "depart", ticks(true)).statusCode(404);
        act(other.token(), visit, "arrive", Map.of()).statusCode(404);
        act(other.token(), visit, "complete", completion()).statusCode(404);
        act(other.token(), visit, "signature-link", Map.of()).statusCode(404);
        act(Tokens.supervisor(), missing, "cancel", Map.of("reason", "x")).statusCode(404);
        schedule(missing, engineer.id(), inHours(1), inHours(2)).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "reschedule", "reassign", "cancel", "accept", "decline", "report-delay", "depart", "arrive",
            "complete",
            "absent", "refused", "signature-link"})
    void callersWithoutTokenOrRoleAreTurnedAway(String verb) {
        UUID visit = UUID.randomUUID();
        String path = "/api/visits/" + visit + "/" + verb;
        RestAssured.given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        as(Tokens.nobody()).body("{}").post(path).then().statusCode(403);
        as(Tokens.customer()).body("{}").post(path).then().statusCode(403);
        as(Tokens.agent()).body("{}").post(path).then().statusCode(403);
    }

    @Test
    void readersWithoutTokenOrRoleAreTurnedAway() {
        String path = "/api/visits/" + UUID.randomUUID();
        for (String read : List.of("/api/visits", path, path + "/delays")) {
            RestAssured.given().get(read).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
            as(Tokens.nobody()).get(read).then().statusCode(403);
        }
        as(Tokens.engineer()).get(path + "/delays").then().statusCode(403);
        as(Tokens.customer()).get(path + "/delays").then().statusCode(403);
        as(Tokens.supervisor()).get(path + "/delays").then().statusCode(404);
        as(Tokens.supervisor()).get(path).then().statusCode(404);
    }

    @Test
    void staleVersionIsRefused() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aScheduledVisit(engineer, inHours(1));

        // When
        var stale = as(engineer.token()).header("If-Match", "\"0\"").body(Map.of()).post("/api/visits/" + visit + "/accept").then();

        // Then
        stale.statusCode(412).body("type", equalTo("/problems/stale-version"));
        as(engineer.token()).header("If-Match", "\"1\"").body(Map.of()).post("/api/visits/" + visit + "/accept").then().statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void illegalTransitionIsAConflict() {
        AnEngineer engineer = anEngineer();
        UUID visit = aScheduledVisit(engineer, inHours(1));
        act(engineer.token(), visit, "arrive", Map.of()).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        schedule(visit, engineer.id(), inHours(3), inHours(4)).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        act(Tokens.supervisor(), anOrderedVisit(), "reschedule",
                Map.of("windowStart", inHours(1).toString(), "windowEnd", inHours(2).toString(),
                        "reason", "r", "consentBy", "c"))
                .statusCode(409).body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void unreadableRequestsGetAProblem() {
        UUID visit = anOrderedVisit();
        AnEngineer engineer = anEngineer();
        act(Tokens.supervisor(), visit, "schedule", "{nonsense").statusCode(400);
        act(Tokens.supervisor(), visit, "schedule", "").statusCode(400);
        act(Tokens.supervisor(), visit, "schedule", Map.of("engineerId", "x", "windowStart", "y", "windowEnd", "z")).statusCode(400);
        act(Tokens.supervisor(), visit, "schedule",
                "{\"engineerId\":\"" + engineer.id() + "\",\"windowStart\":99999999999999999,\"windowEnd\":1}").statusCode(400);
        schedule(visit, UUID.randomUUID(), inHours(1), inHours(2)).statusCode(400).body("errors[0].field", equalTo("engineerId"));
        act(engineer.token(), visit, "arrive", Map.of("latitude", 91)).statusCode(400);
        act(engineer.token(), visit, "arrive", Map.of("latitude", "NaN")).statusCode(400);
        as(Tokens.supervisor()).get("/api/visits?limit=0").then().statusCode(400);
        as(Tokens.supervisor()).get("/api/visits?cursor=nonsense!").then().statusCode(400);
        as(Tokens.supervisor()).get("/api/visits/no-uuid").then().statusCode(404);
    }

    @Test
    void sameIdempotencyKeySchedulesOnce() {
        // Given
        UUID visit = anOrderedVisit();
        Map<String, Object> body = Map.of("engineerId", anEngineer().id(), "windowStart", inHours(1).toString(), "windowEnd",
                inHours(2).toString());
        String key = UUID.randomUUID().toString();
        as(Tokens.supervisor()).header("Idempotency-Key", key).body(body).post("/api/visits/" + visit + "/schedule").then().statusCode(200);

        // When
        var again = as(Tokens.supervisor()).header("Idempotency-Key", key).body(body).post("/api/visits/" + visit + "/schedule").then();

        // Then
        again.statusCode(200).header("Idempotency-Replayed", "true").body("version", equalTo(1));
    }

    @Test
    void listIsFilteredAndPagedNewestFirst() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID older = aScheduledVisit(engineer, inHours(1));
        UUID newer = anAcceptedVisit(engineer, inHours(5));

        // When
        var first = as(engineer.token()).get("/api/visits?limit=1").then().statusCode(200).extract().jsonPath();

        // Then
        assertEquals(newer, first.getUUID("items[0].id"));
        var second = as(engineer.token()).queryParam("cursor", first.getString("next")).get("/api/visits?limit=1").jsonPath();
        assertEquals(older, second.getUUID("items[0].id"));
        assertNull(second.getString("next"));
        as(Tokens.supervisor()).get("/api/visits?status=ACCEPTED&status=DEPARTED&engineerId=" + engineer.id()).then().statusCode(200)
                .body("items.id", equalTo(List.of(newer.toString())));
    }

    @Test
    void customersReadVisitsAtTheirOwnPlacesWithoutOurWords() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = aScheduledVisit(engineer, inHours(4));
        String ticket = read(visit, Tokens.supervisor()).getString("ticketId");
        as(Tokens.customer()).get("/api/visits/" + visit).then().body("engineerName", equalTo("李工"));
        act(engineer.token(), visit, "decline", Map.of("reason", "车坏了")).statusCode(200);

        // When
        var seen = as(Tokens.customer()).get("/api/visits/" + visit).then();

        // Then
        seen.statusCode(200).body("status", equalTo("ORDERED")).body("remark", nullValue()).body("contactName", not(equalTo("刘海燕")))
                .body("address", not(containsString("世纪大道100号")));
        assertEquals("车坏了", read(visit, Tokens.supervisor()).getString("remark"));
        as(Tokens.customer()).queryParam("ticketId", ticket).get("/api/visits").then().statusCode(200).body("items.id",
                equalTo(List.of(visit.toString())));
        as(Tokens.foreignCustomer()).queryParam("ticketId", ticket).get("/api/visits").then().statusCode(200).body("items.size()",
                equalTo(0));
        as(Tokens.foreignCustomer()).get("/api/visits/" + visit).then().statusCode(404);
        as(Tokens.of(UUID.randomUUID(), "of-nobody", List.of("customer"), Map.of())).get("/api/visits").then().statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void dayOfAllEngineersIsWhatLiesWithinIt() {
        // Given
        UUID customer = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        VisitFixtures.visitRequested(ticket, customer, aContact(customer));
        UUID visit = VisitFixtures.visitOf(ticket).getUUID("id");
        Instant start = inHours(30);
        schedule(visit, anEngineer().id(), start, start.plusSeconds(7200)).statusCode(200);

        // When
        var within = day(customer, start.plusSeconds(7199), start.plusSeconds(9000));

        // Then
        assertEquals(List.of(visit.toString()), within);
        assertEquals(List.of(visit.toString()), day(customer, start.minusSeconds(60), start.plusSeconds(1)));
        assertEquals(List.of(), day(customer, start.plusSeconds(7200), start.plusSeconds(9000)));
        assertEquals(List.of(), day(customer, start.minusSeconds(60), start));
    }

    private static List<String> day(UUID customer, Instant from, Instant to) {
        return as(Tokens.supervisor()).queryParam("customerId", customer).queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/api/visits").then().statusCode(200).extract().path("items.id");
    }

    @Test
    void stepsCarryTheTimeAtWhichTheyHappened() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(1));
        String accepted = read(visit, engineer.token()).getString("acceptedAt");
        Map<String, Object> departure = new HashMap<>(ticks(true));
        departure.put("at", Instant.parse(accepted).minusSeconds(600).toString());

        // When
        var before = act(engineer.token(), visit, "depart", departure);

        // Then
        before.statusCode(422).body("type", equalTo("/problems/step-before-previous"));
        departure.put("at", inHours(1).toString());
        act(engineer.token(), visit, "depart", departure).statusCode(422).body("type", equalTo("/problems/step-in-future"));
        departure.put("at", accepted);
        act(engineer.token(), visit, "depart", departure).statusCode(200).body("departedAt", equalTo(accepted));
        act(engineer.token(), visit, "arrive", Map.of("at", accepted)).statusCode(200).body("arrivedAt", equalTo(accepted));
        assertEquals(accepted, Topics.shared().await("visit-events", "VisitStarted.v1", visit).text("arrivedAt"));
    }

    @Test
    void arrivalAMonthEarlyIsAskedBack() {
        // Given
        AnEngineer engineer = anEngineer();
        UUID visit = anAcceptedVisit(engineer, inHours(30 * 24));
        act(engineer.token(), visit, "depart", ticks(true)).statusCode(200);

        // When
        var asked = act(engineer.token(), visit, "arrive", Map.of());

        // Then
        asked.statusCode(422).body("type", equalTo("/problems/arrival-unlikely"));
        act(engineer.token(), visit, "arrive", Map.of("sure", true)).statusCode(200).body("punctuality", equalTo("EARLY"));
    }

    @Test
    void visitIsFoundByItsNumberAndByNobodyWhoMayNotSeeIt() {
        // Given
        UUID visit = aScheduledVisit(anEngineer(), inHours(1));
        String number = as(Tokens.supervisor()).get("/api/visits/" + visit).jsonPath().getString("number");

        // When
        var found = as(Tokens.supervisor()).queryParam("number", number).get("/api/visits").then();

        // Then
        found.statusCode(200).body("items.id", equalTo(List.of(visit.toString())));
        as(Tokens.supervisor()).queryParam("number", number + "0").get("/api/visits").then().statusCode(200).body("items",
                equalTo(List.of()));
        as(anEngineer().token()).queryParam("number", number).get("/api/visits").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void apiIsDescribed() {
        RestAssured.given().get("/openapi/dispatch-service").then().statusCode(200).body(containsString("/api/visits/{id}/report-delay"))
                .body(containsString("/api/signatures/{token}"));
    }
}
