package org.gongdan.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.web.Trace;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Records facts for publication in the transaction that made them true. The relay publishes them afterwards, in the order of
 * {@code seq}, at least once.
 */
@ApplicationScoped
public class Outbox {

    /** Largest body, in bytes; Kafka's own limit for a record is 1 MiB. Larger facts are refused while the command can still fail. */
    static final int LARGEST_BODY = 900_000;

    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, sequence, customer, traceparent, occurred, payload) values """;
    private static final int COLUMNS = 9;

    /** Adds the facts to the session's transaction. @param sequence version of the aggregate after the change */
    public Uni<Void> add(Mutiny.Session session, long sequence, Instant occurred, Fact... facts) {
        return add(session, sequence, occurred, List.of(facts));
    }

    /** @see #add(Mutiny.Session, long, Instant, Fact...) */
    public Uni<Void> add(Mutiny.Session session, long sequence, Instant occurred, List<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String traceparent = Trace.current();
        Mutiny.MutationQuery insert = session.createNativeQuery(INSERT + placeholders(facts.size()));
        int at = 1;
        for (Fact fact : facts) {
            insert.setParameter(at++, Ids.next())
                    .setParameter(at++, EventTypes.topicOf(fact.getClass()))
                    .setParameter(at++, fact.subject())
                    .setParameter(at++, EventTypes.nameOf(fact.getClass()))
                    .setParameter(at++, sequence)
                    .setParameter(at++, fact.customerId())
                    .setParameter(at++, traceparent)
                    .setParameter(at++, occurred.atOffset(ZoneOffset.UTC))
                    .setParameter(at++, body(fact));
        }
        return insert.executeUpdate().replaceWithVoid();
    }

    /** Adds one fact over JDBC, for background loops; the caller commits. */
    public void add(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT + "(?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setObject(1, Ids.next());
                insert.setString(2, EventTypes.topicOf(entry.fact().getClass()));
                insert.setObject(3, entry.fact().subject());
                insert.setString(4, EventTypes.nameOf(entry.fact().getClass()));
                insert.setLong(5, entry.sequence());
                insert.setObject(6, entry.fact().customerId());
                insert.setNull(7, Types.VARCHAR);
                insert.setObject(8, entry.occurred().atOffset(ZoneOffset.UTC));
                insert.setBytes(9, body(entry.fact()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A fact with the version its aggregate has after it and the time it happened. */
    public record Entry(Fact fact, long sequence, Instant occurred) {
    }

    /** Erases a key from a compacted topic: consumers forget it and Kafka deletes what the topic held of it. */
    public Uni<Void> tombstone(Mutiny.Session session, Class<? extends Fact> fact, UUID key, long sequence, UUID customer, Instant occurred) {
        return session.createNativeQuery(INSERT + "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, null)")
                .setParameter(1, Ids.next())
                .setParameter(2, EventTypes.topicOf(fact))
                .setParameter(3, key)
                .setParameter(4, EventTypes.nameOf(fact))
                .setParameter(5, sequence)
                .setParameter(6, customer)
                .setParameter(7, Trace.current())
                .setParameter(8, occurred.atOffset(ZoneOffset.UTC))
                .executeUpdate().replaceWithVoid();
    }

    private static byte[] body(Fact fact) {
        byte[] body = EventJson.write(fact).getBytes(StandardCharsets.UTF_8);
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException(EventTypes.nameOf(fact.getClass()) + " is larger than " + LARGEST_BODY + " bytes");
        }
        return body;
    }

    private static String placeholders(int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(row == 0 ? "(" : ", (");
            for (int column = 1; column <= COLUMNS; column++) {
                text.append(column == 1 ? "?" : ", ?").append(row * COLUMNS + column);
            }
            text.append(')');
        }
        return text.toString();
    }
}
