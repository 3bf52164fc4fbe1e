package org.gongdan.knowledge;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.gongdan.testing.Infrastructure;

/** The test infrastructure with the topics that the tests read before the service has written to them. */
public class WithTopics extends Infrastructure {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = super.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")))) {
            admin.createTopics(Stream.of("knowledge-events", "ticket-events-dead-letter")
                    .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty())).toList());
        }
        return config;
    }
}
