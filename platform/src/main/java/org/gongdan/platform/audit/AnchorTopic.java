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

    AnchorTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.chain = AuditEvent.chain(service).toString();
    }

    @Override
    public List<Anchor> read() throws Unreadable {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        List<Anchor> anchors = new ArrayList<>();
        try (Past past = Past.of(settings, List.of(EventTypes.topicOf(AuditAnchored.class)))) {
            for (List<ConsumerRecord<String, byte[]>> records = past.next(500); !records.isEmpty(); records = past.next(500)) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (chain.equals(record.key())) {
                        AuditAnchored anchored = EventJson.read(record.value(), AuditAnchored.class);
                        anchors.add(new Anchor(new AuditHead(anchored.position(), anchored.hash()), anchored.at()));
                    }
                }
            }
            return anchors;
        } catch (KafkaException | IOException unreadable) {
            throw new Unreadable(unreadable);
        }
    }
}
