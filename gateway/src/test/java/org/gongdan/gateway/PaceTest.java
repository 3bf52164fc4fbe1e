package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    /** After 10 s of grace 1,000 bytes a second, 60 s in all. */
    @ParameterizedTest
    @CsvSource({"9, 0, false", "11, 0, true", "11, 999, true", "11, 1000, false", "20, 9999, true", "20, 10000, false", "60, 900000, false", "61, 900000, true"})
    void leastRateAndTotalTimeCount(int seconds, long bytes, boolean tooSlow) {
        // Given
        var pace = new Pace(Duration.ofSeconds(10), 1000, Duration.ofSeconds(60));
        // When
        pace.moved(bytes);
        pace.waited(Duration.ofSeconds(seconds).toNanos());
        // Then
        assertEquals(tooSlow, pace.tooSlow());
    }
}
