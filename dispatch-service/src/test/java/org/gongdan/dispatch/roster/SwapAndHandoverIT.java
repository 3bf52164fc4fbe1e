package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.roster.RosterFixtures.aDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.act;
import static org.gongdan.dispatch.roster.RosterFixtures.in;
import static org.gongdan.dispatch.roster.RosterFixtures.onDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.published;
import static org.gongdan.dispatch.roster.RosterFixtures.somebody;
import static org.gongdan.dispatch.roster.RosterFixtures.write;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.dispatch.roster.RosterFixtures.Somebody;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SwapAndHandoverIT {

    private final Topics topics = Topics.shared();
    private String duty;
    private Somebody person;
    private Somebody colleague;

    @BeforeEach
    void aDutyAndTwoPeople() {
        duty = aDuty();
        person = somebody();
        colleague = somebody("engineer");
    }

    @Test
    void swapIsAskedAcceptedAndApprovedR143() {
        // Given
        UUID shift = published(duty, person, in(60), in(120));
        ask(shift).statusCode(200).body("status", equalTo("SWAP_ASKED")).body("colleague", equalTo(colleague.name()));
        act(colleague.token(), shift, "swap/accept", null).statusCode(200).body("status", equalTo("SWAP_ACCEPTED"));
        assertEquals(List.of(person.name()), onDuty(duty, in(90)));

        // When
        act(Tokens.supervisor(), shift, "swap/approve", null).statusCode(200).body("status", equalTo("PUBLISHED")).body("person",
                equalTo(colleague.name()));

        // Then
        assertEquals(List.of(colleague.name()), onDuty(duty, in(90)));
        Topics.Event swapped = topics.await("roster-events", "ShiftSwapped.v1", shift);
        assertEquals(person.name(), swapped.text("previousPerson"));
        assertEquals(colleague.name(), swapped.text("person"));
        act(Tokens.supervisor(), shift, "swap/approve", null).statusCode(409);
    }

    @Test
    void swapWithSomebodyWhoIsOnDutyThenIsRefusedByTheDatabase() {
        // Given
        UUID shift = published(duty, person, in(60), in(120));
        published(aDuty(), colleague, in(100), in(160));
        ask(shift).statusCode(200);
        act(colleague.token(), shift, "swap/accept", null).statusCode(200);

        // When
        var approved = act(Tokens.supervisor(), shift, "swap/approve", null);

        // Then
        approved.statusCode(409).body("type", equalTo("/problems/person-busy"));
        assertEquals(List.of(person.name()), onDuty(duty, in(90)));
    }

    @Test
    void everyoneConcernedCanEndASwapAndOthersCannot() {
        UUID shift = published(duty, person, in(60), in(120));
        String stranger = somebody().token();
        act(stranger, shift, "swap", Map.of("colleague", colleague.name(), "reason", "r")).statusCode(403).body("type",
                equalTo("/problems/shift-of-somebody-else"));
        ask(shift).statusCode(200);
        act(stranger, shift, "swap/accept", null).statusCode(403);
        act(stranger, shift, "swap/decline", null).statusCode(403).body("type", equalTo("/problems/swap-of-somebody-else"));
        act(colleague.token(), shift, "swap/take-back", null).statusCode(403);
        act(colleague.token(), shift, "swap/approve", null).statusCode(403);
        act(colleague.token(), shift, "swap/refuse", null).statusCode(403);
        act(colleague.token(), shift, "swap/decline", null).statusCode(200).body("status", equalTo("PUBLISHED")).body("colleague",
                equalTo(null));
        ask(shift).statusCode(200);
        act(person.token(), shift, "swap/take-back", null).statusCode(200).body("status", equalTo("PUBLISHED"));
        ask(shift).statusCode(200);
        act(Tokens.supervisor(), shift, "swap/refuse", null).statusCode(200).body("status", equalTo("PUBLISHED"));
        act(Tokens.supervisor(), shift, "swap/refuse", null).statusCode(409);
    }

    @Test
    void handOverIsWrittenAndAcceptedByTheSuccessorR143() {
        // Given
        Instant end = in(60);
        UUID shift = published(duty, person, in(-60), end);
        published(duty, colleague, end, in(120));
        write(person, shift).statusCode(200).body("status", equalTo("WRITTEN")).body("items[0].text", equalTo("2611-0042 等备件"));
        act(person.token(), shift, "handover/accept", null).statusCode(403).body("type", equalTo("/problems/not-the-successor"));

        // When
        act(colleague.token(), shift, "handover/accept", null).statusCode(200).body("status", equalTo("ACCEPTED")).body("answeredBy",
                equalTo(colleague.name()));

        // Then
        Topics.Event written = topics.await("roster-events", "HandoverWritten.v1", shift);
        assertEquals(2, written.body().path("openItems").asInt());
        assertFalse(written.body().toString().contains("备件"), "what the note says stays here");
        assertEquals(colleague.name(), topics.await("roster-events", "HandoverAccepted.v1", shift).text("acceptedBy"));
        as(colleague.token()).get("/api/shifts/" + shift + "/handover").then().statusCode(200).body("note", equalTo("一切正常，两件未完"))
                .header("ETag", "\"3\"");
        write(person, shift).statusCode(409);
    }

    @Test
    void refusedHandOverIsWrittenAgain() {
        // Given
        Instant end = in(60);
        UUID shift = published(duty, person, in(-60), end);
        published(duty, colleague, end, in(120));
        write(person, shift).statusCode(200);

        // When
        act(colleague.token(), shift, "handover/refuse", Map.of("reason", "未写明进展")).statusCode(200).body("status", equalTo("REFUSED"))
                .body("refusal", equalTo("未写明进展"));

        // Then
        assertEquals("未写明进展", topics.await("roster-events", "HandoverRefused.v1", shift).text("reason"));
        act(colleague.token(), shift, "handover/accept", null).statusCode(409);
        write(person, shift).statusCode(200).body("status", equalTo("WRITTEN")).body("refusal", equalTo(null));
    }

    @Test
    void othersAreTurnedAwayAndBadInputIsNamed() {
        UUID shift = published(duty, person, in(60), in(120));
        UUID none = UUID.randomUUID();
        String handover = "/api/shifts/" + shift + "/handover";
        RestAssured.given().get(handover).then().statusCode(401);
        as(Tokens.customer()).get(handover).then().statusCode(403);
        as(Tokens.customer()).body(Map.of()).put(handover).then().statusCode(403);
        as(person.token()).get("/api/shifts/" + none + "/handover").then().statusCode(404);
        for (String verb : List.of("swap", "swap/accept", "swap/decline", "swap/take-back", "swap/approve", "swap/refuse",
                "handover/accept", "handover/refuse")) {
            act(Tokens.customer(), shift, verb, Map.of()).statusCode(403);
            act(Tokens.supervisor(), none, verb, verb.equals("swap") ? Map.of("colleague", "c", "reason", "r") : Map.of("reason", "r"))
                    .statusCode(404);
        }
        write(person, none).statusCode(404);
        write(person, shift).statusCode(422).body("type", equalTo("/problems/shift-not-begun"));
        as(person.token()).body(Map.of("items", List.of(Map.of("text", "")))).put(handover).then().statusCode(400).body("errors.field",
                hasItem("note"));
        as(person.token()).header("If-Match", "\"9\"").body(Map.of("note", "n", "items", List.of())).put(handover).then().statusCode(412);
        act(person.token(), shift, "swap", Map.of("colleague", person.name(), "reason", "r")).statusCode(422).body("type",
                equalTo("/problems/swap-with-himself"));
        act(person.token(), shift, "swap", Map.of("reason", "")).statusCode(400).body("errors.field", hasItem("colleague"))
                .body("errors.field", hasItem("reason"));
    }

    private io.restassured.response.ValidatableResponse ask(UUID shift) {
        return act(person.token(), shift, "swap", Map.of("colleague", colleague.name(), "reason", "孩子生病"));
    }
}
