package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongdan.platform.audit.AuditEvent.AuditAnchored;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.KafkaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topic itself, from which somebody removes what was told. */
class AnchorTopicIT {

    private static final String NAME = "audit-anchors";

    private Map<String, Object> broker;
    private Admin admin;

    @BeforeEach
    void threeAnchorsOfEachOfTwoServices() throws Exception {
        broker = Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers());
        admin = Admin.create(broker);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            for (long position = 1; position <= 3; position++) {
                for (String service : Set.of("ticket-service", "sla-service")) {
                    AuditAnchored anchored = AuditAnchored.of(service, new AuditHead(position, "0".repeat(64)),
                            Instant.EPOCH.plusSeconds(position));
                    producer.send(new ProducerRecord<>(NAME, 0, anchored.chainId().toString(),
                            EventJson.write(anchored).getBytes(StandardCharsets.UTF_8))).get();
                }
            }
        }
    }

    @AfterEach
    void theTopicIsMadeAnew() throws Exception {
        admin.deleteTopics(Set.of(NAME)).all().get();
        admin.close();
    }

    private AuditAnchors.Told told() throws Exception {
        return new AnchorTopic(broker, "ticket-service").read();
    }

    private void removeUpTo(long offset) throws Exception {
        admin.deleteRecords(Map.of(new TopicPartition(NAME, 0), RecordsToDelete.beforeOffset(offset))).all().get();
    }

    @Test
    void everythingThatWasToldIsReadBackAndWhatWasRemovedIsCounted() throws Exception {
        // Given
        AuditAnchors.Told before = told();
        removeUpTo(4);

        // When
        AuditAnchors.Told after = told();

        // Then
        assertEquals("3 of 0, 1 of 4",
                "%d of %d, %d of %d".formatted(before.anchors().size(), before.lost(), after.anchors().size(), after.lost()));
    }

    @Test
    void aTopicThatWasEmptiedIsNoTopicThatWasAlwaysEmpty() throws Exception {
        // Given
        removeUpTo(6);

        // When
        AuditAnchors.Told told = told();

        // Then
        assertEquals("0 of 6", "%d of %d".formatted(told.anchors().size(), told.lost()));
    }
}
