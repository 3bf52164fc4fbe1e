package org.gongdan.platform.restore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.event.Envelope;

/** Where the services' consumer groups stand on the topics, and where they should. */
final class Groups {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int STEP = 1_000;

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    Groups(Admin admin, KafkaConsumer<String, byte[]> consumer) {
        this.admin = admin;
        this.consumer = consumer;
    }

    /**
     * @param place what is to be read next
     * @param again how many records before the place that the group had
     * @param gone  whether some of what must be read is no longer on the topic
     */
    record Place(long place, long again, boolean gone) {
    }

    /** How many processes read for the service now. */
    int members(String service) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream().noneMatch(group -> group.groupId().equals(service)) ? 0
                : admin.describeConsumerGroups(List.of(service)).all().get().get(service).members().size();
    }

    /**
     * A partition is read in order, so that everything before the last record whose event the database has seen had its effect, or is of a kind that the
     * service passes over; and nothing after it had.
     */
    Map<TopicPartition, Place> wanted(ServiceDatabase database) throws ExecutionException, InterruptedException, SQLException {
        Map<TopicPartition, OffsetAndMetadata> had = new HashMap<>(
                admin.listConsumerGroupOffsets(database.service).partitionsToOffsetAndMetadata().get());
        had.values().removeIf(place -> place == null);
        Set<String> topics = new TreeSet<>(database.consumers());
        had.keySet().forEach(partition -> topics.add(partition.topic()));
        topics.retainAll(admin.listTopics().names().get());
        List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Place> wanted = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        for (TopicPartition partition : partitions) {
            long end = ends.get(partition);
            long before = had.containsKey(partition) ? Math.min(had.get(partition).offset(), end) : end;
            long begin = begins.get(partition);
            long next = afterLastHeard(database, partition, begin, before);
            if (next < before || !had.containsKey(partition) && end > begin) {
                wanted.put(partition, new Place(next, before - next, next == begin && begin > 0));
            }
        }
        return wanted;
    }

    private long afterLastHeard(ServiceDatabase database, TopicPartition partition, long begin, long before) throws SQLException {
        consumer.assign(List.of(partition));
        for (long end = before; end > begin; end = Math.max(begin, end - STEP)) {
            Map<UUID, Long> events = events(partition, Math.max(begin, end - STEP), end);
            Set<UUID> heard = database.heard(partition.topic(), events.keySet());
            if (!heard.isEmpty()) {
                return heard.stream().mapToLong(events::get).max().getAsLong() + 1;
            }
        }
        return begin;
    }

    private Map<UUID, Long> events(TopicPartition partition, long from, long end) {
        Map<UUID, Long> events = new HashMap<>();
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    try {
                        events.put(Envelope.from(record.headers()).id(), record.offset());
                    } catch (Envelope.BadEnvelope noEvent) {
                        continue;
                    }
                }
            }
        }
        return events;
    }

    void set(String service, Map<TopicPartition, Place> places) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        places.forEach((partition, place) -> offsets.put(partition, new OffsetAndMetadata(place.place())));
        admin.alterConsumerGroupOffsets(service, offsets).all().get();
    }

    static long together(Collection<Place> places) {
        return places.stream().mapToLong(Place::again).sum();
    }
}
