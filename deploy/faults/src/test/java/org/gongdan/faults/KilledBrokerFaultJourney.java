package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

@OnStack
class KilledBrokerFaultJourney {
    @Test
    void commandsGoOnWithoutTheBrokerAndTheBacklogFollowsOnItsReturn(Platform platform) throws InterruptedException {
        // Given
        var trial = new Trial(platform, "killed-broker");
        var drain = Duration.ZERO;
        var backlog = 0L;

        // When
        try (var load = trial.load(12, Duration.ofMillis(250), 1.0, () -> new Desk(trial.name))) {
            for (var away : new Duration[] {Duration.ofSeconds(15), Duration.ofSeconds(2)}) {
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(5_000, 8_000));
                platform.broker.kill();
                trial.fault("kill -9 broker for " + away);
                TimeUnit.MILLISECONDS.sleep(away.toMillis());
                backlog = Math.max(backlog, platform.ticketDatabase.waitingFacts());
                platform.broker.restart();
                var back = Instant.now();
                Trial.awaitNone("what waited is published", () -> platform.ticketDatabase
                        .count("select count(*) from outbox where created < ?", java.sql.Timestamp.from(back)));
                var drained = Duration.between(back, Instant.now());
                drain = drain.compareTo(drained) > 0 ? drain : drained;
            }
            TimeUnit.SECONDS.sleep(5);
        }

        // Then
        var refused = trial.history.answers().entrySet().stream().filter(answer -> answer.getKey().matches("[45].*"))
                .mapToLong(java.util.Map.Entry::getValue).sum();
        trial.mustHold("backlog=%d drain=%dms refused=%d".formatted(backlog, drain.toMillis(), refused));
        assertTrue(backlog > 0, "nothing had to wait for the broker");
        assertTrue(refused * 100 <= trial.history.tries(), () -> "commands need no broker: " + trial.history.answers());
    }
}
