package org.gongdan.platform.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class NapTest {

    private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");

    private final Nap nap = new Nap(Duration.ofSeconds(1), Duration.ofSeconds(10));

    @Test
    void itSleepsOnlyAfterNothingHasBeenCommittedForLong() {
        assertFalse(nap.possible(Duration.ofMillis(9_999)));
        assertTrue(nap.possible(Duration.ofSeconds(10)));
    }

    @Test
    void itSleepsUntilTheNextTimerIsDue() {
        assertEquals(Duration.ofMillis(340), nap.length(NOW, NOW.plusMillis(340)));
    }

    @Test
    void itSleepsNoLongerThanOthersMaySetTimersUnseen() {
        assertEquals(Duration.ofSeconds(1), nap.length(NOW, NOW.plusSeconds(3_600)));
        assertEquals(Duration.ofSeconds(1), nap.length(NOW, null));
    }

    @Test
    void whatIsDueThisVeryMomentDoesNotMakeItSpin() {
        assertEquals(Duration.ofMillis(1), nap.length(NOW, NOW.plusNanos(1_000)));
    }
}
