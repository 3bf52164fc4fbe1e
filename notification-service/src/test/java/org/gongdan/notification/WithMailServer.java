package org.gongdan.notification;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.gongdan.testing.FreePort;
import org.gongdan.testing.Infrastructure;

/** The test infrastructure with a port for a mail server, which the tests start and stop themselves ({@link Mailbox}). */
public class WithMailServer extends Infrastructure {

    static final String SMTP_PORT = "gongdan.test.smtp.port";

    @Override
    public Map<String, String> start() {
        Map<String, String> config = super.start();
        if (System.getProperty(SMTP_PORT) == null) {
            System.setProperty(SMTP_PORT, Integer.toString(freePort()));
        }
        config.put("gongdan.smtp.host", "127.0.0.1");
        config.put("gongdan.smtp.port", System.getProperty(SMTP_PORT));
        config.put("gongdan.notification.retry-after", "200ms,300ms,500ms,1s,2s,2s");
        config.put("gongdan.notification.gather-for", "2s");
        config.put("gongdan.webhook.allowed-hosts", "localhost");
        config.put("gongdan.webhook.schedule", "0s,300ms,500ms,700ms");
        createTopics(config.get("kafka.bootstrap.servers"));
        return config;
    }

    private static int freePort() {
        try {
            return FreePort.next();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the tests read before the service has written to it. */
    private static void createTopics(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(Stream.of("notification-events", "ticket-events-dead-letter")
                    .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty())).toList());
        }
    }
}
