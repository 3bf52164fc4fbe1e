package org.gongdan.sla.agreement;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.clock;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.gongdan.sla.SlaFixtures.published;
import static org.gongdan.sla.agreement.Deals.content;
import static org.gongdan.sla.agreement.Deals.level;
import static org.gongdan.sla.agreement.Deals.made;
import static org.gongdan.sla.agreement.Deals.version;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.Events;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What customers with a contract are promised. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContractPromisesIT {

    private final LocalDate today = LocalDate.now(Paper.SHANGHAI);
    private final Instant now = Events.now();

    @Test
    void aReportIsPromisedWhatTheContractSaysForItsPriority() {
        // Given
        Deals deal = made().inForce(content(level("P1", "RESOLUTION_24H", "PT4H", "office-cn"), level(null, "ACKNOWLEDGE", "PT10M", null)));

        // When
        Events events = Events.ofTicket(deal.customer).opened(now, null, "P1", "积分收银系统");

        // Then
        Map<String, Object> resolution = awaitClock(events, "RESOLUTION_24H", "RUNNING");
        as(Tokens.agent()).get("/api/clocks/" + id(resolution)).then().statusCode(200).body("target", equalTo("PT4H"))
                .body("facts[0].data.terms.calendar", containsString("office-cn@"))
                .body("facts[0].data.terms.basis.agreement", equalTo(deal.number))
                .body("facts[0].data.about.product", equalTo("积分收银系统"));
        assertEquals(now.plus(Duration.ofMinutes(10)), instant(clock(events, "ACKNOWLEDGE"), "dueAt"));
        as(Tokens.agent()).get("/api/clocks/" + id(resolution) + "/explanation").then().statusCode(200)
                .body("steps[0].sentence",
                        matchesPattern(".*4 h by office-cn@\\d+, by contract " + deal.number + ", version 1, level P1.*"));
    }

    @Test
    void otherPrioritiesAndOtherCustomersAreServedAsEverybody() {
        // Given
        Deals deal = made().inForce(content(level("P1", "PT4H")));

        // When
        Events events = Events.ofTicket(deal.customer).opened(now, null, "P2", null);

        // Then
        assertEquals(now.plus(Duration.ofHours(24)), instant(awaitClock(events, "RESOLUTION_24H", "RUNNING"), "dueAt"));
        assertEquals(now.plus(Duration.ofHours(24)),
                instant(awaitClock(Events.ofTicket().opened(now, null, "P1", null), "RESOLUTION_24H", "RUNNING"), "dueAt"));
    }

    @Test
    void aReportThatIsToldLateIsPromisedWhatHeldWhenItWasMade() {
        // Given
        Deals deal = made();
        deal.draft(today.minusDays(20), today.minusDays(1), content(level("P1", "PT4H"))).statusCode(201);
        deal.activate(1, null).statusCode(200);
        deal.draft(today, null, content(level("P1", "PT9H"))).statusCode(201);
        deal.activate(2, null).statusCode(200);
        Instant yesterday = today.atStartOfDay(Paper.SHANGHAI).minusSeconds(1).toInstant();

        // When
        Events events = Events.ofTicket(deal.customer).opened(yesterday, null, "P1", null);

        // Then
        assertEquals("PT4H", SlaFixtures.awaitDue(events, "RESOLUTION_24H", yesterday.plus(Duration.ofHours(4))).get("target"));
    }

    @Test
    void aNewVersionIsPreviewedOnOpenPromisesAndLeavesThemAsTheyAre() {
        // Given
        Deals deal = made().inForce(content(level("P1", "PT8H")));
        Events events = Events.ofTicket(deal.customer).opened(now, null, "P1", null);
        Events other = Events.ofTicket(deal.customer).opened(now, null, "P2", null);
        Map<String, Object> before = awaitClock(events, "RESOLUTION_24H", "RUNNING");
        awaitClock(other, "RESOLUTION_24H", "RUNNING");

        // When
        var preview = as(Tokens.supervisor()).body(version(today, null, content(level("P1", "PT4H"))))
                .post("/api/agreements/" + deal.id + "/versions/preview").then();

        // Then
        preview.statusCode(200).body("items", hasSize(1)).body("items[0].clockId", equalTo(before.get("id")))
                .body("items[0].priority", equalTo("P1"))
                .body("items[0].dueAt", equalTo(now.plus(Duration.ofHours(8)).toString()))
                .body("items[0].newDueAt", equalTo(now.plus(Duration.ofHours(4)).toString()))
                .body("items[0].breaksAtOnce", equalTo(false));
        var page = as(Tokens.supervisor()).queryParam("limit", 1)
                .body(version(today, null, content(level("P1", "PT4H"), level("P2", "PT4H"))))
                .post("/api/agreements/" + deal.id + "/versions/preview").then().statusCode(200).extract().jsonPath();
        as(Tokens.supervisor()).queryParam("cursor", page.getString("next"))
                .body(version(today, null, content(level("P1", "PT4H"), level("P2", "PT4H"))))
                .post("/api/agreements/" + deal.id + "/versions/preview").then().statusCode(200);
        assertEquals(before.get("facts"), clock(events, "RESOLUTION_24H").get("facts"));
        as(Tokens.agent()).get("/api/agreements/" + deal.id).then().body("versions", hasSize(1));
    }

    @Test
    void activatingForNewPromisesTouchesNoOpenOne() {
        // Given
        Deals deal = made();
        Events events = Events.ofTicket(deal.customer).opened(now, null, "P1", null);
        awaitClock(events, "RESOLUTION_24H", "RUNNING");

        // When
        deal.inForce(today, content(level("P1", "PT4H")));

        // Then
        assertEquals(now.plus(Duration.ofHours(24)), instant(clock(events, "RESOLUTION_24H"), "dueAt"));
        assertEquals(now.plus(Duration.ofHours(4)),
                instant(awaitClock(Events.ofTicket(deal.customer).opened(now, null, "P1", null), "RESOLUTION_24H", "RUNNING"), "dueAt"));
    }

    @Test
    void activatingForOpenPromisesTooIsAFactInEachThatLosesNoPause() {
        // Given
        Deals deal = made();
        Instant opened = now.minus(Duration.ofHours(3));
        Events events = Events.ofTicket(deal.customer).opened(opened, null, "P1", null).waiting("CUSTOMER", opened.plusSeconds(3600))
                .resumed(opened.plusSeconds(7200));
        SlaFixtures.awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofHours(25)));
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201);

        // When
        deal.activate(1, "OPEN_PROMISES").statusCode(200).body("applied", equalTo(1));

        // Then
        Map<String, Object> clock = SlaFixtures.awaitDue(events, "RESOLUTION_24H", opened.plus(Duration.ofHours(5)));
        assertEquals(List.of("STARTED", "PAUSED", "RESUMED", "RETERMED"),
                facts(clock).stream().filter(fact -> !fact.equals("ESCALATED")).toList());
        Topics.Event moved = Topics.shared().await("sla-events",
                event -> "RETERMED".equals(event.text("cause")) && clock.get("id").equals(event.key()));
        assertEquals(opened.plus(Duration.ofHours(5)).toString(), moved.text("dueAt"));
        as(Tokens.manager()).post("/api/agreements/" + deal.id + "/versions/1/apply").then().statusCode(200).body("applied", equalTo(0));
    }

    @Test
    void aGoalThatIsUsedUpIsBrokenWhenItIsAppliedNotBefore() {
        // Given
        Deals deal = made();
        Events events = Events.ofTicket(deal.customer).opened(now.minus(Duration.ofHours(6)), null, "P1", null);
        awaitClock(events, "RESOLUTION_24H", "RUNNING");
        as(Tokens.manager()).body(version(today, null, content(level("P1", "PT4H"))))
                .post("/api/agreements/" + deal.id + "/versions/preview").then()
                .statusCode(200).body("items[0].breaksAtOnce", equalTo(true));
        deal.draft(today, null, content(level("P1", "PT4H"))).statusCode(201);
        Instant before = Instant.now();

        // When
        deal.activate(1, "OPEN_PROMISES").statusCode(200);

        // Then
        Map<String, Object> clock = awaitClock(events, "RESOLUTION_24H", "BREACHED");
        assertEquals(false, instant(clock, "breachedAt").isBefore(before.minusSeconds(1)));
        await().untilAsserted(() -> assertEquals("SlaBreached.v1", published(clock).getLast().type()));
    }

    @Test
    void onlyAVersionInForceIsAppliedToOpenPromises() {
        Deals deal = made();
        deal.draft(today.plusDays(3), null, content(level("P1", "PT4H"))).statusCode(201);
        deal.activate(1, "OPEN_PROMISES").statusCode(422).body("type", containsString("version-not-in-force"));
        as(Tokens.agent()).get("/api/agreements/" + deal.id + "/versions/1").then().body("status", equalTo("DRAFT"));
        deal.activate(1, null).statusCode(200);
        as(Tokens.manager()).post("/api/agreements/" + deal.id + "/versions/1/apply").then().statusCode(422);
    }
}
