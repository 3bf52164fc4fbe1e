package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.roster.RosterFixtures.aDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.act;
import static org.gongdan.dispatch.roster.RosterFixtures.draft;
import static org.gongdan.dispatch.roster.RosterFixtures.in;
import static org.gongdan.dispatch.roster.RosterFixtures.onDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.published;
import static org.gongdan.dispatch.roster.RosterFixtures.somebody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.dispatch.roster.RosterFixtures.Somebody;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ShiftResourceIT {

    private final Topics topics = Topics.shared();

    @Test
    void publishedShiftSaysWhoIsOnDutyAndADraftDoesNot() {
        // Given
        String duty = aDuty();
        Somebody person = somebody();
        UUID shift = UUID.fromString(draft(duty, person, in(60), in(120)).statusCode(201).header("ETag", "\"0\"")
                .body("status", equalTo("DRAFTED")).extract().path("id"));
        assertEquals(List.of(), onDuty(duty, in(90)));
        as(person.token()).get("/api/shifts/" + shift).then().statusCode(404);

        // When
        var published = act(Tokens.supervisor(), shift, "publish", null);

        // Then
        published.statusCode(200).header("ETag", "\"1\"").body("status", equalTo("PUBLISHED"));
        assertEquals(List.of(person.name()), onDuty(duty, in(90)));
        assertEquals(List.of(), onDuty(duty, in(121)));
        as(person.token()).get("/api/shifts/" + shift).then().statusCode(200).header("ETag", "\"1\"");
        act(Tokens.supervisor(), shift, "publish", null).statusCode(409);
        as(Tokens.supervisor()).delete("/api/shifts/" + shift).then().statusCode(409);
    }

    @Test
    void whoeverIsOnDutyNowIsAnsweredWithoutATime() {
        // Given
        String duty = aDuty();
        Somebody person = somebody();
        published(duty, person, in(-30), in(30));

        // When
        var now = as(Tokens.engineer()).queryParam("duty", duty).get("/api/shifts/on-duty").then();

        // Then
        now.statusCode(200).body("items.person", equalTo(List.of(person.name())));
    }

    @Test
    void nobodyHasTwoShiftsAtATime() {
        // Given
        Somebody person = somebody();
        Instant end = in(120);
        published(aDuty(), person, in(60), end);

        // When
        var overlapping = draft(aDuty(), person, in(90), in(180));

        // Then
        overlapping.statusCode(409).body("type", equalTo("/problems/person-busy"));
        draft(aDuty(), person, end, in(180)).statusCode(201);
    }

    @Test
    void shiftThatBeganIsReplacedFromNowOnAndWhatWasStays() {
        // Given
        String duty = aDuty();
        Somebody ill = somebody();
        Somebody other = somebody();
        UUID shift = published(duty, ill, in(-60), in(60));

        // When
        var replaced = act(Tokens.supervisor(), shift, "replace", Map.of("person", other.name(), "reason", "突发疾病"));

        // Then
        UUID next = UUID.fromString(replaced.statusCode(201).body("person", equalTo(other.name()))
                .body("replaces", equalTo(shift.toString())).extract().path("id"));
        assertEquals(List.of(ill.name()), onDuty(duty, in(-30)));
        assertEquals(List.of(other.name()), onDuty(duty, in(30)));
        Topics.Event withdrawn = topics.await("roster-events", "ShiftWithdrawn.v1", shift);
        assertEquals("突发疾病", withdrawn.text("reason"));
        assertEquals(shift.toString(), topics.await("roster-events", "ShiftPublished.v1", next).text("replaces"));
        act(Tokens.supervisor(), next, "replace", map("startsAt", in(-120).toString(), "reason", "r")).statusCode(422)
                .body("type", equalTo("/problems/replacement-rewrites-the-past"));
    }

    @Test
    void withdrawnShiftFreesThePerson() {
        // Given
        String duty = aDuty();
        Somebody person = somebody();
        UUID shift = published(duty, person, in(60), in(120));

        // When
        act(Tokens.manager(), shift, "withdraw", Map.of("reason", "取消")).statusCode(200).body("status", equalTo("WITHDRAWN"))
                .body("withdrawnBecause", equalTo("取消"));

        // Then
        assertEquals(List.of(), onDuty(duty, in(90)));
        draft(duty, person, in(60), in(120)).statusCode(201);
        act(Tokens.manager(), shift, "withdraw", Map.of("reason", "取消")).statusCode(409);
    }

    @Test
    void discardedDraftIsGone() {
        // Given
        UUID shift = UUID.fromString(draft(aDuty(), somebody(), in(60), in(120)).statusCode(201).extract().path("id"));
        as(Tokens.supervisor()).header("If-Match", "\"7\"").delete("/api/shifts/" + shift).then().statusCode(412);

        // When
        as(Tokens.supervisor()).header("If-Match", "\"0\"").delete("/api/shifts/" + shift).then().statusCode(204);

        // Then
        as(Tokens.supervisor()).get("/api/shifts/" + shift).then().statusCode(404);
    }

    @Test
    void timetableComesInPagesInTheOrderOfTime() {
        // Given
        String duty = aDuty();
        UUID second = published(duty, somebody(), in(120), in(180));
        UUID first = published(duty, somebody(), in(60), in(120));

        // When
        var page = as(Tokens.agent()).queryParam("duty", duty).queryParam("limit", 1).get("/api/shifts").then().statusCode(200).extract()
                .jsonPath();

        // Then
        assertEquals(first, page.getUUID("items[0].id"));
        as(Tokens.agent()).queryParam("duty", duty).queryParam("limit", 1).queryParam("cursor", page.getString("next")).get("/api/shifts")
                .then().statusCode(200)
                .body("items[0].id", equalTo(second.toString())).body("next", equalTo(null));
        as(Tokens.agent()).queryParam("duty", duty).queryParam("from", in(125).toString()).get("/api/shifts").then().body("items.id",
                equalTo(List.of(second.toString())));
        as(Tokens.agent()).queryParam("duty", duty).queryParam("to", in(65).toString()).get("/api/shifts").then().body("items.id",
                equalTo(List.of(first.toString())));
    }

    @Test
    void endedShiftSaysWhetherSomebodyCameAfterIt() {
        // Given
        String duty = aDuty();
        String lonely = aDuty();
        Somebody leaving = somebody();
        Somebody coming = somebody();
        Instant end = Instant.now().plusSeconds(8).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        UUID shift = published(duty, leaving, in(-60), end);
        published(duty, coming, end, in(60));
        UUID alone = published(lonely, somebody(), in(-60), end);

        // When
        Topics.Event ended = topics.await("roster-events", "ShiftEnded.v1", shift);

        // Then
        assertEquals(true, ended.body().path("relieved").asBoolean());
        assertEquals(coming.name(), ended.text("successor"));
        assertEquals(end.toString(), ended.text("at"));
        assertEquals("2", ended.headers().get("ce_sequence"));
        assertEquals(false, topics.await("roster-events", "ShiftEnded.v1", alone).body().path("relieved").asBoolean());
        act(Tokens.supervisor(), shift, "withdraw", Map.of("reason", "r")).statusCode(422).body("type", equalTo("/problems/shift-over"));
    }

    @Test
    void othersAreTurnedAwayAndBadInputIsNamed() {
        String duty = aDuty();
        UUID shift = published(duty, somebody(), in(60), in(120));
        UUID none = UUID.randomUUID();
        RestAssured.given().get("/api/shifts").then().statusCode(401);
        RestAssured.given().get("/api/shifts/on-duty").then().statusCode(401);
        as(Tokens.customer()).get("/api/shifts").then().statusCode(403);
        as(Tokens.customer()).get("/api/shifts/on-duty").then().statusCode(403);
        as(Tokens.customer()).get("/api/shifts/" + shift).then().statusCode(403);
        for (String verb : List.of("publish", "withdraw", "replace")) {
            act(Tokens.agent(), shift, verb, Map.of("reason", "r")).statusCode(403);
            act(Tokens.supervisor(), none, verb, Map.of("reason", "r")).statusCode(404);
            as(Tokens.supervisor()).header("If-Match", "\"9\"").body(Map.of("reason", "r")).post("/api/shifts/" + shift + "/" + verb).then()
                    .statusCode(412);
        }
        as(Tokens.agent()).body(Map.of()).post("/api/shifts").then().statusCode(403);
        as(Tokens.agent()).delete("/api/shifts/" + shift).then().statusCode(403);
        as(Tokens.supervisor()).delete("/api/shifts/" + none).then().statusCode(404);
        as(Tokens.supervisor()).get("/api/shifts/" + none).then().statusCode(404);
        draft("NONE", somebody(), in(60), in(120)).statusCode(404);
        draft(duty, somebody(), in(120), in(60)).statusCode(422).body("type", equalTo("/problems/shift-empty"));
        as(Tokens.supervisor()).body(Map.of("duty", "lower", "person", "a b")).post("/api/shifts").then().statusCode(400)
                .body("errors.field", hasItem("duty"))
                .body("errors.field", hasItem("person")).body("errors.field", hasItem("startsAt"));
        as(Tokens.supervisor()).queryParam("cursor", "bm9uZQ").get("/api/shifts").then().statusCode(400);
        as(Tokens.supervisor()).queryParam("at", "now").get("/api/shifts/on-duty").then().statusCode(400);
    }
}
