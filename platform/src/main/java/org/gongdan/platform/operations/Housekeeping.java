package org.gongdan.platform.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.inbox.ParkedCause;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Forgets what need not be remembered any longer, a little at a time, and counts what waits for an operator. */
@ApplicationScoped
class Housekeeping implements Loop.Step {

    private static final int BATCH = 5_000;
    /** Keys by what their first event waits for: a later version of this service, or an operator. */
    static final Sql PARKED = Sql.of("""
            select count(*) as keys, count(*) filter (where starts_with(error, '%s') or starts_with(error, '%s')) as unknown from (
                select distinct on (consumer, key) error from inbox_parked order by consumer, key, id) as first"""
            .formatted(ParkedCause.TYPE, ParkedCause.VALUE));
    private static final Sql OLD_KEYS = old("idempotency_key", "created");
    private static final Sql OLD_EVENTS = old("inbox", "received");

    private final Loops loops;
    private final Duration keepKeys;
    private final Duration keepInbox;
    private final List<Forgetting> others;
    private final AtomicLong parkedKeys = new AtomicLong();
    private final AtomicLong unknownKeys = new AtomicLong();

    private record Forgetting(Sql rows, Duration keep) {
    }

    Housekeeping(Loops loops, MeterRegistry meters,
            @ConfigProperty(name = "gongdan.idempotency.keep") Duration keepKeys,
            @ConfigProperty(name = "gongdan.inbox.keep") Duration keepInbox, @Any Instance<KeptFor> others) {
        this.loops = loops;
        this.keepKeys = keepKeys;
        this.keepInbox = keepInbox;
        this.others = others.stream().map(kept -> new Forgetting(old(kept.table(), kept.time()), kept.keep())).toList();
        Gauge.builder("inbox.parked.keys", parkedKeys, AtomicLong::get).description("Keys whose events wait for an operator")
                .register(meters);
        Gauge.builder("inbox.unknown.keys", unknownKeys, AtomicLong::get)
                .description("Keys whose events wait for a later version of this service").register(meters);
    }

    void start(@Observes StartupEvent startup) {
        loops.chore("housekeeping", Duration.ofSeconds(30), this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        int gone = OLD_KEYS.with("keep", keepKeys.toSeconds()).update(connection)
                + OLD_EVENTS.with("keep", keepInbox.toSeconds()).update(connection);
        for (Forgetting other : others) {
            gone = Math.max(gone, other.rows().with("keep", other.keep().toSeconds()).update(connection));
        }
        Row parked = PARKED.bound().row(connection);
        parkedKeys.set(parked.number("keys") - parked.number("unknown"));
        unknownKeys.set(parked.number("unknown"));
        connection.commit();
        return gone >= BATCH;
    }

    private static Sql old(String table, String time) {
        return Sql
                .of("""
                delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s < now() - :keep * interval '1 second' limit %3$d))"""
                        .formatted(table, time, BATCH));
    }
}
