package org.gongdan.platform.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;

/** How many records of the topics it reads this service has not finished with, over all its processes. Blocks while it asks. */
@ApplicationScoped
public class Lag {

    private static final Logger LOG = Logger.getLogger(Lag.class);
    private static final int PATIENCE_MS = 3_000;

    private final Map<String, Object> kafka;
    private final Inbox inbox;
    private final String group;

    Lag(@Identifier("default-kafka-broker") Map<String, Object> kafka, Inbox inbox,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        this.kafka = kafka;
        this.inbox = inbox;
        this.group = group;
    }

    /** @param records not finished with; a place is told to the broker some seconds after it was reached, so a few are always there under load */
    public record Behind(String topic, long records) {
    }

    /** By topic; one that nothing was read of yet is not there. @return empty when the broker cannot be asked */
    public Optional<List<Behind>> read() {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            return Optional.of(read(admin));
        } catch (KafkaException | ExecutionException | TimeoutException away) {
            LOG.warnf("the broker does not tell how far the consumers are: %s", away);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private List<Behind> read(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> places = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> place : admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS).entrySet()) {
            if (place.getValue() != null && inbox.names().contains(place.getKey().topic())) {
                places.put(place.getKey(), place.getValue().offset());
            }
        }
        Map<String, Long> behind = new TreeMap<>();
        admin.listOffsets(places.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> behind.merge(partition.topic(), Math.max(0, end.offset() - places.get(partition)), Long::sum));
        return behind.entrySet().stream().map(topic -> new Behind(topic.getKey(), topic.getValue())).toList();
    }
}
