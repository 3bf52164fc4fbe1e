package org.gongdan.platform.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.OutboxWakeUp;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** The statements of the inbox; each runs in the caller's transaction. */
@ApplicationScoped
class InboxTables {

    static final String DEAD_LETTER = "-dead-letter";

    /** @param fresh ids of the events not seen before @param parkedKeys those of their keys behind which later events wait */
    record Seen(Set<UUID> fresh, Set<String> parkedKeys) {
    }

    /** Notes that the consumer has seen the events; a twin in another process waits here until this one commits. */
    Uni<Seen> markSeen(Mutiny.Session session, String consumer, List<Message> batch) {
        UUID[] ids = batch.stream().map(message -> message.envelope().id()).distinct().sorted().toArray(UUID[]::new);
        String[] keys = batch.stream().map(Message::key).distinct().toArray(String[]::new);
        return Sql.rows(session, """
                with fresh as (insert into inbox (consumer, event_id) select cast($1 as text), unnest(cast($2 as uuid[])) on conflict do nothing returning event_id)
                select event_id, null from fresh
                union all
                select distinct cast(null as uuid), key from inbox_parked where consumer = $1 and key = any($3)""", consumer, ids, keys)
                .map(rows -> new Seen(
                        rows.stream().map(row -> (UUID) row[0]).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new)),
                        rows.stream().map(row -> (String) row[1]).filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    Uni<Void> park(Mutiny.Session session, String consumer, Message message, String error) {
        Envelope envelope = message.envelope();
        return Sql.update(session, """
                insert into inbox_parked (consumer, key, event_id, type, source, subject, occurred, sequence, customer, traceparent, payload, error)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""", consumer, message.key(), envelope.id(), envelope.type(), envelope.source(),
                envelope.subject(), envelope.time(), envelope.sequence(), envelope.customer(), envelope.traceparent(), message.payload(), error).replaceWithVoid();
    }

    /** Takes the parked events of a key out of the table, oldest first. */
    Uni<List<Message>> unpark(Mutiny.Session session, String consumer, String key) {
        return Sql.rows(session, """
                with taken as (delete from inbox_parked where consumer = $1 and key = $2 returning *)
                select id, event_id, type, source, subject, occurred, sequence, customer, traceparent, payload from taken order by id""", consumer, key)
                .map(rows -> rows.stream().map(row -> message(key, row)).toList());
    }

    Uni<List<ParkedKey>> listParked(Mutiny.Session session) {
        return Sql.rows(session, """
                select consumer, key, count(*), min(parked), (array_agg(error order by id))[1], (array_agg(type order by id))[1]
                from inbox_parked group by consumer, key order by min(parked) limit 200""")
                .map(rows -> rows.stream().map(row -> new ParkedKey((String) row[0], (String) row[1],
                        ((Number) row[2]).longValue(), Rows.instant(row[3]), (String) row[4], (String) row[5])).toList());
    }

    Uni<Void> deadLetter(Mutiny.Session session, String consumer, Message message, String reason) {
        return deadLetter(session, consumer, message.envelope().type(), uuidOr(message.key(), message.envelope().subject()), message.payload(), reason);
    }

    Uni<Void> deadLetter(Mutiny.Session session, String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        return deadLetter(session, consumer, "unknown", uuidOr(record.key(), new UUID(0, 0)), record.value(), reason);
    }

    private static Uni<Void> deadLetter(Mutiny.Session session, String consumer, String type, UUID key, byte[] payload, String reason) {
        Tx.touch(new OutboxWakeUp.Filled());
        return Sql.update(session, """
                insert into outbox (event_id, topic, key, type, sequence, occurred, payload, reason) values ($1, $2, $3, $4, 0, now(), $5, $6)""",
                Ids.next(), consumer + DEAD_LETTER, key, type, payload, reason).replaceWithVoid();
    }

    private static Message message(String key, Object[] row) {
        return new Message(key, new Envelope((UUID) row[1], (String) row[2], (String) row[3], (UUID) row[4], Rows.instant(row[5]),
                ((Number) row[6]).longValue(), (UUID) row[7], (String) row[8]), row[9] == null ? null : ((Buffer) row[9]).getBytes());
    }

    private static UUID uuidOr(String text, UUID otherwise) {
        try {
            return text == null ? otherwise : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return otherwise;
        }
    }
}
