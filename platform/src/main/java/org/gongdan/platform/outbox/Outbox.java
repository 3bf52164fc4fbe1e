package org.gongdan.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.trace.Trace;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * Records facts for publication in the transaction that made them true. The relay publishes them afterwards, in the order of
 * {@code seq}, at least once.
 */
@ApplicationScoped
public class Outbox {

    /** Largest body, in bytes; Kafka's own limit for a record is 1 MiB. Larger facts are refused while the command can still fail. */
    static final int LARGEST_BODY = 900_000;

    private static final AppendTable TABLE = AppendTable.of("outbox", "event_id", "uuid", "topic", "text", "key", "uuid", "type", "text",
            "sequence", "bigint", "customer", "uuid", "traceparent", "text", "occurred", "timestamptz", "payload", "bytea");
    private static final Sql TAKE_BACK = Sql.of("delete from outbox where topic = :topic and key = :key");

    /** Adds the facts to the caller's transaction. @param sequence version of the aggregate after the change */
    public Uni<Void> add(Work work, long sequence, Instant occurred, Fact... facts) {
        return add(work, sequence, occurred, List.of(facts));
    }

    /** @see #add(Work, long, Instant, Fact...) */
    public Uni<Void> add(Work work, long sequence, Instant occurred, List<? extends Fact> facts) {
        return add(work, facts.stream().map(fact -> new Entry(fact, sequence, occurred)).toList());
    }

    /** Adds facts of several aggregates, or versions, to the caller's transaction. */
    public Uni<Void> add(Work work, List<Entry> entries) {
        String traceparent = Trace.current();
        if (!entries.isEmpty()) {
            work.touch(new OutboxWakeUp.Filled());
        }
        entries.forEach(entry -> work.append(TABLE, row(entry, traceparent)));
        return Uni.createFrom().voidItem();
    }

    /** Adds facts over JDBC, for background loops; the caller commits. */
    public void add(Connection connection, List<Entry> entries) throws SQLException {
        if (!entries.isEmpty()) {
            TABLE.add(connection, entries.stream().map(entry -> row(entry, null)).toList());
        }
    }

    private static Object[] row(Entry entry, String traceparent) {
        Fact fact = entry.fact();
        return new Object[] {Ids.next(), EventTypes.topicOf(fact.getClass()), fact.subject(), EventTypes.nameOf(fact.getClass()),
                entry.sequence(),
                entry.customer(), traceparent, entry.occurred(), body(fact)};
    }

    /**
     * A fact with the version its aggregate has after it and the time it happened.
     *
     * @param customer who may hear of it outside: the one concerned, or null when it is our own business
     */
    public record Entry(Fact fact, long sequence, Instant occurred, UUID customer) {

        public Entry(Fact fact, long sequence, Instant occurred) {
            this(fact, sequence, occurred, fact.customerId());
        }

        /** The same, but nobody outside hears of it. */
        public Entry inside() {
            return new Entry(fact, sequence, occurred, null);
        }
    }

    /**
     * Erases a key from a compacted topic: consumers forget it and Kafka deletes what the topic held of it. What still waits here to be published under
     * the key is taken back; what the relay has in hand already goes out before the tombstone.
     */
    public Uni<Void> tombstone(Work work, Class<? extends Fact> fact, UUID key, long sequence, UUID customer, Instant occurred) {
        work.touch(new OutboxWakeUp.Filled());
        work.append(TABLE, tombstone(fact, key, sequence, customer, occurred));
        return TAKE_BACK.with("topic", EventTypes.topicOf(fact)).with("key", key).update(work).replaceWithVoid();
    }

    /** The tombstone again, over JDBC, for background loops; the caller commits. @see #tombstone(Work, Class, UUID, long, UUID, Instant) */
    public void tombstone(Connection connection, Class<? extends Fact> fact, UUID key, long sequence, UUID customer, Instant occurred)
            throws SQLException {
        TABLE.add(connection, List.<Object[]>of(tombstone(fact, key, sequence, customer, occurred)));
    }

    private static Object[] tombstone(Class<? extends Fact> fact, UUID key, long sequence, UUID customer, Instant occurred) {
        return new Object[] {Ids.next(), EventTypes.topicOf(fact), key, EventTypes.nameOf(fact), sequence, customer, Trace.current(),
                occurred, null};
    }

    private static byte[] body(Fact fact) {
        byte[] body = EventJson.write(fact).getBytes(StandardCharsets.UTF_8);
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException(EventTypes.nameOf(fact.getClass()) + " is larger than " + LARGEST_BODY + " bytes");
        }
        return body;
    }
}
