package org.gongdan.platform.operations;

import static org.gongdan.platform.operations.HealthView.Light.BAD;
import static org.gongdan.platform.operations.HealthView.Light.GOOD;
import static org.gongdan.platform.operations.HealthView.Light.WATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.gongdan.platform.inbox.Lag.Behind;
import org.gongdan.platform.outbox.OutboxBacklog;
import org.gongdan.platform.timer.TimerBacklog.Late;
import org.junit.jupiter.api.Test;

class HealthViewTest {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final OutboxBacklog EMPTY = new OutboxBacklog(0, Duration.ZERO);
    private static final Optional<List<Behind>> UP_TO_DATE = Optional.of(List.of(new Behind("ticket-events", 3)));
    private static final Late IN_TIME = new Late(0, 0, Duration.ZERO);

    private static HealthView of(Duration answer, OutboxBacklog outbox, Optional<List<Behind>> lag, long parked, Late timers) {
        return HealthView.of("ticket-service", NOW, answer, outbox, lag, parked, timers);
    }

    @Test
    void aServiceThatTellsEverythingInTimeIsGood() {
        // When
        HealthView health = of(Duration.ofMillis(2), EMPTY, UP_TO_DATE, 0, IN_TIME);

        // Then
        assertEquals(GOOD, health.light());
        assertEquals(3, health.consumers().topics().getFirst().records());
    }

    @Test
    void theWorstDecides() {
        assertEquals(WATCH, of(Duration.ofMillis(300), EMPTY, UP_TO_DATE, 0, IN_TIME).light());
        assertEquals(WATCH, of(Duration.ZERO, new OutboxBacklog(4, Duration.ofSeconds(6)), UP_TO_DATE, 0, IN_TIME).light());
        assertEquals(BAD, of(Duration.ZERO, new OutboxBacklog(4, Duration.ofSeconds(61)), UP_TO_DATE, 1, IN_TIME).light());
        assertEquals(WATCH, of(Duration.ZERO, EMPTY, Optional.of(List.of(new Behind("a", 5), new Behind("b", 1_001))), 0, IN_TIME).light());
        assertEquals(WATCH, of(Duration.ZERO, EMPTY, UP_TO_DATE, 1, IN_TIME).light());
        assertEquals(BAD, of(Duration.ZERO, EMPTY, UP_TO_DATE, 0, new Late(1, 1, Duration.ofSeconds(61))).light());
    }

    @Test
    void aTimerThatFailsIsWatchedBeforeItIsLate() {
        assertEquals(WATCH, of(Duration.ZERO, EMPTY, UP_TO_DATE, 0, new Late(1, 1, Duration.ofSeconds(2))).timers().light());
    }

    @Test
    void aBrokerThatIsAwayIsBad() {
        // When
        HealthView health = of(Duration.ZERO, EMPTY, Optional.empty(), 0, IN_TIME);

        // Then
        assertEquals(BAD, health.light());
        assertEquals(false, health.consumers().broker());
    }

    @Test
    void aServiceThatHearsNobodyIsNotBehind() {
        assertEquals(GOOD, of(Duration.ZERO, EMPTY, Optional.of(List.of()), 0, IN_TIME).consumers().light());
    }
}
