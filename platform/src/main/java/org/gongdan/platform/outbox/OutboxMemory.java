package org.gongdan.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;

/**
 * Whether this service's database knows everything that the service has told. One that was restored from a backup does not: the same numbers and versions
 * would be told once more with another content. Nothing is told then until an operator has put both together again ({@code deploy/restore}).
 */
@ApplicationScoped
class OutboxMemory {

    private static final Logger LOG = Logger.getLogger(OutboxMemory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** After so many it is clear enough; a backup of yesterday may lack a million, which no service has room for. */
    private static final int MOST = 1_000;

    private final Map<String, Object> broker;
    private final OutboxMetrics metrics;
    private final String service;
    private final Set<String> begun = new HashSet<>();
    private boolean whole;
    private Long looked;

    OutboxMemory(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxMetrics metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.metrics = metrics;
        this.service = service;
    }

    /** Asked by who leads, before each round; looked at once. @return false also while the broker is away: nothing can be told then either */
    boolean isWhole(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (!whole && (looked == null || now - looked > BETWEEN_LOOKS.toNanos())) {
            looked = now;
            look(connection);
        }
        return whole;
    }

    private void look(Connection connection) throws SQLException {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Unremembered.Found found = Unremembered.find(connection, consumer, "/" + service, MOST);
            begun.addAll(ToldPlaces.read(connection).keySet().stream().map(TopicPartition::topic).toList());
            if (!found.shorter().isEmpty()) {
                LOG.errorf(
                        "%s no longer hold what we have told there: Kafka has lost records, or these are other topics (docs/runbooks/restore.md)",
                        found.shorter());
                ToldPlaces.keep(connection, ToldPlaces.ends(consumer, found.shorter()));
            }
            metrics.unremembered(found.facts().size());
            whole = found.facts().isEmpty();
            if (!whole) {
                Unremembered.Fact first = found.facts().getFirst();
                LOG.errorf(
                        "this database was restored from a backup: %d facts %sthat we have told are unknown to it, the first is %s of %s at %s; "
                                + "nothing is told until deploy/restore has been run (docs/runbooks/restore.md)",
                        found.facts().size(), found.facts().size() == MOST ? "or more " : "",
                        first.envelope().type(), first.key(), first.envelope().time());
            }
        } catch (KafkaException away) {
            LOG.debugf("what was told cannot be looked at: %s", away);
            looked = System.nanoTime() - BETWEEN_LOOKS.toNanos() + Duration.ofSeconds(1).toNanos();
        }
    }

    /** Before the first fact is told on a topic: what stands there already is no business of the check. */
    void begin(Connection connection, Collection<String> topics) throws SQLException {
        Set<String> fresh = topics.stream().filter(topic -> !begun.contains(topic)).collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            try (KafkaConsumer<String, byte[]> consumer = consumer()) {
                ToldPlaces.keep(connection, ToldPlaces.ends(consumer, fresh));
            }
            begun.addAll(fresh);
        }
    }

    /** Somebody else leads: what he tells we know nothing of. */
    void forget() {
        whole = false;
        looked = null;
        begun.clear();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
