package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1,000 bytes a second in windows of 10 s, 60 s in all. */
class PaceTest {

    private final Pace pace = new Pace(Duration.ofSeconds(10), 1000, Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"9, 0, false", "10, 99, true", "10, 999, true", "10, 1000, false", "60, 1000, false", "61, 1000, true"})
    void everyWindowHasToBringItsPartAndThereIsAnEnd(int seconds, long bytesPerSecond, boolean tooSlow) {
        // When
        for (var second = 0; second < seconds; second++) {
            pass(bytesPerSecond);
        }
        // Then
        assertEquals(tooSlow, pace.tooSlow());
    }

    @Test
    void fastBeginningEarnsNothingForLater() {
        // Given
        pass(1_000_000);
        for (var second = 1; second < 10; second++) {
            pass(0);
        }
        assertFalse(pace.tooSlow());
        // When
        for (var second = 0; second < 10; second++) {
            pass(1);
        }
        // Then
        assertTrue(pace.tooSlow());
    }

    private void pass(long bytes) {
        pace.moved(bytes);
        pace.waited(Duration.ofSeconds(1).toNanos());
    }
}
