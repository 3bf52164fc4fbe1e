package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final List<String> DUE = List.of("warning", "breach");

    private final Turns turns = new Turns(new Pace(2_500), Duration.ofMillis(80), 250);

    @Test
    void whatHasWaitedLongestComesFirst() {
        assertEquals(Optional.of("warning"), turns.next(DUE, 0));
    }

    @Test
    void whileOneKindRestsItIsAnothersTurn() {
        // Given
        turns.fired("warning", 250, 0, 15 * MILLISECOND, 1);

        // When
        Optional<String> turn = turns.next(DUE, 16 * MILLISECOND);

        // Then
        assertEquals(Optional.of("breach"), turn);
    }

    @Test
    void aBacklogGoesOnAtItsPace() {
        // Given
        turns.fired("warning", 250, 0, 15 * MILLISECOND, 1);

        // When
        Optional<String> turn = turns.next(DUE, 100 * MILLISECOND);

        // Then
        assertEquals(Optional.of("warning"), turn);
    }

    @Test
    void whatFallsDueOneByOneIsFiredTogetherAtTheNextLook() {
        // Given
        turns.fired("warning", 3, 0, 5 * MILLISECOND, 1);

        // When
        long left = turns.left(List.of("warning"), 5 * MILLISECOND);

        // Then
        assertEquals(80 * MILLISECOND, left);
    }

    @Test
    void whatSomebodyElseHoldsIsAskedForAtTheNextLook() {
        // Given
        turns.fired("warning", 0, 0, 5 * MILLISECOND, 1);

        // When
        Optional<String> turn = turns.next(List.of("warning"), 84 * MILLISECOND);

        // Then
        assertEquals(Optional.empty(), turn);
    }

    @Test
    void whenAllRestTheFirstToHaveRestedIsAwaited() {
        // Given
        turns.fired("warning", 250, 0, 15 * MILLISECOND, 1);
        turns.fired("breach", 1, 15 * MILLISECOND, 18 * MILLISECOND, 1);

        // When
        Optional<String> turn = turns.next(DUE, 20 * MILLISECOND);

        // Then
        assertEquals(Optional.empty(), turn);
        assertEquals(78 * MILLISECOND, turns.left(DUE, 20 * MILLISECOND));
    }

    @Test
    void twoProcessesShareThePace() {
        // Given
        turns.fired("warning", 250, 0, 15 * MILLISECOND, 2);

        // When
        long left = turns.left(List.of("warning"), 15 * MILLISECOND);

        // Then
        assertEquals(185 * MILLISECOND, left);
    }
}
