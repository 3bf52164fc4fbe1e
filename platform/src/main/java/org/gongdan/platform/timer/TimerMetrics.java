package org.gongdan.platform.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How late timers fire: count, sum and buckets of 0.1, 1, 10 and 60 seconds. */
@ApplicationScoped
class TimerMetrics {

    private final MeterRegistry registry;

    TimerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void fired(String kind, List<TimerHandler.Due> due, Collection<UUID> done, Instant now) {
        Timer lateness = Timer.builder("timer.lateness").description("Time between due and fired").tag("kind", kind)
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60))
                .register(registry);
        Set<UUID> refs = new HashSet<>(done);
        due.stream().filter(timer -> refs.contains(timer.ref())).forEach(timer -> lateness.record(Duration.between(timer.dueAt(), now)));
    }

    void failed(String kind) {
        registry.counter("timer.failed", "kind", kind).increment();
    }
}
