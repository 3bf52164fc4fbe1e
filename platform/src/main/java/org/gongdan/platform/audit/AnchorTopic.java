package org.gongdan.platform.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.audit.AuditEvent.AuditAnchored;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.rebuild.Past;

import io.smallrye.common.annotation.Identifier;

/** Reads the anchors of this service's chain back, from the beginning of the topic. */
@ApplicationScoped
class AnchorTopic implements AuditAnchors {

    private static final int PATIENCE_MS = 5_000;

    private final Map<String, Object> kafka;
    private final String chain;

    AnchorTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.chain = AuditEvent.chain(service).toString();
    }

    @Override
    public Told read() throws Unreadable {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        List<Anchor> anchors = new ArrayList<>();
        Count count = new Count();
        try (Past past = Past.of(settings, List.of(EventTypes.topicOf(AuditAnchored.class)))) {
            for (List<ConsumerRecord<String, byte[]>> records = past.next(500); !records.isEmpty(); records = past.next(500)) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    count.read(record);
                    if (chain.equals(record.key())) {
                        AuditAnchored anchored = EventJson.read(record.value(), AuditAnchored.class);
                        anchors.add(new Anchor(new AuditHead(anchored.position(), anchored.hash()), anchored.at()));
                    }
                }
            }
            return new Told(anchors, count.lost(past));
        } catch (KafkaException | IOException unreadable) {
            throw new Unreadable(unreadable);
        }
    }

    /** Records of a topic without transactions lie side by side, from 0 on: what leaves a gap was removed, whether by hand, by age or by compaction. */
    private static final class Count {

        private final Map<String, Long> next = new HashMap<>();
        private long lost;

        void read(ConsumerRecord<String, byte[]> record) {
            String partition = record.topic() + "-" + record.partition();
            lost += record.offset() - next.getOrDefault(partition, 0L);
            next.put(partition, record.offset() + 1);
        }

        /** Also of partitions in which nothing is left. */
        long lost(Past past) {
            return lost + past.lost().entrySet().stream().filter(begin -> !next.containsKey(begin.getKey())).mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
