package org.gongdan.platform.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** {@link SessionEvent}s as CloudEvents in Kafka's binary mode, as the contracts of the gateway describe them. */
public final class SessionMessages {

    private static final String TYPE = "ce_type";

    private SessionMessages() {
    }

    public static ProducerRecord<String, byte[]> write(SessionEvent event, String source) {
        JsonObject body = switch (event) {
            case SessionEnded ended -> new JsonObject().put("sessionId", ended.sessionId()).put("endedAt", ended.at().toString());
            case AccessChanged changed -> new JsonObject().put("changedAt", changed.at().toString());
        };
        if (event instanceof AccessChanged changed && changed.subject() != null) {
            body.put("subject", changed.subject());
        }
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(SessionEvent.TOPIC, event.key(), body.toBuffer().getBytes());
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", UUID.randomUUID().toString());
        header(message, TYPE, event.getClass().getSimpleName() + ".v1");
        header(message, "ce_source", source);
        header(message, "ce_subject", event.key());
        header(message, "ce_time", event.at().toString());
        header(message, "content-type", "application/json");
        return message;
    }

    /** Empty for a type nobody here knows yet. @throws RuntimeException when it is no such message */
    static Optional<SessionEvent> read(ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader(TYPE);
        JsonObject body = new JsonObject(Buffer.buffer(message.value()));
        return switch (type == null ? "" : new String(type.value(), StandardCharsets.UTF_8)) {
            case "SessionEnded.v1" ->
                Optional.of(new SessionEnded(named(body.getString("sessionId")), Instant.parse(body.getString("endedAt"))));
            case "AccessChanged.v1" ->
                Optional.of(new AccessChanged(body.getString("subject"), Instant.parse(body.getString("changedAt"))));
            default -> Optional.empty();
        };
    }

    private static String named(String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("no sessionId");
        }
        return id;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
