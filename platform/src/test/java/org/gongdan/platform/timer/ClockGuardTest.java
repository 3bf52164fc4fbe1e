package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ClockGuard guard = new ClockGuard();

    @Test
    void acceptsTheFirstLook() {
        // When
        boolean accepted = look(0, Duration.ZERO);

        // Then
        assertTrue(accepted);
    }

    @Test
    void acceptsAClockThatRunsWithTheMachines() {
        // Given
        look(0, Duration.ZERO);

        // When
        List<Boolean> accepted = Stream.of(1, 2, 600, 100_000).map(second -> look(second, Duration.ofMillis(900 * (second % 2)))).toList();

        // Then
        assertEquals(List.of(true, true, true, true), accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "PT1.001S", "-PT1.001S"})
    void pausesAfterAJumpUntilThreeLooksInARowAreSteady(String jump) {
        // Given
        look(0, Duration.ZERO);
        Duration moved = Duration.parse(jump);

        // When
        List<Boolean> accepted = Stream.of(1, 2, 3, 4, 5).map(second -> look(second, moved)).toList();

        // Then
        assertEquals(List.of(false, false, false, true, true), accepted);
    }

    @Test
    void aSecondJumpStartsThePauseAnew() {
        // Given
        look(0, Duration.ZERO);
        look(1, Duration.ofHours(1));
        look(2, Duration.ofHours(1));

        // When
        boolean accepted = look(3, Duration.ZERO);

        // Then
        assertFalse(accepted);
        assertEquals(List.of(false, false, true), Stream.of(4, 5, 6).map(second -> look(second, Duration.ZERO)).toList());
    }

    private boolean look(long second, Duration moved) {
        return guard.accepts(NOON.plusSeconds(second).plus(moved), Duration.ofSeconds(second).toNanos());
    }
}
