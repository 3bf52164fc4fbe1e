package org.gongdan.platform.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Forgets what need not be remembered any longer, a little at a time, and counts what waits for an operator. */
@ApplicationScoped
class Housekeeping implements Loop.Step {

    private static final int BATCH = 5_000;

    private final Loops loops;
    private final Duration keepKeys;
    private final Duration keepInbox;
    private final AtomicLong parkedKeys = new AtomicLong();

    Housekeeping(Loops loops, MeterRegistry meters,
            @ConfigProperty(name = "gongdan.idempotency.keep") Duration keepKeys,
            @ConfigProperty(name = "gongdan.inbox.keep") Duration keepInbox) {
        this.loops = loops;
        this.keepKeys = keepKeys;
        this.keepInbox = keepInbox;
        Gauge.builder("inbox.parked.keys", parkedKeys, AtomicLong::get).description("Keys whose events wait for an operator").register(meters);
    }

    void start(@Observes StartupEvent startup) {
        loops.start("housekeeping", Duration.ofSeconds(30), this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        int gone = forget(connection, "idempotency_key", "created", keepKeys) + forget(connection, "inbox", "received", keepInbox);
        try (PreparedStatement count = connection.prepareStatement("select count(distinct (consumer, key)) from inbox_parked"); ResultSet row = count.executeQuery()) {
            row.next();
            parkedKeys.set(row.getLong(1));
        }
        connection.commit();
        return gone >= BATCH;
    }

    private static int forget(Connection connection, String table, String time, Duration keep) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s < now() - ? * interval '1 second' limit %3$d))".formatted(table, time, BATCH))) {
            delete.setLong(1, keep.toSeconds());
            return delete.executeUpdate();
        }
    }
}
