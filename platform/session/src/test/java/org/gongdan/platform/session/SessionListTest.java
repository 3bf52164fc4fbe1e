package org.gongdan.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;
import org.gongdan.platform.session.SessionList.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionListTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.400Z");
    private final SessionList list = new SessionList(Duration.ofHours(12), Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({"s1, 2026-03-02T03:59:00Z, ENDED", "s1, 2026-03-02T04:00:00Z, ENDED", "s1, 2026-03-02T04:00:01Z, GOOD",
            "s2, 2026-03-02T03:59:00Z, GOOD", ", 2026-03-02T03:59:00Z, GOOD"})
    void anEndedSessionEndsWhatWasIssuedInItBefore(String session, Instant issued, Standing expected) {
        // Given
        list.add(new SessionEnded("s1", NOON));
        // When
        var standing = list.of(session, "li", issued);
        // Then
        assertEquals(expected, standing);
    }

    @ParameterizedTest
    @CsvSource({"li, 2026-03-02T04:00:00Z, STALE", "li, 2026-03-02T04:00:01Z, GOOD", "wang, 2026-03-02T03:59:00Z, GOOD"})
    void changedAccessNeedsANewerToken(String subject, Instant issued, Standing expected) {
        // Given
        list.add(new AccessChanged("li", NOON));
        // When
        var standing = list.of("s1", subject, issued);
        // Then
        assertEquals(expected, standing);
    }

    @Test
    void aChangeThatMayConcernEverybodyDoes() {
        // Given
        list.add(new AccessChanged(null, NOON));
        // When
        var standing = list.of(null, "wang", NOON.minusSeconds(5));
        // Then
        assertEquals(Standing.STALE, standing);
        assertEquals(Standing.GOOD, list.of(null, "wang", NOON.plusSeconds(5)));
    }

    @Test
    void theLaterOfTwoTimesHoldsInWhateverOrderTheyAreHeard() {
        // Given
        list.add(new AccessChanged("li", NOON));
        // When
        var news = list.add(new AccessChanged("li", NOON.minusSeconds(60)));
        // Then
        assertFalse(news);
        assertEquals(Standing.STALE, list.of("s1", "li", NOON.minusSeconds(30)));
    }

    @Test
    void watchersAreToldOfNewsOnly() {
        // Given
        var told = new AtomicInteger();
        list.watch(told::incrementAndGet);
        // When
        var first = list.add(new SessionEnded("s1", NOON));
        var again = list.add(new SessionEnded("s1", NOON));
        // Then
        assertTrue(first);
        assertFalse(again);
        assertEquals(1, told.get());
    }
}
