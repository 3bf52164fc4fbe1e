package org.gongdan.platform.outbox;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.common.annotation.Identifier;

/**
 * How the relay's producer is set up: nothing lost, nothing reordered, and no wait for company (the relay sends in batches anyway). Where the broker is and
 * how one signs in there ({@code kafka.*}: servers, TLS, SASL) is the same for all clients.
 */
@ApplicationScoped
class ProducerSettings {

    private final Map<String, Object> broker;
    private final String client;

    ProducerSettings(@Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.client = service + "-relay";
    }

    Map<String, Object> asMap() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, client,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                // A broker that has just become leader and has never heard of this producer takes whatever batch comes first. With several on their way
                // it refused the first one (not the leader yet) and took the second: out of order, and the first one was refused for ever after.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                // A record that expired before it was sent would let later ones of its key overtake it: never expire.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE));
        return settings;
    }
}
