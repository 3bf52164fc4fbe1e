package org.gongdan.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The other services, as far as a service under test can tell: sends their events and reads what the service publishes. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Topics shared;

    private final String bootstrapServers;
    private KafkaProducer<String, byte[]> producer;

    private Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static synchronized Topics shared() {
        try {
            if (shared == null) {
                shared = new Topics(KafkaServer.shared().bootstrapServers());
            }
            return shared;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as it was read: its CloudEvents type, key, headers and body; the body of a tombstone is null. */
    public record Event(String type, String key, Map<String, String> headers, JsonNode body) {
        public String text(String field) {
            return body.path(field).asText(null);
        }
    }

    /** Sends an event with fresh id. @return its id */
    public UUID send(String topic, String type, UUID subject, long sequence, UUID customer, String json) {
        UUID id = id();
        send(topic, id, type, subject, sequence, customer, json);
        return id;
    }

    /** An id of an event as our relays make them: UUID version 7, which begins with the time. */
    public static UUID id() {
        UUID random = UUID.randomUUID();
        return new UUID(System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
                random.getLeastSignificantBits());
    }

    /** Sends an event with a given id, to repeat one. */
    public void send(String topic, UUID id, String type, UUID subject, long sequence, UUID customer, String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/test");
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", Long.toString(sequence));
        if (customer != null) {
            headers.put("ce_customer", customer.toString());
        }
        sendRaw(topic, subject.toString(), headers, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends whatever is given: for poison. */
    public void sendRaw(String topic, String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not send to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for everything that is sent, since opening one takes longer than sending; its thread is a daemon and ends with the JVM. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Properties settings = new Properties();
            settings.put("bootstrap.servers", bootstrapServers);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Waits up to a minute for the first event that matches. @throws AssertionError listing what was there instead */
    public Event await(String topic, Predicate<Event> wanted) {
        return read(topic, wanted, 1).getFirst();
    }

    /** Waits for an event of this type about this aggregate. */
    public Event await(String topic, String type, UUID subject) {
        return await(topic, event -> type.equals(event.type()) && subject.toString().equals(event.key()));
    }

    /** Everything that matches and is in the topic now, in order per key. */
    public List<Event> all(String topic, Predicate<Event> wanted) {
        return read(topic, wanted, Integer.MAX_VALUE);
    }

    private List<Event> read(String topic, Predicate<Event> wanted, int enough) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", "500");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Event> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            while (infos.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(50_000_000);
                infos = consumer.partitionsFor(topic);
            }
            List<TopicPartition> partitions = infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = enough == Integer.MAX_VALUE ? consumer.endOffsets(partitions) : null;
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    Event event = event(record);
                    if (!wanted.test(event)) {
                        others.add(event.type() + " " + event.body());
                        continue;
                    }
                    found.add(event);
                    if (found.size() == enough) {
                        return found;
                    }
                }
                if (ends != null && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    return found;
                }
            }
        }
        throw new AssertionError("no such event in " + topic + " within " + PATIENCE + "; there were: " + others);
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        try {
            return new Event(headers.get("ce_type"), record.key(), headers, record.value() == null ? null : readOrText(record.value()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode readOrText(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException poison) {
            return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        }
    }
}
