package org.gongdan.platform.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.tx.Sql;

/**
 * What a service has told and its database does not remember: facts on its topics that stand beyond {@link ToldPlaces} and do not wait in the outbox to be
 * told again.
 */
public final class Unremembered {

    /** So far back a fact may stand that was told again by a process that hung and had lost the lead meanwhile: its repetitions are no news. */
    private static final long TOLD_TWICE = 2_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Sql WAITING = Sql.of("select event_id from outbox where event_id = any(:ids)");

    /**
     * One of them; what it says is not kept, as there may be very many.
     *
     * @param number what people call what it is about, empty where the fact does not say so
     * @param erased it says that what is known of its key is to be forgotten
     */
    public record Fact(String topic, String key, Envelope envelope, String number, boolean erased) {
    }

    /** @param facts in the order of each partition. @param shorter topics that end before what was told: they are not the ones they were */
    public record Found(List<Fact> facts, Map<TopicPartition, Long> ends, Set<String> shorter) {
    }

    private Unremembered() {
    }

    /**
     * Reads nothing but what stands beyond, as a rule nothing at all.
     *
     * @param source what the service calls itself in its events
     * @param most   reads on only while it has found fewer
     */
    public static Found find(Connection connection, KafkaConsumer<String, byte[]> consumer, String source, int most) throws SQLException {
        Map<TopicPartition, Long> places = new HashMap<>(ToldPlaces.readToKeep(connection));
        Map<String, List<PartitionInfo>> there = consumer.listTopics();
        places.keySet().removeIf(partition -> !tellsFacts(partition.topic())
                || there.getOrDefault(partition.topic(), List.of()).stream().noneMatch(info -> info.partition() == partition.partition()));
        Map<TopicPartition, Long> ends = consumer.endOffsets(places.keySet());
        Set<String> shorter = ends.entrySet().stream().filter(end -> end.getValue() <= places.get(end.getKey()))
                .map(end -> end.getKey().topic()).collect(Collectors.toSet());
        List<TopicPartition> longer = ends.entrySet().stream().filter(end -> end.getValue() > places.get(end.getKey()) + 1)
                .map(Map.Entry::getKey).toList();
        return new Found(longer.isEmpty() ? List.of() : read(connection, consumer, source, places, longer, most), ends, shorter);
    }

    /** Heads of audits and what could not be read are no facts; both have several writers and are applied by nobody. */
    private static boolean tellsFacts(String topic) {
        return !topic.endsWith("-dead-letter") && !topic.equals("audit-anchors");
    }

    private static List<Fact> read(Connection connection, KafkaConsumer<String, byte[]> consumer, String source,
            Map<TopicPartition, Long> places, List<TopicPartition> partitions, int most) throws SQLException {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition,
                Math.max(begins.get(partition), places.get(partition) + 1 - TOLD_TWICE)));
        Set<UUID> seen = new HashSet<>();
        List<Fact> lost = new ArrayList<>();
        while (lost.size() < most && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            List<Fact> beyond = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Envelope envelope = envelope(record);
                // What is told again stands on the same partition as before, so that the first time is read first.
                if (envelope != null && envelope.source().equals(source) && seen.add(envelope.id())
                        && record.offset() > places.get(new TopicPartition(record.topic(), record.partition()))) {
                    beyond.add(new Fact(record.topic(), record.key(), envelope, number(record.value()), record.value() == null));
                }
            }
            Set<UUID> waiting = waiting(connection, beyond);
            beyond.stream().filter(fact -> !waiting.contains(fact.envelope().id())).limit(most - lost.size()).forEach(lost::add);
        }
        return lost;
    }

    private static Set<UUID> waiting(Connection connection, List<Fact> facts) throws SQLException {
        return facts.isEmpty() ? Set.of()
                : WAITING.ids("ids", facts.stream().map(fact -> fact.envelope().id()).toList()).rows(connection).stream()
                        .map(row -> row.id("event_id")).collect(Collectors.toSet());
    }

    private static String number(byte[] payload) {
        try {
            return payload == null ? "" : EventJson.mapper().readTree(payload).path("number").asText("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.from(record.headers());
        } catch (Envelope.BadEnvelope unreadable) {
            return null;
        }
    }
}
