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
    private final AtomicLong oldestMillis = new AtomicLong();
    private final Counter sent;
    private final Counter blocked;
    private long lastLook;

    OutboxMetrics(MeterRegistry registry) {
        Gauge.builder("outbox.rows", rows, AtomicLong::get)
                .description("Facts waiting for publication, counted up to " + OutboxBacklog.COUNT_LIMIT)
                .register(registry);
        Gauge.builder("outbox.oldest.age", oldestMillis, age -> age.get() / 1000.0).baseUnit("seconds")
                .description("Age of the oldest waiting fact").register(registry);
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
        oldestMillis.set(waiting.oldest().toMillis());
    }

    void sent(int facts) {
        sent.increment(facts);
    }

    void blocked() {
        blocked.increment();
    }
}
