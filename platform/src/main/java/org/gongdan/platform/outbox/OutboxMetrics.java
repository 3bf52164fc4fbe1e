package org.gongdan.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Figures of the outbox of this process; only the process that leads the relay sees rows. */
@ApplicationScoped
class OutboxMetrics {

    private static final long COUNT_LIMIT = 100_000;
    private static final Sql WAITING = Sql.of("""
            select count(*) as facts, cast(coalesce(extract(epoch from now() - min(created)) * 1000, 0) as bigint) as oldest
            from (select created from outbox order by seq limit %d) waiting""".formatted(COUNT_LIMIT));
    private static final long EVERY_NANOS = 1_000_000_000L;

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private final Counter sent;
    private final Counter blocked;
    private long lastLook;

    OutboxMetrics(MeterRegistry registry) {
        Gauge.builder("outbox.rows", rows, AtomicLong::get).description("Facts waiting for publication, counted up to " + COUNT_LIMIT)
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
        Row waiting = WAITING.bound().row(connection);
        rows.set(waiting.number("facts"));
        oldestMillis.set(waiting.number("oldest"));
    }

    void sent(int facts) {
        sent.increment(facts);
    }

    void blocked() {
        blocked.increment();
    }
}
