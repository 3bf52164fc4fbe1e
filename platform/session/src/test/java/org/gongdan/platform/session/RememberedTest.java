package org.gongdan.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final SetClock clock = new SetClock();
    private final Remembered<String> remembered = new Remembered<>(10, clock);

    private static final class SetClock extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void aCredentialIsKnownUntilItsTimeAndNotALetterOfAnother() {
        // Given
        remembered.keep(Remembered.key("token"), "agent", NOON.plusSeconds(300));

        // When
        clock.now = NOON.plusSeconds(299);

        // Then
        assertEquals("agent", remembered.find(Remembered.key("token")));
        assertNull(remembered.find(Remembered.key("Token")));
        assertNotEquals(Remembered.key("token"), Remembered.key("token "));
    }

    @Test
    void atItsTimeItIsForgotten() {
        // Given
        remembered.keep(Remembered.key("token"), "agent", NOON.plusSeconds(300));

        // When
        clock.now = NOON.plusSeconds(300);

        // Then
        assertNull(remembered.find(Remembered.key("token")));
    }

    @Test
    void whatIsOverIsNotKept() {
        // When
        remembered.keep(Remembered.key("token"), "agent", NOON);
        clock.now = NOON.minusSeconds(60);

        // Then
        assertNull(remembered.find(Remembered.key("token")));
    }
}
