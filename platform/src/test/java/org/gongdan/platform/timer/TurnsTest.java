package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final List<String> DUE = List.of("warning", "breach");

    private final Turns turns = new Turns();

    @Test
    void whatHasWaitedLongestComesFirst() {
        assertEquals(Optional.of("warning"), turns.next(DUE, 1_000));
    }

    @Test
    void whileOneKindRestsItIsAnothersTurn() {
        // Given
        turns.rest("warning", 1_500);

        // When
        Optional<String> turn = turns.next(DUE, 1_000);

        // Then
        assertEquals(Optional.of("breach"), turn);
    }

    @Test
    void whoHasRestedHasHisTurnAgain() {
        // Given
        turns.rest("warning", 1_500);

        // When
        Optional<String> turn = turns.next(DUE, 1_500);

        // Then
        assertEquals(Optional.of("warning"), turn);
    }

    @Test
    void whenAllRestTheFirstToHaveRestedIsAwaited() {
        // Given
        turns.rest("warning", 1_900);
        turns.rest("breach", 1_400);

        // When
        Optional<String> turn = turns.next(DUE, 1_000);

        // Then
        assertEquals(Optional.empty(), turn);
        assertEquals(400, turns.left(DUE, 1_000));
    }
}
