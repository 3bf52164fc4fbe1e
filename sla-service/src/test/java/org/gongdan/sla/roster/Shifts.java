package org.gongdan.sla.roster;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.Ids;
import org.gongdan.sla.SlaFixtures;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

/** The events of one shift of the desk, as dispatch-service tells them. */
final class Shifts {

    final UUID id = Ids.next();
    final String person = "agent-" + id;
    private long sequence;

    static Shifts published(Instant startsAt, Instant endsAt) throws SQLException {
        Shifts shift = new Shifts();
        shift.tell("ShiftPublished", "person", shift.person, "startsAt", startsAt, "endsAt", endsAt, "at", startsAt, "by", "dispatcher");
        shift.awaitRow("person = '" + shift.person + "'");
        return shift;
    }

    Shifts swapped(String other) throws SQLException {
        tell("ShiftSwapped", "previousPerson", person, "person", other, "at", Instant.now(), "by", "dispatcher");
        return awaitRow("person = '" + other + "'");
    }

    Shifts withdrawn() throws SQLException {
        tell("ShiftWithdrawn", "person", person, "reason", "r", "at", Instant.now(), "by", "dispatcher");
        return awaitRow("ends_at <= now() + interval '1 second'");
    }

    Shifts ended(boolean relieved, Instant at) {
        return tell("ShiftEnded", "person", person, "startsAt", at.minus(Duration.ofHours(8)), "endsAt", at, "relieved", relieved,
                "successor", relieved ? "engineer" : null, "at", at);
    }

    Shifts accepted(Instant at) {
        return tell("HandoverAccepted", "person", person, "acceptedBy", "engineer", "at", at);
    }

    Shifts tell(String name, Object... fields) {
        return tell(UUID.randomUUID(), name, fields);
    }

    Shifts tell(UUID event, String name, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("shiftId", id, "duty", "DESK"));
        for (int index = 0; index < fields.length; index += 2) {
            if (fields[index + 1] != null) {
                body.put((String) fields[index], fields[index + 1]);
            }
        }
        Topics.shared().send("roster-events", event, name + ".v1", id, sequence++, null, EventJson.write(body));
        return this;
    }

    /** The clock of its hand-over as soon as it is in this status. */
    Map<String, Object> awaitClock(String status) {
        return await().until(this::clock, found -> found != null && status.equals(found.get("status")));
    }

    Map<String, Object> clock() {
        var clocks = SlaFixtures.as(Tokens.agent()).queryParam("shiftId", id).get("/api/clocks").then().statusCode(200).extract()
                .jsonPath();
        return clocks.getList("items").isEmpty() ? null : clocks.getMap("items[0]");
    }

    private Shifts awaitRow(String condition) throws SQLException {
        await()
                .until(() -> SlaFixtures.count("select count(*) from shift where id = ? and " + condition, id) == 1);
        return this;
    }
}
