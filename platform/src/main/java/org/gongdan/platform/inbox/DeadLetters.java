package org.gongdan.platform.inbox;

import static org.gongdan.platform.inbox.InboxTables.DEAD_LETTER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.event.Envelope;

import io.smallrye.common.annotation.Identifier;

/** Reads back what consumers of this service could not read: the ends of their dead-letter topics. Blocks while it does. */
@ApplicationScoped
public class DeadLetters {

    private static final int PATIENCE_MS = 5_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final Inbox inbox;
    private final String source;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka, Inbox inbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.inbox = inbox;
        this.source = "/" + service;
    }

    /**
     * Its body is not given out: nobody could read it, so nobody knows what it says of whom.
     *
     * @param type   of the event, or {@code unknown} when it had no usable envelope
     * @param at     when it was given up
     * @param reason why it cannot be read, in the words of the program
     */
    public record DeadLetter(UUID id, String consumer, String type, String key, Instant at, String reason, int bytes) {
    }

    /** The newest first. @throws KafkaException when they cannot be had now */
    public List<DeadLetter> newest(int most) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = inbox.names().stream().flatMap(name -> consumer.partitionsFor(name + DEAD_LETTER).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            return partitions.isEmpty() ? List.of() : ends(consumer, partitions, most).stream()
                    .sorted(Comparator.comparing(DeadLetter::at).reversed()).limit(most).toList();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private List<DeadLetter> ends(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, int most) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        ends.forEach((partition, end) -> consumer.seek(partition, Math.max(begins.get(partition), end - most)));
        List<DeadLetter> found = new ArrayList<>();
        long giveUp = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("the dead letters were not read within " + PATIENCE_MS + " ms");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                add(record, found);
            }
        }
        return found;
    }

    /** Services that read the same topic share its dead letters: each shows its own. */
    private void add(ConsumerRecord<String, byte[]> record, List<DeadLetter> found) {
        try {
            Envelope envelope = Envelope.from(record.headers());
            if (envelope.source().equals(source)) {
                Header reason = record.headers().lastHeader("dead-letter-reason");
                found.add(new DeadLetter(envelope.id(), record.topic().substring(0, record.topic().length() - DEAD_LETTER.length()),
                        envelope.type(), record.key(), envelope.time(),
                        reason == null ? null : new String(reason.value(), StandardCharsets.UTF_8),
                        record.value() == null ? 0 : record.value().length));
            }
        } catch (Envelope.BadEnvelope foreign) {
            // Only the relay writes here, and it writes envelopes: what has none is not ours.
        }
    }
}
