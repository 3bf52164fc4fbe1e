package org.gongdan.platform.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Everything topics hold, from their first record to their end as it was when that was asked for last. Records come in the order in which they
 * were published: within a partition as they lie, between partitions and topics by the time the publisher gave them, so that what was told
 * late comes late again. No consumer group is joined and no place is stored: reading disturbs nobody.
 */
public final class Past implements AutoCloseable {

    private static final int ENOUGH = 2_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting = new HashMap<>();
    private Map<TopicPartition, Long> ends;

    private Past(KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        this.consumer = consumer;
        this.partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        extend();
    }

    /** @param settings of Kafka's consumer: where the broker is, and how to be let in */
    public static Past of(Map<String, Object> settings, Collection<String> topics) {
        Map<String, Object> own = new HashMap<>(settings);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new Past(new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer()), topics);
    }

    /** From now on up to where the topics end now. @return how many records more there are than have been given out, about */
    public long extend() {
        ends = consumer.endOffsets(partitions);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - consumer.position(end.getKey()) + waiting.get(end.getKey()).size()).sum();
    }

    /** Partitions whose beginning is gone, with the offset they begin at now: what stood before can be told by nobody. */
    public Map<String, Long> lost() {
        return consumer.beginningOffsets(partitions).entrySet().stream().filter(begin -> begin.getValue() > 0)
                .collect(Collectors.toMap(begin -> begin.getKey().toString(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** The next records, at most so many; none at the end. */
    public List<ConsumerRecord<String, byte[]>> next(int most) {
        List<ConsumerRecord<String, byte[]>> next = new ArrayList<>();
        while (next.size() < most) {
            fill();
            var first = waiting.values().stream().filter(records -> !records.isEmpty())
                    .min(Comparator.comparingLong(records -> records.peek().timestamp()));
            if (first.isEmpty()) {
                return next;
            }
            next.add(first.get().poll());
        }
        return next;
    }

    /** Which record is the next can be said when the first of every partition is known. */
    private void fill() {
        while (partitions.stream()
                .anyMatch(partition -> waiting.get(partition).isEmpty() && consumer.position(partition) < ends.get(partition))) {
            consumer.pause(partitions.stream().filter(partition -> waiting.get(partition).size() >= ENOUGH).toList());
            consumer.resume(partitions.stream().filter(partition -> waiting.get(partition).size() < ENOUGH).toList());
            consumer.poll(POLL).forEach(record -> waiting.get(new TopicPartition(record.topic(), record.partition())).add(record));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
