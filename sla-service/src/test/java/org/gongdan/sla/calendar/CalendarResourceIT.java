package org.gongdan.sla.calendar;

import static io.restassured.RestAssured.given;
import static org.gongdan.sla.SlaFixtures.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CalendarResourceIT {

    private static final String OVERLAY = """
            {"title":"Shop","base":"office-cn","weeks":[{"from":"2026-07-01","hours":{"SATURDAY":["10:00-16:00"]}}],
             "days":[{"date":"2026-11-27","name":"店庆"},{"date":"2026-12-31","name":"年终","hours":["09:00-12:00"]}]}""";

    private final String name = "shop-" + UUID.randomUUID();

    @Test
    void everyInstallationHasTheTwoShippedCalendars() throws IOException {
        // When
        var shipped = as(Tokens.engineer()).get("/api/calendars/office-cn").then();

        // Then
        shipped.statusCode(200).header("ETag", equalTo("\"1\"")).body("reference", equalTo("office-cn@1")).body("savedBy",
                equalTo("system"));
        CalendarContent content = EventJson.mapper().readValue(shipped.extract().jsonPath().prettify(), Content.class).content();
        assertEquals(Examples.officeCn().weeks(), content.weeks());
        assertEquals(Examples.officeCn().days(), content.days());
        as(Tokens.agent()).get("/api/calendars").then().statusCode(200).body("items.name", hasItems("24x7", "office-cn"));
    }

    record Content(CalendarContent content) {
    }

    @Test
    void anOverlayIsMadeChangedAndKeepsItsEarlierRevisions() {
        // Given
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201).header("ETag", "\"1\"")
                .body("reference", equalTo(name + "@1"))
                .body("content.days", hasSize(2)).body("whole.days", hasSize(41)).body("whole.zone", equalTo("Asia/Shanghai"));

        // When
        var changed = as(Tokens.admin()).header("If-Match", "\"1\"").body(OVERLAY.replace("16:00", "17:00")).put("/api/calendars/" + name)
                .then();

        // Then
        changed.statusCode(200).header("ETag", "\"2\"").body("savedBy", equalTo("admin")).body("reason", equalTo("edited"));
        as(Tokens.agent()).get("/api/calendars/" + name + "/revisions").then().statusCode(200)
                .body("items.revision", equalTo(List.of(2, 1)))
                .body("items[1].content.weeks[0].hours.SATURDAY[0]", equalTo("10:00-16:00"));
        as(Tokens.agent()).queryParam("limit", 1).get("/api/calendars/" + name + "/revisions").then().body("items", hasSize(1)).body("next",
                startsWith("Mg."));
        as(Tokens.agent()).queryParam("revision", 1).get("/api/calendars/" + name).then().statusCode(200).body("revision", equalTo(1));
        as(Tokens.manager()).header("If-Match", "\"2\"").body(OVERLAY.replace("16:00", "17:00")).put("/api/calendars/" + name).then()
                .statusCode(200)
                .body("revision", equalTo(2));
    }

    @Test
    void aChangedBaseMakesNewRevisionsOfItsOverlays() {
        // Given
        String base = "base-" + UUID.randomUUID();
        String plain = EventJson.write(Examples.OFFICE);
        as(Tokens.manager()).body(plain).put("/api/calendars/" + base).then().statusCode(201);
        as(Tokens.manager()).body(OVERLAY.replace("office-cn", base)).put("/api/calendars/" + name).then().statusCode(201);

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").body(plain.replace("18:00", "17:30")).put("/api/calendars/" + base).then()
                .statusCode(200);

        // Then
        as(Tokens.manager()).get("/api/calendars/" + name).then().body("revision", equalTo(2)).body("reason", equalTo("base " + base))
                .body("whole.weeks[0].hours.MONDAY[1]", equalTo("13:30-17:30")).body("content.base", equalTo(base));
        as(Tokens.manager()).header("If-Match", "\"2\"").body(plain.replace("\"title\"", "\"base\":\"" + name + "\",\"title\""))
                .put("/api/calendars/" + base).then()
                .statusCode(400).body("errors[0].field", equalTo("base"));
    }

    @Test
    void whoDidNotSeeTheCurrentRevisionCannotChangeIt() {
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);
        as(Tokens.manager()).header("If-Match", "\"1\"").body(OVERLAY).put("/api/calendars/" + name).then().statusCode(200).body("revision",
                equalTo(1));
        as(Tokens.manager()).header("If-Match", "\"7\"").body(OVERLAY).put("/api/calendars/" + name).then().statusCode(412);
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(400).body("errors[0].field",
                equalTo("If-Match"));
        as(Tokens.manager()).header("If-Match", "\"1\"").body(OVERLAY).put("/api/calendars/none-" + UUID.randomUUID()).then()
                .statusCode(404);
        as(Tokens.manager()).header("If-Match", "\"1\"").body(OVERLAY).put("/api/calendars/24x7").then().statusCode(409).body("type",
                equalTo("/problems/calendar-fixed"));
    }

    @Test
    void badContentIsRefusedWithItsField() {
        bad(OVERLAY.replace("office-cn", "nothing"), "base");
        bad(OVERLAY.replace("16:00", "25:00"), "weeks[0].hours.SATURDAY[0]");
        bad(OVERLAY.replace("10:00-16:00", "16:00-10:00"), "weeks[0].hours.SATURDAY[0]");
        bad(OVERLAY.replace("SATURDAY", "CATURDAY"), "weeks[0].hours");
        bad(OVERLAY.replace("2026-11-27", "2026-11-31"), "days[0].date");
        bad(OVERLAY.replace("\"base\"", "\"zone\":\"Asia/Peking\",\"base\""), "zone");
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/Shop@Home").then().statusCode(400).body("errors[0].field", equalTo("name"));
        as(Tokens.manager()).body("[]").put("/api/calendars/" + name).then().statusCode(400);
        as(Tokens.manager()).put("/api/calendars/" + name).then().statusCode(400);
        as(Tokens.manager()).body(OVERLAY).queryParam("openClocks", "PERHAPS").put("/api/calendars/" + name).then().statusCode(400);
        as(Tokens.agent()).get("/api/calendars/" + name).then().statusCode(404);
    }

    private void bad(String body, String field) {
        as(Tokens.manager()).body(body).put("/api/calendars/" + name).then().statusCode(400).body("errors[0].field", equalTo(field));
    }

    @Test
    void workingTimeAndDueTimesAreToldWithWhatDidNotCount() {
        // When
        var due = as(Tokens.agent()).queryParam("from", "2026-09-30T17:00").queryParam("within", "PT4H").get("/api/calendars/office-cn/due")
                .then();

        // Then
        due.statusCode(200).body("calendar", equalTo("office-cn@1")).body("from", equalTo("2026-09-30T17:00:00+08:00"))
                .body("due", equalTo("2026-10-08T12:00:00+08:00"))
                .body("notCounted.name", equalTo(java.util.Arrays.asList(null, "国庆节")))
                .body("notCounted.time", equalTo(List.of("PT15H", "PT168H")));
        as(Tokens.agent()).queryParam("from", "2026-09-20T00:00").queryParam("to", "2026-09-20T15:59:59Z")
                .get("/api/calendars/office-cn/working-time").then()
                .statusCode(200).body("counted", equalTo("PT7H30M"));
        as(Tokens.agent()).queryParam("from", "2026-09-21T00:00").queryParam("to", "2026-09-20T00:00")
                .get("/api/calendars/office-cn/working-time").then()
                .statusCode(200).body("counted", equalTo("PT-7H-30M"));
        as(Tokens.agent()).queryParam("from", "2026-09-30T17:00").queryParam("within", "PT4H").get("/api/calendars/24x7/due").then()
                .body("due", equalTo("2026-09-30T21:00:00+08:00"));
    }

    @Test
    void senselessQuestionsAreRefusedWithTheirField() {
        as(Tokens.agent()).queryParam("within", "PT4H").get("/api/calendars/office-cn/due").then().statusCode(400).body("errors[0].field",
                equalTo("from"));
        as(Tokens.agent()).queryParam("from", "yesterday").queryParam("within", "PT4H").get("/api/calendars/office-cn/due").then()
                .statusCode(400).body("errors[0].field", equalTo("from"));
        as(Tokens.agent()).queryParam("from", "9999-01-01T00:00").queryParam("within", "PT4H").get("/api/calendars/office-cn/due").then()
                .statusCode(400);
        for (String within : new String[] {"4h", "PT-4H", "P4000D", ""}) {
            as(Tokens.agent()).queryParam("from", "2026-09-30T17:00").queryParam("within", within).get("/api/calendars/office-cn/due")
                    .then().statusCode(400)
                    .body("errors[0].field", equalTo("within"));
        }
        as(Tokens.agent()).queryParam("from", "2198-09-30T17:00").queryParam("within", "PT80000H").get("/api/calendars/office-cn/due")
                .then().statusCode(400)
                .body("errors[0].field", equalTo("within"));
        as(Tokens.agent()).queryParam("from", "2026-09-30T17:00").get("/api/calendars/office-cn/working-time").then().statusCode(400)
                .body("errors[0].field", equalTo("to"));
        as(Tokens.agent()).queryParam("revision", 9).get("/api/calendars/office-cn").then().statusCode(404);
        as(Tokens.agent()).queryParam("cursor", "eA").get("/api/calendars/office-cn/revisions").then().statusCode(400);
        as(Tokens.agent()).get("/api/calendars/none/revisions").then().statusCode(404);
    }

    @Test
    void aNoticeIsTakenAsAWholeOrNotAtAll() throws IOException {
        // Given
        String json = new String(getClass().getResourceAsStream("/calendars/fictional-2027.json").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").body(json.replace("2027-10-09", "2027-13-09"))
                .post("/api/calendars/" + name + "/holidays").then()
                .statusCode(400).body("errors[0].field", equalTo("days[21].date"));

        // Then
        as(Tokens.manager()).get("/api/calendars/" + name).then().body("revision", equalTo(1));
        as(Tokens.manager()).header("If-Match", "\"1\"").body(json).post("/api/calendars/" + name + "/holidays").then().statusCode(200)
                .body("revision", equalTo(2))
                .body("reason", equalTo("notice-2027")).body("content.days", hasSize(24))
                .body("content.days.find { it.date == '2027-10-09' }.as", equalTo("MONDAY"));
        as(Tokens.manager()).header("If-Match", "\"2\"").body(json).post("/api/calendars/" + name + "/holidays").then().statusCode(200)
                .body("revision", equalTo(2));
        as(Tokens.manager()).header("If-Match", "\"1\"").body(json).post("/api/calendars/none/holidays").then().statusCode(404);
        as(Tokens.manager()).header("If-Match", "\"1\"").body("[1").post("/api/calendars/" + name + "/holidays").then().statusCode(400);
    }

    @Test
    void aNoticeCanBeICalendar() {
        // Given
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);
        String ical = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:春节假期\r\nDTSTART;VALUE=DATE:20270205\r\n"
                + "DTEND;VALUE=DATE:20270213\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:上班(补春节假期)\r\nDTSTART;VALUE=DATE:20270220\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        // When
        var imported = ical(Tokens.manager(), ical).header("If-Match", "\"1\"").queryParam("workAs", "FRIDAY")
                .post("/api/calendars/" + name + "/holidays").then();

        // Then
        imported.statusCode(200).body("content.days", hasSize(11))
                .body("content.days.find { it.date == '2027-02-12' }.name", equalTo("春节假期"))
                .body("content.days.find { it.date == '2027-02-20' }.as", equalTo("FRIDAY"));
        ical(Tokens.manager(), ical.replace("20270220", "20270220T090000")).header("If-Match", "\"2\"").header("Accept-Language", "zh")
                .post("/api/calendars/" + name + "/holidays").then().statusCode(400).body("errors[0].field", equalTo("event 2: 上班(补春节假期)"))
                .body("errors[0].message", containsString("只支持整天日期"));
        ical(Tokens.manager(), "").header("If-Match", "\"2\"").post("/api/calendars/" + name + "/holidays").then().statusCode(400);
        ical(Tokens.supervisor(), ical).post("/api/calendars/" + name + "/holidays/preview").then().statusCode(200)
                .body("calendars", equalTo(List.of(name)))
                .body("totals.clocks", equalTo(0)).body("moved.next", nullValue())
                .body("whole.days.find { it.date == '2027-02-20' }.as", equalTo("MONDAY"));
    }

    @Test
    void cancelledEventsAreNoHolidaysAndMakeUpDaysAreWorked() {
        // Given
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);
        String ical = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:【休】国庆节\r\nDTSTART;VALUE=DATE:20261001\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:【休】国庆节\r\nDTSTART;VALUE=DATE:20261020\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:【班】国庆节调休\r\nDTSTART;VALUE=DATE:20261010\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        // When
        var imported = ical(Tokens.manager(), ical).header("If-Match", "\"1\"").post("/api/calendars/" + name + "/holidays").then();

        // Then
        imported.statusCode(200).body("content.days.find { it.date == '2026-10-20' }", nullValue())
                .body("content.days.find { it.date == '2026-10-10' }.as", equalTo("MONDAY"))
                .body("content.days.find { it.date == '2026-10-01' }.as", nullValue());
        ical(Tokens.manager(),
                ical.replace("【班】", "").replace("【休】国庆节\r\nDTSTART;VALUE=DATE:20261001", "值班\r\nDTSTART;VALUE=DATE:20261001"))
                .header("If-Match", "\"2\"")
                .post("/api/calendars/" + name + "/holidays").then().statusCode(400)
                .body("errors.field", equalTo(List.of("event 1: 值班", "event 3: 国庆节调休")));
    }

    private static io.restassured.specification.RequestSpecification ical(String token, String body) {
        return given().auth().oauth2(token).contentType("text/calendar; charset=UTF-8").body(body);
    }

    @Test
    void aRepeatedCommandMakesOneRevision() {
        // Given
        String key = UUID.randomUUID().toString();
        as(Tokens.manager()).header("Idempotency-Key", key).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);

        // When
        var again = as(Tokens.manager()).header("Idempotency-Key", key).body(OVERLAY).put("/api/calendars/" + name).then();

        // Then
        again.statusCode(201).body("revision", equalTo(1));
    }

    @Test
    void theSameKeyWithAnotherQueryTypeOrVersionIsAnotherRequest() {
        // Given
        String key = UUID.randomUUID().toString();
        String path = "/api/calendars/" + name + "/holidays";
        as(Tokens.manager()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(201);
        String ical = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:补班\r\nDTSTART;VALUE=DATE:20271009\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        ical(Tokens.manager(), ical).header("Idempotency-Key", key).header("If-Match", "\"1\"").queryParam("workAs", "MONDAY").post(path)
                .then().statusCode(200);

        // When
        var sunday = ical(Tokens.manager(), ical).header("Idempotency-Key", key).header("If-Match", "\"1\"").queryParam("workAs", "SUNDAY")
                .post(path).then();

        // Then
        sunday.statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        ical(Tokens.manager(), ical).header("Idempotency-Key", key).header("If-Match", "\"2\"").queryParam("workAs", "MONDAY").post(path)
                .then().statusCode(422);
        ical(Tokens.manager(), ical.replace("补班", "上班")).header("Idempotency-Key", key).header("If-Match", "\"1\"")
                .queryParam("workAs", "MONDAY").post(path).then().statusCode(422);
        ical(Tokens.manager(), ical).header("Idempotency-Key", key).header("If-Match", "\"1\"").queryParam("workAs", "MONDAY")
                .queryParam("openClocks", "MOVE").post(path).then().statusCode(422);
        ical(Tokens.manager(), ical).header("Idempotency-Key", key).header("If-Match", "\"1\"").queryParam("workAs", "MONDAY").post(path)
                .then().statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void onlyManagersChangeCalendarsAndOnlyStaffSeesThem() {
        for (String path : new String[] {"", "/office-cn", "/office-cn/revisions", "/office-cn/due", "/office-cn/working-time"}) {
            given().get("/api/calendars" + path).then().statusCode(401);
            as(Tokens.customer()).get("/api/calendars" + path).then().statusCode(403);
            as(Tokens.integration()).get("/api/calendars" + path).then().statusCode(403);
        }
        given().contentType("application/json").body(OVERLAY).put("/api/calendars/" + name).then().statusCode(401);
        as(Tokens.supervisor()).body(OVERLAY).put("/api/calendars/" + name).then().statusCode(403);
        as(Tokens.supervisor()).body("{}").post("/api/calendars/office-cn/holidays").then().statusCode(403);
        ical(Tokens.agent(), "").post("/api/calendars/office-cn/holidays").then().statusCode(403);
        as(Tokens.agent()).body(OVERLAY).post("/api/calendars/office-cn/preview").then().statusCode(403);
        as(Tokens.agent()).body("{}").post("/api/calendars/office-cn/holidays/preview").then().statusCode(403);
        ical(Tokens.agent(), "").post("/api/calendars/office-cn/holidays/preview").then().statusCode(403);
    }
}
