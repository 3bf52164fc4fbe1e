package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.map;
import static org.gongdan.dispatch.roster.RosterFixtures.aDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.describe;
import static org.gongdan.dispatch.roster.RosterFixtures.somebody;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.gongdan.dispatch.roster.RosterFixtures.Somebody;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DutyResourceIT {

    private static final LocalDate FIRST = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40);
    private static final List<Map<String, String>> TURNS = List.of(Map.of("name", "早", "start", "08:00", "end", "16:00"),
            Map.of("name", "中", "start", "16:00", "end", "00:00"),
            Map.of("name", "夜", "start", "00:00", "end", "08:00"));

    @Test
    void fourCrewsRotateAroundTheClockAndThePublishedTimetableIsKnownToEverybodyR142() {
        // Given
        String duty = aDuty();
        List<Somebody> crew = List.of(somebody(), somebody(), somebody(), somebody());
        rotate(duty, crew, 8).statusCode(201).body("shifts", equalTo(24)).body("gaps", equalTo(List.of()));
        as(crew.getFirst().token()).queryParam("duty", duty).get("/api/shifts").then().statusCode(200).body("items.size()", equalTo(0));

        // When
        var published = publish(duty, 8, false);

        // Then
        published.statusCode(200).body("shifts", equalTo(24));
        var timetable = as(crew.getFirst().token()).queryParam("duty", duty.toLowerCase())
                .queryParam("person", crew.getFirst().name().toUpperCase()).get("/api/shifts").then().statusCode(200).extract().jsonPath();
        assertEquals(6, timetable.getList("items").size());
        String first = timetable.getString("items[0].id");
        Topics.Event event = Topics.shared().await("roster-events", "ShiftPublished.v1", java.util.UUID.fromString(first));
        assertEquals(crew.getFirst().name(), event.text("person"));
        assertEquals("supervisor", event.text("by"));
        assertEquals(FIRST + "T00:00:00Z", event.text("startsAt"), "08:00 in Shanghai");
        assertEquals("1", event.headers().get("ce_sequence"));
    }

    @Test
    void gapsAreNamedAndPublishedOnlyWhenAcceptedR178() {
        // Given
        String duty = aDuty();
        rotate(duty, List.of(somebody(), somebody(), somebody()), 8).statusCode(201).body("gaps.size()", equalTo(5));

        // When
        var refused = publish(duty, 8, false);

        // Then
        refused.statusCode(422).body("type", equalTo("/problems/roster-has-gaps")).body("detail", not(containsString("Z")));
        publish(duty, 8, true).statusCode(200).body("gaps.size()", equalTo(5)).body("shifts", equalTo(18));
        gaps(duty, false).statusCode(200).body("items.size()", equalTo(5)).body("items[0].missing", equalTo(1));
    }

    @Test
    void draftsFillGapsOnlyWhenAskedFor() {
        // Given
        String duty = aDuty();

        // When
        rotate(duty, List.of(somebody(), somebody(), somebody(), somebody()), 8).statusCode(201);

        // Then
        gaps(duty, true).statusCode(200).body("items.size()", equalTo(0));
        gaps(duty, false).statusCode(200).body("items.size()", equalTo(1)).body("items[0].from",
                equalTo(FIRST.minusDays(1) + "T16:00:00Z"));
        as(Tokens.supervisor()).queryParam("from", FIRST.toString()).queryParam("to", FIRST.plusDays(7).toString())
                .delete("/api/duties/" + duty + "/drafts").then()
                .statusCode(200).body("shifts", equalTo(24));
        gaps(duty, true).statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void rotationThatCollidesWithAnotherDutyIsRefusedByTheDatabase() {
        // Given
        List<Somebody> crew = List.of(somebody(), somebody(), somebody(), somebody());
        rotate(aDuty(), crew, 8).statusCode(201);

        // When
        var twice = rotate(aDuty(), crew, 8);

        // Then
        twice.statusCode(409).body("type", equalTo("/problems/person-busy"));
    }

    @Test
    void dutyIsDescribedAndSeenByStaff() {
        // Given
        String duty = aDuty();
        List<Map<String, String>> hours = List.of(Map.of("day", "MONDAY", "from", "09:00", "to", "18:00"));

        // When
        var described = describe(duty, hours, 2);

        // Then
        described.statusCode(200).header("ETag", "\"1\"").body("needed", equalTo(2)).body("hours[0].from", equalTo("09:00:00"));
        as(Tokens.engineer()).get("/api/duties/" + duty).then().statusCode(200).header("ETag", "\"1\"").body("responsibilities",
                containsString("受理工单"));
        as(Tokens.engineer()).get("/api/duties").then().statusCode(200).body("items.code", hasItem(duty));
        as(Tokens.supervisor()).header("If-Match", "\"0\"").body(map("name", "n", "responsibilities", "r", "zone", "Asia/Shanghai"))
                .put("/api/duties/" + duty).then().statusCode(412);
    }

    @Test
    void othersAreTurnedAwayAndBadInputIsNamed() {
        String duty = aDuty();
        RestAssured.given().get("/api/duties").then().statusCode(401);
        RestAssured.given().get("/api/duties/" + duty + "/gaps").then().statusCode(401);
        as(Tokens.customer()).get("/api/duties").then().statusCode(403);
        as(Tokens.customer()).get("/api/duties/" + duty).then().statusCode(403);
        as(Tokens.customer()).get("/api/duties/" + duty + "/gaps?from=2027-01-01&to=2027-01-02").then().statusCode(403);
        as(Tokens.agent()).body(Map.of("name", "n", "responsibilities", "r", "zone", "UTC")).put("/api/duties/" + duty).then()
                .statusCode(403);
        as(Tokens.agent()).body(Map.of()).post("/api/duties/" + duty + "/rotation").then().statusCode(403);
        as(Tokens.agent()).body(Map.of()).post("/api/duties/" + duty + "/publication").then().statusCode(403);
        as(Tokens.agent()).delete("/api/duties/" + duty + "/drafts?from=2027-01-01&to=2027-01-02").then().statusCode(403);
        as(Tokens.agent()).get("/api/duties/NONE").then().statusCode(404);
        as(Tokens.agent()).get("/api/duties/NONE/gaps?from=2027-01-01&to=2027-01-02").then().statusCode(404);
        rotate("NONE", List.of(somebody()), 1).statusCode(404);
        publish("NONE", 1, true).statusCode(404);
        as(Tokens.supervisor()).delete("/api/duties/NONE/drafts?from=2027-01-01&to=2027-01-02").then().statusCode(404);
        as(Tokens.supervisor()).body(map("name", "n", "responsibilities", "r", "zone", "Mars/Base")).put("/api/duties/" + duty).then()
                .statusCode(400)
                .body("errors.field", hasItem("zone"));
        as(Tokens.supervisor()).body(map("name", "", "zone", "UTC", "needed", 0)).put("/api/duties/" + duty).then().statusCode(400)
                .body("errors.field", hasItem("name")).body("errors.field", hasItem("responsibilities"))
                .body("errors.field", hasItem("needed"));
        as(Tokens.supervisor()).body(map("name", "n", "responsibilities", "r", "zone", "UTC")).put("/api/duties/lower").then()
                .statusCode(400);
        as(Tokens.supervisor()).get("/api/duties/" + duty + "/gaps").then().statusCode(400);
        as(Tokens.supervisor()).get("/api/duties/" + duty + "/gaps?from=2027-01-02&to=2027-01-01").then().statusCode(422).body("type",
                equalTo("/problems/period-empty"));
        as(Tokens.supervisor()).body(Map.of("from", "2027-01-01", "to", "2027-01-02")).post("/api/duties/" + duty + "/rotation").then()
                .statusCode(400)
                .body("errors.field", hasItem("rotation"));
        as(Tokens.supervisor()).header("Accept-Language", "zh").get("/api/duties/" + duty + "/gaps?from=2027-01-01&to=2029-01-01").then()
                .statusCode(422)
                .body("type", equalTo("/problems/period-too-long"));
    }

    private static ValidatableResponse rotate(String duty, List<Somebody> crew, int days) {
        List<Map<String, Object>> members = new java.util.ArrayList<>();
        crew.forEach(person -> members.add(Map.of("person", person.name(), "offset", 2 * members.size())));
        return as(Tokens.supervisor())
                .body(Map.of("from", FIRST.toString(), "to", FIRST.plusDays(days - 1L).toString(), "rotation", Map.of("turns", TURNS,
                        "pattern", List.of("早", "早", "中", "中", "夜", "夜", "-", "-"), "members", members, "anchor", FIRST.toString())))
                .post("/api/duties/" + duty + "/rotation").then();
    }

    private static ValidatableResponse publish(String duty, int days, boolean acceptGaps) {
        return as(Tokens.supervisor())
                .body(Map.of("from", FIRST.toString(), "to", FIRST.plusDays(days - 1L).toString(), "acceptGaps", acceptGaps))
                .post("/api/duties/" + duty + "/publication").then();
    }

    private static ValidatableResponse gaps(String duty, boolean drafts) {
        return as(Tokens.agent()).queryParam("from", FIRST.toString()).queryParam("to", FIRST.plusDays(7).toString())
                .queryParam("drafts", drafts)
                .get("/api/duties/" + duty + "/gaps").then();
    }
}
