package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.VisitFixtures.map;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Tokens;

import io.restassured.response.ValidatableResponse;

/** Duties, people and shifts nobody else of the tests touches, through the API. */
final class RosterFixtures {

    private RosterFixtures() {
    }

    /** Somebody with an account. */
    record Somebody(String name, String token) {
    }

    static Somebody somebody() {
        return somebody("agent");
    }

    static Somebody somebody(String role) {
        UUID id = UUID.randomUUID();
        String name = role + "-" + id;
        return new Somebody(name, Tokens.of(id, name, List.of(role), Map.of()));
    }

    static String aDuty() {
        String code = "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        describe(code, null, 1).statusCode(200);
        return code;
    }

    static ValidatableResponse describe(String code, Object hours, Integer needed) {
        return as(Tokens.supervisor())
                .body(map("name", "服务台", "responsibilities", "接听电话，受理工单", "zone", "Asia/Shanghai", "hours", hours, "needed", needed))
                .put("/api/duties/" + code).then();
    }

    static ValidatableResponse draft(String duty, Somebody person, Instant start, Instant end) {
        return as(Tokens.supervisor())
                .body(Map.of("duty", duty, "person", person.name(), "startsAt", start.toString(), "endsAt", end.toString()))
                .post("/api/shifts").then();
    }

    static UUID published(String duty, Somebody person, Instant start, Instant end) {
        UUID shift = UUID.fromString(draft(duty, person, start, end).statusCode(201).extract().path("id"));
        act(Tokens.supervisor(), shift, "publish", null).statusCode(200);
        return shift;
    }

    static ValidatableResponse act(String token, UUID shift, String verb, Object body) {
        return (body == null ? as(token) : as(token).body(body)).post("/api/shifts/" + shift + "/" + verb).then();
    }

    static ValidatableResponse write(Somebody person, UUID shift) {
        return as(person.token())
                .body(Map.of("note", "一切正常，两件未完", "items", List.of(Map.of("text", "2611-0042 等备件", "ticketId", UUID.randomUUID()),
                        Map.of("text", "机房巡检 20:00"))))
                .put("/api/shifts/" + shift + "/handover").then();
    }

    /** @return ids of the shifts of those who are on this duty then */
    static List<String> onDuty(String duty, Instant at) {
        return as(Tokens.agent()).queryParam("duty", duty).queryParam("at", at.toString()).get("/api/shifts/on-duty").then().statusCode(200)
                .extract().path("items.person");
    }

    static Instant in(int minutes) {
        return Instant.now().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    }
}
