package org.gongdan.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.gongdan.testing.KafkaServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real Kafka broker of this JVM. */
public class StubBroker implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            return Map.of("kafka.bootstrap.servers", KafkaServer.shared().bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // It ends with the JVM.
    }
}
