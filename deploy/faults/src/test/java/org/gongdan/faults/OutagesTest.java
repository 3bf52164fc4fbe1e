package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class OutagesTest {
    private static final Instant START = Instant.parse("2026-11-26T13:00:00Z");
    private final Outages outages = new Outages();

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private void everySecond(String fact, int from, int to) {
        for (var second = from; second <= to; second++) {
            outages.fired(fact, at(second), at(second));
        }
    }

    private Duration longest(String fact, int from, int to) {
        return outages.longestWithout(fact, at(from), at(to));
    }

    @Test
    void anOutageLastsUntilItsTimersFireAgainHoweverSlowTheMachine() {
        // Given
        everySecond("WARNED", 0, 10);
        outages.killed(at(10), at(11));

        // When
        everySecond("WARNED", 50, 60);

        // Then
        assertEquals(Duration.ZERO, longest("WARNED", 12, 50));
        assertEquals(Duration.ofSeconds(3), longest("WARNED", 12, 53));
        assertEquals(Duration.ofSeconds(40), outages.total());
    }

    @Test
    void whatFiredBeforeTheProcessWasDeadEndsNoOutage() {
        // Given
        outages.killed(at(10), at(12));

        // When
        outages.fired("WARNED", at(11), at(11));
        outages.fired("WARNED", at(20), at(20));

        // Then
        assertEquals(Duration.ZERO, longest("WARNED", 10, 20));
    }

    @Test
    void aLoopThatStaysAwayLongerThanTheOthersIsLost() {
        // Given
        everySecond("BREACHED", 0, 10);
        outages.killed(at(10), at(11));

        // When
        everySecond("BREACHED", 20, 60);

        // Then
        assertEquals(Duration.ofSeconds(35), longest("WARNED", 12, 60), "five seconds after the others its outage is over");
        assertEquals(Duration.ofSeconds(40), longest("BREACHED", 12, 60));
    }

    @Test
    void aMachineThatStandsStillIsAnOutageWithoutAKill() {
        // Given
        everySecond("BREACHED", 0, 10);

        // When
        everySecond("BREACHED", 25, 30);

        // Then
        assertEquals(Duration.ofSeconds(2), longest("WARNED", 8, 25));
        assertEquals(Duration.ofSeconds(15), outages.total());
    }

    @Test
    void killsThatFollowEachOtherAreCountedOnce() {
        // Given
        everySecond("WARNED", 0, 10);
        outages.killed(at(10), at(11));
        outages.killed(at(20), at(21));

        // When
        everySecond("WARNED", 30, 40);

        // Then
        assertEquals(Duration.ofSeconds(20), outages.total());
        assertEquals(Duration.ofSeconds(10), longest("WARNED", 0, 30));
    }

    @Test
    void whileATimerThatIsDueHasToWaitTheOthersWaitToo() {
        // Given
        everySecond("BREACHED", 0, 40);

        // When
        outages.fired("ESCALATED", at(10), at(18));
        outages.fired("ESCALATED", at(30), at(31));

        // Then
        assertEquals(Duration.ofSeconds(2), longest("WARNED", 8, 18));
        assertEquals(Duration.ofSeconds(22), longest("WARNED", 8, 40), "one second is no wait");
    }
}
