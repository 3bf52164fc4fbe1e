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
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** The statements of the inbox; each runs in the caller's transaction. */
@ApplicationScoped
class InboxTables {

    static final String DEAD_LETTER = "-dead-letter";

    private static final Sql MARK_SEEN = Sql.of("""
            with fresh as (
                insert into inbox (consumer, event_id) select cast(:consumer as text), unnest(cast(:ids as uuid[])) on conflict do nothing returning event_id)
            select event_id, null as key from fresh
            union all
            select distinct cast(null as uuid), key from inbox_parked where consumer = :consumer and key = any(:keys)""");
    private static final Sql PARK = Sql.of("""
            insert into inbox_parked (consumer, key, event_id, type, source, subject, occurred, sequence, customer, traceparent, payload, error)
            values (:consumer, :key, :event, :type, :source, :subject, :occurred, :sequence, :customer, :traceparent, :payload, :error)""");
    private static final Sql UNPARK = Sql.of("""
            with taken as (delete from inbox_parked where consumer = :consumer and key = :key returning *)
            select event_id, type, source, subject, occurred, sequence, customer, traceparent, payload from taken order by id""");
    private static final Sql UNPARK_FIRST = Sql.of("""
            delete from inbox_parked where id = (select id from inbox_parked where consumer = :consumer and key = :key order by id limit 1)
            returning event_id, type, source, subject, occurred, sequence, customer, traceparent, payload""");
    private static final Sql BLAME = Sql.of("update inbox_parked set error = :error where consumer = :consumer and event_id = :event");
    private static final Sql DROP_PARKED = Sql.of("delete from inbox_parked where consumer = :consumer and key = :key");
    private static final Sql PARKED = Sql.of("""
            select consumer, key, count(*) as events, min(parked) as since, (array_agg(error order by id))[1] as error, (array_agg(type order by id))[1] as type
            from inbox_parked group by consumer, key order by min(parked) limit 200""");
    private static final Sql PARKED_OF_KEY = Sql.of("""
            select event_id, type, source, occurred, sequence, customer, parked, error, payload from inbox_parked
            where consumer = :consumer and key = :key order by id limit 200""");
    private static final Sql DEAD = Sql.of("""
            insert into outbox (event_id, topic, key, type, sequence, occurred, payload, reason)
            values (:event, :topic, :key, :type, 0, now(), :payload, :reason)""");

    /** @param fresh ids of the events not seen before @param parkedKeys those of their keys behind which later events wait */
    record Seen(Set<UUID> fresh, Set<String> parkedKeys) {
    }

    /** Notes that the consumer has seen the events; a twin in another process waits here until this one commits. */
    Uni<Seen> markSeen(Work work, String consumer, List<Message> batch) {
        UUID[] ids = batch.stream().map(message -> message.envelope().id()).distinct().sorted().toArray(UUID[]::new);
        String[] keys = batch.stream().map(Message::key).distinct().toArray(String[]::new);
        return MARK_SEEN.with("consumer", consumer).with("ids", ids).with("keys", keys).rows(work)
                .map(rows -> new Seen(
                        rows.stream().map(row -> row.id("event_id")).filter(Objects::nonNull)
                                .collect(Collectors.toCollection(HashSet::new)),
                        rows.stream().map(row -> row.text("key")).filter(Objects::nonNull)
                                .collect(Collectors.toCollection(HashSet::new))));
    }

    Uni<Void> park(Work work, String consumer, Message message, String error) {
        Envelope envelope = message.envelope();
        return PARK.with("consumer", consumer).with("key", message.key()).with("event", envelope.id()).with("type", envelope.type())
                .with("source", envelope.source())
                .with("subject", envelope.subject()).with("occurred", envelope.time()).with("sequence", envelope.sequence())
                .with("customer", envelope.customer())
                .with("traceparent", envelope.traceparent()).with("payload", message.payload()).with("error", error).update(work)
                .replaceWithVoid();
    }

    /** Takes the parked events of a key out of the table, oldest first. */
    Uni<List<Message>> unpark(Work work, String consumer, String key) {
        return UNPARK.with("consumer", consumer).with("key", key).rows(work)
                .map(rows -> rows.stream().map(row -> message(key, row)).toList());
    }

    /** Takes the oldest parked event of a key out of the table. Who comes second waits until this transaction ends. @return null when none is there */
    Uni<Message> unparkFirst(Work work, String consumer, String key) {
        return UNPARK_FIRST.with("consumer", consumer).with("key", key).row(work).map(row -> row == null ? null : message(key, row));
    }

    /** A parked event waits for another reason than before. */
    Uni<Void> blame(Work work, String consumer, Message message, String error) {
        return BLAME.with("error", error).with("consumer", consumer).with("event", message.envelope().id()).update(work).replaceWithVoid();
    }

    /** What is parked of a key is of no use any more. */
    Uni<Void> dropParked(Work work, String consumer, String key) {
        return DROP_PARKED.with("consumer", consumer).with("key", key).update(work).replaceWithVoid();
    }

    Uni<List<ParkedKey>> listParked(Read read) {
        return PARKED.bound().rows(read).map(rows -> rows.stream().map(row -> new ParkedKey(row.text("consumer"), row.text("key"),
                row.number("events"), row.instant("since"), row.text("error"), row.text("type"))).toList());
    }

    Uni<List<ParkedEvent>> listParked(Read read, String consumer, String key) {
        return PARKED_OF_KEY.with("consumer", consumer).with("key", key).rows(read)
                .map(rows -> rows.stream().map(row -> new ParkedEvent(row.id("event_id"), row.text("type"), row.text("source"),
                        row.instant("occurred"), row.number("sequence"), row.id("customer"), row.instant("parked"), row.text("error"),
                        row.bytes("payload"))).toList());
    }

    Uni<Void> deadLetter(Work work, String consumer, Message message, String reason) {
        return deadLetter(work, consumer, message.envelope().type(), uuidOr(message.key(), message.envelope().subject()), message.payload(),
                reason);
    }

    Uni<Void> deadLetter(Work work, String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        return deadLetter(work, consumer, "unknown", uuidOr(record.key(), new UUID(0, 0)), record.value(), reason);
    }

    private static Uni<Void> deadLetter(Work work, String consumer, String type, UUID key, byte[] payload, String reason) {
        work.touch(new OutboxWakeUp.Filled());
        return DEAD.with("event", Ids.next()).with("topic", consumer + DEAD_LETTER).with("key", key).with("type", type)
                .with("payload", payload).with("reason", reason)
                .update(work).replaceWithVoid();
    }

    private static Message message(String key, Row row) {
        return new Message(key,
                new Envelope(row.id("event_id"), row.text("type"), row.text("source"), row.id("subject"), row.instant("occurred"),
                        row.number("sequence"), row.id("customer"), row.text("traceparent")),
                row.bytes("payload"));
    }

    private static UUID uuidOr(String text, UUID otherwise) {
        try {
            return text == null ? otherwise : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return otherwise;
        }
    }
}
