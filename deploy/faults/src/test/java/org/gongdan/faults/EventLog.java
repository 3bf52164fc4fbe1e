package org.gongdan.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic from a place on, as everybody who listens gets it. */
public record EventLog(Surroundings platform, String topic) {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    /** @param sent when the broker took it or the relay made it */
    public record Event(UUID key, UUID id, String type, long sequence, Instant sent) {
        static Event of(ConsumerRecord<String, byte[]> message) {
            return new Event(UUID.fromString(message.key()), UUID.fromString(header(message, "ce_id")), header(message, "ce_type"),
                    Long.parseLong(header(message, "ce_sequence")), Instant.ofEpochMilli(message.timestamp()));
        }

        private static String header(ConsumerRecord<String, byte[]> message, String name) {
            return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    public Map<TopicPartition, Long> end() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** Everything since {@code begin}, repetitions included; within a key in the order of the topic. */
    public List<Event> since(Map<TopicPartition, Long> begin) {
        try (var consumer = consumer()) {
            var end = consumer.endOffsets(begin.keySet());
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            var events = new ArrayList<Event>();
            var deadline = Instant.now().plus(LONGEST);
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(topic + " could not be read to its end");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(message -> events.add(Event.of(message)));
            }
            return events;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(Map.of("bootstrap.servers", platform.kafka()), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The first of each id. */
    public static List<Event> withoutRepetitions(List<Event> events) {
        return List.copyOf(events.stream()
                .collect(Collectors.toMap(Event::id, event -> event, (first, again) -> first, java.util.LinkedHashMap::new)).values());
    }
}
