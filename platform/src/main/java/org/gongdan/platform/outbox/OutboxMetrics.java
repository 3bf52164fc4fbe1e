package org.gongdan.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Figures of the outbox of this process; only the process that leads the relay sees rows. */
@ApplicationScoped
class OutboxMetrics {

    private static final long EVERY_NANOS = 1_000_000_000L;

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong unremembered = new AtomicLong();
    /** When the oldest fact was written, on this machine's {@link System#nanoTime()}; null: none waits. A publish that hangs lets it grow older. */
    private volatile Long oldest;
    private volatile boolean leading;
    private final Counter sent;
    private final Counter blocked;
    private long lastLook;

    OutboxMetrics(MeterRegistry registry) {
        Gauge.builder("outbox.rows", rows, AtomicLong::get)
                .description("Facts waiting for publication, counted up to " + OutboxBacklog.COUNT_LIMIT)
                .register(registry);
        Gauge.builder("outbox.oldest.age", this::oldestAge).baseUnit("seconds")
                .description("Age of the oldest waiting fact").register(registry);
        Gauge.builder("outbox.leading", () -> leading ? 1 : 0)
                .description("Whether this process publishes its service's facts: one of its processes does").register(registry);
        Gauge.builder("outbox.unremembered", unremembered, AtomicLong::get)
                .description("Facts that this service has told and its database does not know: it was restored from a backup")
                .register(registry);
        sent = Counter.builder("outbox.sent").description("Facts published").register(registry);
        blocked = Counter.builder("outbox.blocked").description("Half seconds the relay waited for the broker").register(registry);
    }

    /** Looks at the table at most once a second, in the transaction of the caller. */
    void observe(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (now - lastLook < EVERY_NANOS) {
            return;
        }
        lastLook = now;
        OutboxBacklog waiting = OutboxBacklog.read(connection);
        rows.set(waiting.facts());
        oldest = waiting.facts() == 0 ? null : now - waiting.oldest().toNanos();
    }

    /** This process publishes from now on. */
    void leads() {
        leading = true;
    }

    /** Somebody else publishes now, and knows what waits. */
    void leadsNoMore() {
        leading = false;
        rows.set(0);
        unremembered.set(0);
        oldest = null;
    }

    private double oldestAge() {
        Long since = oldest;
        return since == null ? 0 : (System.nanoTime() - since) / 1e9;
    }

    void unremembered(int facts) {
        unremembered.set(facts);
    }

    void sent(int facts) {
        sent.increment(facts);
    }

    void blocked() {
        blocked.increment();
    }
}
