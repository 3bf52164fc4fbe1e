package org.gongdan.sla.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.gongdan.sla.settings.SlaSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeRuleTest {

    private static final SlaSettings.Notice MANUAL = new SlaSettings.Notice() {
        @Override
        public Duration lateness() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration halfDay() {
            return Duration.ofHours(4);
        }

        @Override
        public Duration beforeLateness() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration beforeHalfDay() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration beforeLonger() {
            return Duration.ofHours(4);
        }
    };

    @ParameterizedTest(name = "{0} minutes: {1}, {2} minutes ahead")
    @CsvSource({"1, R83, 5, false", "29, R83, 5, false", "30, R87, 30, true", "239, R87, 30, true", "240, R87, 30, true",
            "241, R88, 240, true", "2880, R88, 240, true"})
    void theLengthOfTheDelayDecides(int delay, String rule, int notice, boolean moves) {
        // When
        NoticeRule found = NoticeRule.of(Duration.ofMinutes(delay), MANUAL);

        // Then
        assertEquals(new NoticeRule(rule, Duration.ofMinutes(notice)), found);
        assertEquals(moves, found.movesTheAppointment());
    }
}
