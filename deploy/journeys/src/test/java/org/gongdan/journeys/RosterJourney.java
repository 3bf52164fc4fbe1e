package org.gongdan.journeys;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is on duty around the clock, and no shift is left without being handed over (R142, R143, R178). */
@OnPlatform
class RosterJourney {
    private final Play play;
    private final String duty = "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase();

    RosterJourney(Play play) {
        this.play = play;
    }

    @BeforeEach
    void aDuty() {
        play.supervisor.put("/api/duties/" + duty, Map.of("name", "服务台", "responsibilities", "接听电话，受理工单", "zone", "Asia/Shanghai"))
                .statusCode(200);
    }

    @Test
    void aShiftIsHandedOverInTime() {
        // Given
        var change = Instant.now().plusSeconds(12);
        var leaving = published("agent", change.minusSeconds(60), change);
        published("engineer", change, change.plusSeconds(30));
        play.agent.caller().put("/api/shifts/" + leaving + "/handover",
                Map.of("note", "一件未完", "items", List.of(Map.of("text", "旺角便利店等备件")))).statusCode(200).body("status", equalTo("WRITTEN"));

        // When
        play.li.caller().post("/api/shifts/" + leaving + "/handover/accept").statusCode(200).body("status", equalTo("ACCEPTED"));

        // Then
        Patience.one("the hand-over is kept",
                () -> play.supervisor.get("/api/clocks", Map.of("shiftId", leaving)).statusCode(200).extract().jsonPath()
                        .<Map<String, Object>>getList("items"),
                clock -> "ROSTER_HANDOVER".equals(clock.get("kind")) && "MET".equals(clock.get("status")));
        assertFalse(EventLog.text(play.events.await("roster-events", "HandoverWritten", leaving)).contains("备件"),
                "what the note says stays with the roster");
        play.liu.caller().get("/api/shifts/" + leaving).statusCode(403);
    }

    @Test
    void aSwapChangesWhoIsOnDuty() {
        // Given
        var start = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        var shift = published("agent", start, start.plusSeconds(60));
        play.agent.caller().post("/api/shifts/" + shift + "/swap", Map.of("colleague", "engineer", "reason", "孩子生病")).statusCode(200);
        play.li.caller().post("/api/shifts/" + shift + "/swap/accept").statusCode(200);

        // When
        play.supervisor.post("/api/shifts/" + shift + "/swap/approve").statusCode(200).body("person", equalTo("engineer"));

        // Then
        play.zhao.caller().get("/api/shifts/on-duty", Map.of("duty", duty, "at", start.toString())).statusCode(200).body("items.person",
                hasItem("engineer"));
        play.events.await("roster-events", "ShiftSwapped", shift);
    }

    private String published(String person, Instant start, Instant end) {
        String shift = play.supervisor
                .post("/api/shifts", Map.of("duty", duty, "person", person, "startsAt", start.toString(), "endsAt", end.toString()))
                .statusCode(201).extract().path("id");
        play.supervisor.post("/api/shifts/" + shift + "/publish").statusCode(200);
        return shift;
    }
}
