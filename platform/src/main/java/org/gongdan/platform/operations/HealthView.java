package org.gongdan.platform.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.gongdan.platform.inbox.Lag.Behind;
import org.gongdan.platform.outbox.OutboxBacklog;
import org.gongdan.platform.timer.TimerBacklog.Late;

/**
 * How a service is, as its operators look at it: figures, and a light for each. When they are good, what happens is told to the other services and to
 * people in time.
 *
 * @param light the worst of the others
 */
public record HealthView(String service, Instant at, Light light, Database database, Outbox outbox, Consumers consumers, Parked parked,
        Timers timers) {

    /** What an operator does: nothing, look again soon, act now. */
    public enum Light {
        GOOD, WATCH, BAD;

        static Light of(long figure, long watch, long bad) {
            return figure > bad ? BAD : figure > watch ? WATCH : GOOD;
        }

        static Light worst(Light... lights) {
            return Arrays.stream(lights).max(Comparator.naturalOrder()).orElse(GOOD);
        }
    }

    /** @param millis it took to answer the smallest question */
    public record Database(long millis, Light light) {
    }

    /** @param facts not told to the other services yet. @param oldestSeconds how long the oldest of them has waited */
    public record Outbox(long facts, long oldestSeconds, Light light) {
    }

    /** @param broker whether Kafka answers. @param topics what is not read yet of each */
    public record Consumers(boolean broker, List<Topic> topics, Light light) {
    }

    public record Topic(String topic, long records, Light light) {
    }

    /** @param keys aggregates whose events wait for an operator */
    public record Parked(long keys, Light light) {
    }

    /** @param late timers that should have fired. @param failing those of them whose effect failed */
    public record Timers(long late, long failing, long latestSeconds, Light light) {
    }

    static HealthView of(String service, Instant at, Duration answer, OutboxBacklog outbox, Optional<List<Behind>> lag, long parkedKeys,
            Late timers) {
        Database database = new Database(answer.toMillis(), Light.of(answer.toMillis(), 250, 2_000));
        Outbox waiting = new Outbox(outbox.facts(), outbox.oldest().toSeconds(), Light.of(outbox.oldest().toMillis(), 5_000, 60_000));
        Consumers consumers = consumers(lag);
        Parked parked = new Parked(parkedKeys, Light.of(parkedKeys, 0, Long.MAX_VALUE));
        Light fired = Light.worst(Light.of(timers.oldest().toMillis(), 10_000, 60_000), Light.of(timers.failing(), 0, Long.MAX_VALUE));
        Timers late = new Timers(timers.timers(), timers.failing(), timers.oldest().toSeconds(), fired);
        Light worst = Light.worst(database.light(), waiting.light(), consumers.light(), parked.light(), fired);
        return new HealthView(service, at, worst, database, waiting, consumers, parked, late);
    }

    private static Consumers consumers(Optional<List<Behind>> lag) {
        List<Topic> topics = lag.orElse(List.of()).stream()
                .map(topic -> new Topic(topic.topic(), topic.records(), Light.of(topic.records(), 1_000, 50_000))).toList();
        Light light = lag.isEmpty() ? Light.BAD
                : Light.worst(Stream.concat(Stream.of(Light.GOOD), topics.stream().map(Topic::light)).toArray(Light[]::new));
        return new Consumers(lag.isPresent(), topics, light);
    }
}
