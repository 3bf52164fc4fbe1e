package org.gongdan.sla;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Looks at clocks through the API and, past it, at the tables. */
public final class SlaFixtures {

    private SlaFixtures() {
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    /** The clock of this kind, as soon as it is in this status. */
    public static Map<String, Object> awaitClock(Events events, String kind, String status) {
        return await().pollInterval(Duration.ofMillis(50))
                .until(() -> clock(events, kind), found -> found != null && status.equals(found.get("status")));
    }

    /** Returns as soon as the moment has come, to the millisecond. */
    public static void awaitMoment(Instant moment) throws InterruptedException {
        for (Duration left = Duration.between(Instant.now(), moment); left.isPositive(); left = Duration.between(Instant.now(), moment)) {
            Thread.sleep(left);
        }
    }

    /** The clock of this kind, as soon as it is due then. */
    public static Map<String, Object> awaitDue(Events events, String kind, Instant due) {
        return await().pollInterval(Duration.ofMillis(50))
                .until(() -> clock(events, kind), found -> found != null && due.equals(instant(found, "dueAt")));
    }

    /** The newest clock of this kind, or null. */
    public static Map<String, Object> clock(Events events, String kind) {
        return clocks(events).getList("items.findAll { it.kind == '" + kind + "' }", Map.class).stream().findFirst().map(SlaFixtures::typed)
                .orElse(null);
    }

    public static JsonPath clocks(Events events) {
        return as(Tokens.agent()).queryParam("ticketId", events.ticketId).get("/api/clocks").then().statusCode(200).extract().jsonPath();
    }

    public static Instant instant(Map<String, Object> clock, String field) {
        return clock.get(field) == null ? null : Instant.parse((String) clock.get(field));
    }

    /** None as long as there is no clock. */
    @SuppressWarnings("unchecked")
    public static List<String> facts(Map<String, Object> clock) {
        return clock == null ? List.of()
                : ((List<Map<String, Object>>) clock.get("facts")).stream().map(fact -> (String) fact.get("fact")).toList();
    }

    /** What we published about a clock, in order. */
    public static List<Topics.Event> published(Map<String, Object> clock) {
        return Topics.shared().all("sla-events", event -> clock.get("id").equals(event.key()));
    }

    public static long count(String sql, Object... values) throws SQLException {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                select.setObject(index + 1, values[index]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every clock's columns are what follows from its facts, and its timers are what follows from its columns. @return clocks looked at */
    public static int assertCachesFollowFromFacts() throws SQLException {
        int looked = 0;
        Calendars calendars = Arc.container().instance(Calendars.class).get();
        Sql clocks = Sql.of(ClockRows.SELECT.replace("from clock c", """
                , c.status, c.due_at, c.ended_at, c.breached_at, c.calendar, (select count(*) from timer t
                where t.ref = c.id and t.kind = 'sla-breach' and t.generation = c.generation) as timers from clock c"""));
        try (Connection connection = PostgresServer.shared().connect()) {
            for (ClockRows.Stored stored : ClockRows.stored(clocks.bound().rows(connection))) {
                Row row = stored.row();
                assertEquals(row.integer("facts"), stored.facts().size(), "facts of " + stored.id());
                calendars.know(connection, ClockRows.calendars(List.of(stored)));
                Clock clock = stored.clock(calendars);
                assertEquals(clock.state().status().name(), row.text("status"), "status of " + stored.id() + " " + row.text("list"));
                assertEquals(clock.state().dueAt(), row.instant("due_at"), "due time of " + stored.id());
                assertEquals(clock.state().calendar(), row.text("calendar"), "calendar of " + stored.id());
                assertEquals(clock.state().endedAt(), row.instant("ended_at"), "end of " + stored.id());
                assertEquals(clock.state().breachedAt(), row.instant("breached_at"), "breach of " + stored.id());
                assertEquals(clock.state().status() == ClockStatus.RUNNING ? 1 : 0, row.integer("timers"),
                        "timers of " + stored.id() + " " + row.text("list"));
                looked++;
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return looked;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    public static UUID id(Map<String, Object> clock) {
        return UUID.fromString((String) clock.get("id"));
    }
}
