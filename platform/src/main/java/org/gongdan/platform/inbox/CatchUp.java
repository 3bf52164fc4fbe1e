package org.gongdan.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Goes on with keys whose events waited for this version: of a type that an older one did not know, or with a value that it could not read (ADR 049). An
 * older process may still be at work beside this one, so it looks again and again. Whoever looks, the events of a key are applied one by one in their
 * order: the next one is taken when the one before is committed.
 */
@ApplicationScoped
class CatchUp implements Loop.Step {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final int BATCH = 200;
    /**
     * Waiting for this version; and those with nothing before them any more: they came while the one before was being replayed. A value is tried once
     * in the life of a process, for nobody can tell beforehand whether it can be read.
     */
    private static final Sql RIPE = Sql.of("""
            select consumer, key, event_id, error from (
                select distinct on (consumer, key) consumer, key, event_id, type, error from inbox_parked order by consumer, key, id) as first
            where consumer = any(cast(:consumers as text[])) and (error = :behind
                or starts_with(error, :type) and type = any(cast(:types as text[])) or starts_with(error, :value) and event_id <> all(cast(:tried as uuid[])))
            limit %d""".formatted(BATCH));

    private final Inbox inbox;
    private final Set<UUID> tried = new HashSet<>();

    CatchUp(Inbox inbox) {
        this.inbox = inbox;
    }

    void start(@Observes StartupEvent startup, Loops loops, @ConfigProperty(name = "gongdan.inbox.catch-up-every") Duration every) {
        loops.chore("inbox-catch-up", every, this);
    }

    @Override
    public boolean run(Connection connection) throws SQLException {
        List<Row> ripe = RIPE.with("behind", ParkedCause.BEHIND).with("type", ParkedCause.TYPE).with("value", ParkedCause.VALUE)
                .texts("consumers", inbox.names()).texts("types", types()).ids("tried", tried).rows(connection);
        connection.commit();
        for (Row row : ripe) {
            if (row.text("error").startsWith(ParkedCause.VALUE)) {
                tried.add(row.id("event_id"));
            }
            inbox.find(row.text("consumer")).ifPresent(consumer -> resume(consumer, row.text("key")));
        }
        return ripe.size() == BATCH;
    }

    private Set<String> types() {
        Set<String> types = new HashSet<>(KnownTypes.all());
        types.addAll(inbox.types());
        return types;
    }

    private static void resume(Consumer consumer, String key) {
        int done = 0;
        while (Tx.await(consumer.resume(key))) {
            done++;
        }
        if (done > 0) {
            LOG.infof("%s: %d events of %s that had waited for this version were applied", consumer.name(), done, key);
        }
    }
}
