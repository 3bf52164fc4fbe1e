package org.gongdan.sla.roster;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.facts;
import static org.gongdan.sla.SlaFixtures.id;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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

/** The hand-over of a shift is accepted in time (R143), and the roster says who is on duty when a promise escalates. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RosterPromisesIT {

    private final Instant now = Events.now();

    @Test
    void whoComesAcceptsTheHandOverInTimeR143() {
        // Given
        Shifts shift = new Shifts().ended(true, now);
        Map<String, Object> running = shift.awaitClock("RUNNING");
        assertEquals(now.plus(Duration.ofMinutes(15)), instant(running, "dueAt"));

        // When
        shift.accepted(now.plusSeconds(300));

        // Then
        Map<String, Object> kept = shift.awaitClock("MET");
        assertEquals(now.plusSeconds(300), instant(kept, "endedAt"));
        Topics.Event met = Topics.shared().await("sla-events", "SlaMet.v1", id(kept));
        assertEquals(shift.id.toString(), met.text("shiftId"));
        assertNull(met.text("ticketId"));
        assertNull(met.headers().get("ce_customer"));
    }

    @Test
    void aHandOverNobodyAcceptsIsBrokenAndLaterAcceptedStaysBroken() {
        // Given
        Shifts shift = new Shifts().ended(true, now.minus(Duration.ofMinutes(20)));
        Map<String, Object> broken = shift.awaitClock("BREACHED");
        assertEquals(now.minus(Duration.ofMinutes(5)), instant(broken, "breachedAt"));

        // When
        shift.accepted(now);

        // Then
        await().until(() -> now.equals(instant(shift.clock(), "endedAt")));
        assertEquals("BREACHED", shift.clock().get("status"));
        assertEquals(shift.id.toString(), Topics.shared().await("sla-events", "SlaBreached.v1", id(broken)).text("shiftId"));
    }

    @Test
    void aHandOverAcceptedBeforeTheShiftEndsIsKept() throws Exception {
        // Given
        Shifts shift = new Shifts().accepted(now.minusSeconds(120));
        await().until(() -> count("select count(*) from early_fact where subject = ?", shift.id) == 1);

        // When
        shift.ended(true, now);

        // Then
        assertEquals(now, instant(shift.awaitClock("MET"), "endedAt"));
        assertEquals(0, count("select count(*) from early_fact where subject = ?", shift.id));
    }

    @Test
    void aShiftAfterWhichNobodyComesIsHandedOverToNobody() throws Exception {
        // Given
        Shifts shift = new Shifts().ended(false, now);

        // When: not at the desk, for another test asks who is on duty there
        shift.tell("ShiftPublished", "duty", "BACK_OFFICE", "person", "p", "startsAt", now, "endsAt", now.plusSeconds(1), "at", now, "by",
                "dispatcher");

        // Then: a later event of the same shift has been applied, so that one has, too
        await().until(() -> count("select count(*) from shift where id = ?", shift.id) == 1);
        assertNull(shift.clock());
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        // Given
        Shifts shift = new Shifts();
        UUID event = UUID.randomUUID();
        Object[] ended = {"person", "p", "startsAt", now.minusSeconds(60), "endsAt", now, "relieved", true, "at", now};
        shift.tell(event, "ShiftEnded", ended);

        // When
        shift.tell(event, "ShiftEnded", ended).accepted(now.plusSeconds(1));

        // Then
        assertEquals(List.of("STARTED", "MET"), facts(shift.awaitClock("MET")));
        as(Tokens.agent()).queryParam("shiftId", shift.id).get("/api/clocks").then().body("items.size()", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void customersSeeNothingOfIt() {
        // Given
        Shifts shift = new Shifts().ended(true, now);

        // When
        UUID clock = id(shift.awaitClock("RUNNING"));

        // Then
        as(Tokens.customer()).get("/api/clocks/" + clock).then().statusCode(404);
        as(Tokens.customer()).get("/api/clocks/" + clock + "/explanation").then().statusCode(404);
        as(Tokens.customer()).queryParam("shiftId", shift.id).get("/api/clocks").then().statusCode(200).body("items.size()",
                org.hamcrest.Matchers.equalTo(0));
        as(Tokens.supervisor()).get("/api/clocks/" + clock + "/explanation").then().statusCode(200);
    }

    @Test
    void unreadableEventsGoToTheDeadLettersAndThoseThatMakeNoSenseAreParked() {
        // Given
        Shifts shift = new Shifts();
        UUID unreadable = UUID.randomUUID();

        // When
        Topics.shared().send("roster-events", "ShiftPublished.v1", unreadable, 0, null, "{nonsense");
        shift.tell("ShiftEnded", "relieved", true);

        // Then
        await().ignoreExceptions()
                .until(() -> Topics.shared().all("roster-events-dead-letter", event -> unreadable.toString().equals(event.key()))
                        .size() == 1);
        await()
                .untilAsserted(() -> as(Tokens.admin()).get("/api/operations/sla-service/parked").then().statusCode(200)
                        .body("key", hasItem(shift.id.toString())));
    }

    @Test
    void aStepMeantForDutyNamesWhoIsOnTheRosterThen() throws Exception {
        // Given
        Shifts shift = Shifts.published(now.minusSeconds(3600), now.plusSeconds(3600));

        // When
        Topics.Event step = halfWay();

        // Then
        assertEquals("duty", step.text("role"));
        assertEquals("DESK", step.text("duty"));
        assertEquals(List.of(shift.person), names(step));
        as(Tokens.supervisor()).queryParam("ticketId", step.text("ticketId")).get("/api/escalations").then().statusCode(200)
                .body("items[0].role", equalTo("duty"), "items[0].onDuty", equalTo(List.of(shift.person)));
        shift.swapped("engineer-" + shift.id);
        assertEquals(List.of("engineer-" + shift.id), names(halfWay()));
        shift.withdrawn();
        assertEquals(List.of(), names(halfWay()), "nobody is on the roster, and the event says so");
    }

    /** A ticket of the first priority that is half way to the time its customer expects. */
    private static Topics.Event halfWay() {
        Instant opened = Events.now().minusSeconds(600);
        Events events = Events.ofTicket().opened(opened, opened.plusSeconds(1195), "P1", null);
        return Topics.shared().await("sla-events", "SlaEscalated.v1", id(SlaFixtures.awaitClock(events, "EXPECTED_TIME", "RUNNING")));
    }

    private static List<String> names(Topics.Event step) {
        List<String> names = new java.util.ArrayList<>();
        step.body().path("onDuty").forEach(name -> names.add(name.asText()));
        return names;
    }
}
