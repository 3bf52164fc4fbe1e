package org.gongdan.platform.inbox;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.tx.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The statements of the inbox; each runs in the caller's transaction. */
@ApplicationScoped
class InboxTables {

    static final String DEAD_LETTER = "-dead-letter";

    /** @return ids of the events not seen before by this consumer; a twin in another process waits here until this one commits */
    Uni<Set<UUID>> markSeen(Mutiny.Session session, String consumer, List<Message> batch) {
        String ids = batch.stream().map(message -> message.envelope().id().toString()).sorted().collect(Collectors.joining(","));
        return session.createNativeQuery("""
                insert into inbox (consumer, event_id)
                select distinct ?1, unnest(string_to_array(?2, ',')::uuid[])
                on conflict do nothing
                returning event_id""", UUID.class)
                .setParameter(1, consumer).setParameter(2, ids)
                .getResultList().map(HashSet::new);
    }

    Uni<Set<String>> parkedKeys(Mutiny.Session session, String consumer, List<Message> batch) {
        String keys = batch.stream().map(Message::key).distinct().collect(Collectors.joining(","));
        return session.createNativeQuery("select distinct key from inbox_parked where consumer = ?1 and key = any(string_to_array(?2, ','))", String.class)
                .setParameter(1, consumer).setParameter(2, keys)
                .getResultList().map(HashSet::new);
    }

    Uni<Void> park(Mutiny.Session session, String consumer, Message message, String error) {
        Envelope envelope = message.envelope();
        return session.createNativeQuery("""
                insert into inbox_parked (consumer, key, event_id, type, source, subject, occurred, sequence, customer, traceparent, payload, error)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)""")
                .setParameter(1, consumer).setParameter(2, message.key()).setParameter(3, envelope.id())
                .setParameter(4, envelope.type()).setParameter(5, envelope.source()).setParameter(6, envelope.subject())
                .setParameter(7, envelope.time().atOffset(ZoneOffset.UTC)).setParameter(8, envelope.sequence())
                .setParameter(9, envelope.customer()).setParameter(10, envelope.traceparent())
                .setParameter(11, message.payload()).setParameter(12, error)
                .executeUpdate().replaceWithVoid();
    }

    /** Takes the parked events of a key out of the table, oldest first. */
    Uni<List<Message>> unpark(Mutiny.Session session, String consumer, String key) {
        return session.createNativeQuery("""
                with taken as (delete from inbox_parked where consumer = ?1 and key = ?2 returning *)
                select id, event_id, type, source, subject, occurred, sequence, customer, traceparent, payload from taken order by id""", Object[].class)
                .setParameter(1, consumer).setParameter(2, key)
                .getResultList().map(rows -> rows.stream().map(row -> message(key, row)).toList());
    }

    Uni<List<ParkedKey>> listParked(Mutiny.Session session) {
        return session.createNativeQuery("""
                select consumer, key, count(*), min(parked), (array_agg(error order by id))[1], (array_agg(type order by id))[1]
                from inbox_parked group by consumer, key order by min(parked) limit 200""", Object[].class)
                .getResultList().map(rows -> rows.stream().map(row -> new ParkedKey((String) row[0], (String) row[1],
                        ((Number) row[2]).longValue(), Rows.instant(row[3]), (String) row[4], (String) row[5])).toList());
    }

    Uni<Void> deadLetter(Mutiny.Session session, String consumer, Message message, String reason) {
        return deadLetter(session, consumer, message.envelope().type(), uuidOr(message.key(), message.envelope().subject()), message.payload(), reason);
    }

    Uni<Void> deadLetter(Mutiny.Session session, String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        return deadLetter(session, consumer, "unknown", uuidOr(record.key(), new UUID(0, 0)), record.value(), reason);
    }

    private static Uni<Void> deadLetter(Mutiny.Session session, String consumer, String type, UUID key, byte[] payload, String reason) {
        return session.createNativeQuery("""
                insert into outbox (event_id, topic, key, type, sequence, occurred, payload, reason) values (?1, ?2, ?3, ?4, 0, now(), ?5, ?6)""")
                .setParameter(1, Ids.next()).setParameter(2, consumer + DEAD_LETTER).setParameter(3, key).setParameter(4, type)
                .setParameter(5, payload).setParameter(6, reason)
                .executeUpdate().replaceWithVoid();
    }

    private static Message message(String key, Object[] row) {
        return new Message(key, new Envelope((UUID) row[1], (String) row[2], (String) row[3], (UUID) row[4], Rows.instant(row[5]),
                ((Number) row[6]).longValue(), (UUID) row[7], (String) row[8]), (byte[]) row[9]);
    }

    private static UUID uuidOr(String text, UUID otherwise) {
        try {
            return text == null ? otherwise : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return otherwise;
        }
    }
}
