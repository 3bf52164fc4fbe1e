package org.gongdan.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

import org.gongdan.stack.demo.Crew.Slot;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private final Crew crew = new Crew(Days.until(Instant.parse("2026-11-27T10:30:00Z")));

    @Test
    void everyDayTwoDifferentAgentsAreAtTheDesk() {
        TODAY.minusDays(40).datesUntil(TODAY.plusDays(40)).forEach(day -> {
            // When
            var early = crew.atDesk(day, "早班");
            var late = crew.atDesk(day, "晚班");

            // Then
            assertNotEquals(early, late, day.toString());
        });
    }

    @Test
    void todayTheFirstAgentAndTheFirstThreeEngineersWork() {
        // When
        var agent = crew.atDesk(Instant.parse("2026-11-27T10:30:00Z"));

        // Then
        assertEquals("agent", agent);
        assertTrue(Cast.ENGINEERS.subList(0, 3).stream().allMatch(engineer -> crew.works(engineer, TODAY)));
    }

    @Test
    void visitsOfOneEngineerNeverOverlapAndLieInHisShifts() {
        // Given
        var slots = new ArrayList<Slot>();

        // When
        for (var visit = 0; visit < 100; visit++) {
            slots.add(crew.find(Days.at(TODAY, 8, 0)));
        }

        // Then
        for (var one : slots) {
            assertTrue(crew.works(one.engineer(), LocalDate.ofInstant(one.start(), Days.ZONE)), one.toString());
            assertFalse(slots.stream().anyMatch(other -> other != one && other.meets(one)), one.toString());
        }
    }
}
