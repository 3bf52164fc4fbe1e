package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.github.bucket4j.TimeMeter;

/** Three turns at once, one a second after them, nobody waits longer than 10 s. */
class TurnsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now;
    private final Turns turns = new Turns(3, 1, Duration.ofSeconds(10), 100, new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void firstTurnsAreFreeAndEachFurtherOneWaitsLonger() {
        // When
        var waits = LongStream.range(0, 6).map(turn -> turns.next("a") / SECOND).boxed().toList();
        // Then
        assertEquals(List.of(0L, 0L, 0L, 1L, 2L, 3L), waits);
    }

    @Test
    void otherClientsHaveTheirOwnTurns() {
        // Given
        LongStream.range(0, 100).forEach(turn -> turns.next("a"));
        // When
        var wait = turns.next("b");
        // Then
        assertEquals(0, wait);
    }

    @Test
    void nobodyWaitsLongerHoweverOftenHeTried() {
        // When
        var longest = LongStream.range(0, 1000).map(turn -> turns.next("a")).max().orElseThrow();
        // Then
        assertEquals(10 * SECOND, longest);
    }

    @Test
    void whoStopsIsSoonFreeAgain() {
        // Given
        LongStream.range(0, 1000).forEach(turn -> turns.next("a"));
        // When
        now += 11 * SECOND;
        // Then
        assertEquals(0, turns.next("a"));
    }

    /** Eight connections, each of which comes again as soon as it has waited. */
    @Test
    void moreConnectionsAreNotMoreTurns() {
        // Given
        var due = new PriorityQueue<>(LongStream.range(0, 8).mapToObj(connection -> 0L).toList());
        var served = 0;
        // When
        while (due.element() < 100 * SECOND) {
            now = due.remove();
            due.add(now + turns.next("a"));
            served++;
        }
        // Then
        assertTrue(served <= 3 + 100 + 8, served + " turns in 100 s");
    }
}
