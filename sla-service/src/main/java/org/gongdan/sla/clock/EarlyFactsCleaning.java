package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.settings.SlaSettings;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * Forgets facts whose promise was never made: those of kinds that are promised to somebody else, or of tickets nobody reported. One that
 * happened long ago and was told just now keeps waiting until the next look at least.
 */
@ApplicationScoped
class EarlyFactsCleaning implements Loop.Step {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;
    private static final Sql FORGET = Sql.of("""
            delete from early_fact where ctid = any(array(
                select ctid from early_fact where id <= :seen and at < now() - :keep * interval '1 second' limit %d))""".formatted(BATCH));
    private static final Sql NEWEST = Sql.of("select coalesce(max(id), 0) as id from early_fact");

    private final Loops loops;
    private final Duration keep;
    private final Counter forgotten;
    private long seen;

    EarlyFactsCleaning(Loops loops, SlaSettings settings, MeterRegistry meters) {
        this.loops = loops;
        this.keep = settings.earlyFacts().keep();
        this.forgotten = Counter.builder("sla.early.facts.forgotten").description("Facts told of promises that were never made")
                .register(meters);
    }

    void start(@Observes StartupEvent startup) {
        loops.chore("early-facts", PAUSE, this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        int gone = forget(connection);
        if (gone < BATCH) {
            seen = newest(connection);
        }
        connection.commit();
        forgotten.increment(gone);
        return gone == BATCH;
    }

    private int forget(Connection connection) throws SQLException {
        return FORGET.with("seen", seen).with("keep", keep.toSeconds()).update(connection);
    }

    private static long newest(Connection connection) throws SQLException {
        return NEWEST.bound().row(connection).number("id");
    }
}
