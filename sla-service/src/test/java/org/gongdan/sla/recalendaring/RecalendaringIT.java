package org.gongdan.sla.recalendaring;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.as;
import static org.gongdan.sla.SlaFixtures.assertCachesFollowFromFacts;
import static org.gongdan.sla.SlaFixtures.count;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.Events;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clocks;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.Terms;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Open clocks and changes of their calendar, all hours of which count at first. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RecalendaringIT {

    /** Counted without a break from an hour ago this ends after the day off, and a day later when that day does not count. */
    private static final Duration LONG = Duration.ofHours(73);
    private static final String DAILY = "[\"00:00-24:00\"]";
    private static final String ALWAYS = """
            {"title":"Always","zone":"UTC","weeks":[{"hours":{"MONDAY":%1$s,"TUESDAY":%1$s,"WEDNESDAY":%1$s,"THURSDAY":%1$s,
                "FRIDAY":%1$s,"SATURDAY":%1$s,"SUNDAY":%1$s}}],"days":[%2$s]}""";

    @Inject
    Clocks clocks;
    @Inject
    Calendars calendars;
    @Inject
    Tx tx;

    private final Instant now = Events.now();
    private final Instant started = now.minus(Duration.ofHours(1));
    private final String name = "it-" + UUID.randomUUID();
    /** The day after tomorrow nobody works: tomorrow may begin while a test runs. */
    private final String dayOff = ALWAYS.formatted(DAILY, offIn(2));

    @BeforeEach
    void makeCalendar() {
        as(Tokens.manager()).body(ALWAYS.formatted(DAILY, "")).put("/api/calendars/" + name).then().statusCode(201);
    }

    @Test
    void aPreviewTellsWhatSavingThenDoes() throws SQLException {
        // Given
        UUID moved = promise(LONG);
        UUID due = promise(Duration.ofMinutes(61));
        JsonPath preview = as(Tokens.supervisor()).body(dayOff).post("/api/calendars/" + name + "/preview").then().statusCode(200)
                .body("calendars", equalTo(List.of(name))).body("totals.clocks", equalTo(2)).body("totals.later", equalTo(1))
                .body("totals.earlier", equalTo(0))
                .body("totals.brokenAtOnce", equalTo(0)).body("totals.complete", equalTo(true)).body("moved.items", hasSize(1)).extract()
                .jsonPath();
        assertEquals(0, count("select count(*) from clock_fact where clock_id = ? and fact = 'RECALENDARED'", moved),
                "a preview writes nothing");

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(dayOff).put("/api/calendars/" + name).then()
                .statusCode(200);

        // Then
        JsonPath clock = awaitCalendar(moved, 2);
        assertEquals(started.plus(LONG.plusDays(1)), Instant.parse(clock.getString("dueAt")));
        assertEquals(preview.getString("moved.items[0].newDueAt"), clock.getString("dueAt"));
        assertEquals(preview.getString("moved.items[0].dueAt"), started.plus(LONG).toString());
        assertEquals(List.of("STARTED", "RECALENDARED"), clock.getList("facts.fact"));
        awaitCalendar(due, 2);
        Topics.Event told = Topics.shared().await("sla-events", "SlaExtended.v1", moved);
        assertEquals("CALENDAR_CHANGED", told.text("cause"));
        assertEquals(clock.getString("dueAt"), told.text("dueAt"));
        assertCachesFollowFromFacts();
    }

    @Test
    void unlessItIsAskedForOpenPromisesStayWithTheirRevision() throws SQLException {
        // Given
        UUID kept = promise(LONG);

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").body(dayOff).put("/api/calendars/" + name).then().statusCode(200);

        // Then
        UUID fresh = promise(LONG, current());
        assertEquals(started.plus(LONG.plusDays(1)), Instant.parse(clock(fresh).getString("dueAt")));
        assertEquals(started.plus(LONG), Instant.parse(clock(kept).getString("dueAt")));
        assertEquals(0, count("select count(*) from calendar_move where name = ?", name));
    }

    @Test
    void whatWasCountedStaysCountedWhenTheDueTimeComesNearer() throws SQLException {
        // Given
        as(Tokens.manager()).header("If-Match", "\"1\"").body(dayOff).put("/api/calendars/" + name).then().statusCode(200);
        UUID late = promise(LONG, name + "@2");
        as(Tokens.manager()).body(ALWAYS.formatted(DAILY, "")).post("/api/calendars/" + name + "/preview").then().body("totals.earlier",
                equalTo(1));

        // When
        as(Tokens.manager()).header("If-Match", "\"2\"").queryParam("openClocks", "MOVE").body(ALWAYS.formatted(DAILY, ""))
                .put("/api/calendars/" + name).then().statusCode(200);

        // Then
        assertEquals(started.plus(LONG), Instant.parse(awaitCalendar(late, 3).getString("dueAt")));
        assertEquals(1, count(
                "select count(*) from timer t join clock c on c.id = t.ref where t.ref = ? and t.kind = 'sla-breach' and t.due_at = c.due_at",
                late));
    }

    @Test
    void aPromiseThatWasBeingMadeMeanwhileIsFoundLater() throws SQLException {
        // Given
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(dayOff).put("/api/calendars/" + name).then()
                .statusCode(200);

        // When
        UUID straggler = promise(LONG, name + "@1");

        // Then
        assertEquals(started.plus(LONG.plusDays(1)), Instant.parse(awaitCalendar(straggler, 2).getString("dueAt")));
    }

    @Test
    void overlaysMoveWithTheirBase() {
        // Given
        String overlay = "over-" + UUID.randomUUID();
        as(Tokens.manager()).body("{\"title\":\"Over\",\"base\":\"" + name + "\"}").put("/api/calendars/" + overlay).then().statusCode(201);
        UUID moved = promise(LONG, overlay + "@1");
        as(Tokens.manager()).body(dayOff).post("/api/calendars/" + name + "/preview").then()
                .body("calendars", equalTo(List.of(name, overlay))).body("totals.later", equalTo(1));

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(dayOff).put("/api/calendars/" + name).then()
                .statusCode(200);

        // Then
        await()
                .until(() -> clock(moved).getString("dueAt").equals(started.plus(LONG.plusDays(1)).toString()));
    }

    @Test
    void theExplanationSaysWhichCalendarCountedAndWhatDidNot() throws SQLException {
        // Given
        UUID moved = promise(LONG);
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(dayOff).put("/api/calendars/" + name).then()
                .statusCode(200);
        awaitCalendar(moved, 2);

        // When
        var explanation = as(Tokens.agent()).get("/api/clocks/" + moved + "/explanation").then();

        // Then
        explanation.statusCode(200).body("calendar", equalTo(name + "@2")).body("steps.effect", equalTo(List.of("STARTS", "RECOUNTS")))
                .body("steps.calendar", equalTo(List.of(name + "@1", name + "@2"))).body("steps[0].untilDue", hasSize(0))
                .body("steps[1].notCounted", hasSize(0)).body("steps[1].untilDue[0].why", equalTo("DAY_OFF"))
                .body("steps[1].untilDue[0].name", equalTo("停电"))
                .body("steps[1].untilDue[0].time", equalTo("PT24H"))
                .body("steps[1].sentence", containsString("Not counted until then by the calendar " + name + "@2: 停电 24 h."));
        io.restassured.RestAssured.given().auth().oauth2(Tokens.agent()).header("Accept-Language", "zh")
                .get("/api/clocks/" + moved + "/explanation").then()
                .body("steps[1].sentence", containsString("至到期前按日历 " + name + "@2 不计入：停电 24小时。"));
    }

    @Test
    void whatComesDueBetweenSavingAndMovingIsCountedByTheNewRevisionAndWhatWasBrokenBeforeStaysBroken() throws SQLException {
        // Given
        UUID broken = promise(Duration.ofMinutes(59));
        await().until(() -> clock(broken).getString("status").equals("BREACHED"));
        String today = ALWAYS.formatted(DAILY, offIn(0) + "," + offIn(1));
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(today).put("/api/calendars/" + name).then()
                .statusCode(200);

        // When
        UUID dueSoon = promise(Duration.between(started, Events.now()).plusMillis(1), name + "@1");

        // Then
        assertEquals("RUNNING", awaitCalendar(dueSoon, 2).getString("status"));
        assertEquals("BREACHED", clock(broken).getString("status"));
        assertEquals(1, count("select count(*) from clock where id = ? and calendar = ?", broken, name + "@1"));
    }

    @Test
    void manyClocksMoveEachOnceAndOneThatCannotHoldsUpNobody() throws SQLException {
        // Given
        List<UUID> many = IntStream.range(0, 450).mapToObj(i -> promise(LONG)).toList();
        UUID broken = many.get(7);
        run("insert into clock_fact (clock_id, seq, at, sequence, fact, data) values (?, 1, now(), 1, 'RECALENDARED', '{\"calendar\":\"gone@1\"}')",
                broken);
        run("update clock set facts = 2 where id = ?", broken);

        // When
        as(Tokens.manager()).header("If-Match", "\"1\"").queryParam("openClocks", "MOVE").body(dayOff).put("/api/calendars/" + name).then()
                .statusCode(200);

        // Then
        await().until(() -> count("select count(*) from clock where calendar = ?", name + "@2") == 449);
        assertEquals(449, count("select count(*) from clock_fact where data ->> 'calendar' = ?", name + "@2"));
        assertEquals(449, count("select clocks from calendar_move where name = ?", name));
        run("delete from clock where id = ?", broken);
        assertCachesFollowFromFacts();
    }

    @Test
    void previewsArePagedNewestFirst() {
        // Given
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> promise(LONG)).toList();

        // When
        JsonPath first = as(Tokens.manager()).queryParam("limit", 3).body(dayOff).post("/api/calendars/" + name + "/preview").then()
                .statusCode(200)
                .body("moved.items", hasSize(3)).body("totals.clocks", equalTo(5))
                .body("moved.items[0].clockId", equalTo(ids.getLast().toString())).extract().jsonPath();

        // Then
        as(Tokens.manager()).queryParam("limit", 3).queryParam("cursor", first.getString("moved.next")).body(dayOff)
                .post("/api/calendars/" + name + "/preview").then()
                .statusCode(200).body("moved.items", hasSize(2)).body("totals", nullValue()).body("moved.next", nullValue())
                .body("moved.items.clockId", not(hasItem(first.getString("moved.items[2].clockId"))));
        as(Tokens.manager()).queryParam("cursor", "bm8tdXVpZA").body(dayOff).post("/api/calendars/" + name + "/preview").then()
                .statusCode(400);
        as(Tokens.manager()).body(dayOff.replace("UTC", "Utopia/Nowhere")).post("/api/calendars/" + name + "/preview").then()
                .statusCode(400);
        as(Tokens.manager()).body(dayOff).post("/api/calendars/24x7/preview").then().statusCode(409);
    }

    @Test
    void aPromiseOnACalendarThatDoesNotExistIsRefusedLoudly() {
        for (String reference : new String[] {"gone@1", name + "@9", "nonsense"}) {
            Throwable refused = org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class,
                    () -> promise(Duration.ofHours(1), reference));
            assertEquals(true, refused.getMessage().contains(reference), refused.getMessage());
        }
    }

    private String offIn(int days) {
        return "{\"date\":\"" + now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(days) + "\",\"name\":\"停电\"}";
    }

    private UUID promise(Duration within) {
        return promise(within, name + "@1");
    }

    private UUID promise(Duration within, String calendar) {
        UUID ticket = Ids.next();
        Promise promise = new Promise("RESOLUTION_24H", Subject.ofTicket(ticket, Tokens.XINGFU), started,
                Terms.within(within, calendar, Set.of("CUSTOMER"), 80), null, 0, Ids.next());
        Tx.await(tx.run(work -> clocks.promise(work, List.of(promise))));
        return UUID.fromString(as(Tokens.agent()).queryParam("ticketId", ticket).get("/api/clocks").then().statusCode(200).extract()
                .jsonPath().getString("items[0].id"));
    }

    private String current() {
        return Tx.await(tx.read(read -> calendars.current(read, name)));
    }

    private static JsonPath clock(UUID id) {
        return as(Tokens.agent()).get("/api/clocks/" + id).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath awaitCalendar(UUID id, int revision) {
        await()
                .until(() -> count("select count(*) from clock where id = ? and calendar = ?", id, name + "@" + revision) == 1);
        return clock(id);
    }

    private static void run(String sql, UUID id) throws SQLException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
