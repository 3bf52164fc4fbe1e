package org.gongdan.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes of one event in Kafka binary mode.
 *
 * @param id          unique id of the event, the key of de-duplication
 * @param type        name and version, for example {@code TicketOpened.v1}
 * @param source      service that published it, for example {@code /ticket-service}
 * @param subject     id of the aggregate the event is about
 * @param time        when it happened
 * @param sequence    version of the aggregate after the event; grows with every event of the aggregate
 * @param customer    customer who may hear of it; null when it is our own business
 * @param traceparent W3C trace context of the command that caused it, or null
 */
public record Envelope(UUID id, String type, String source, UUID subject, Instant time, long sequence, UUID customer,
        String traceparent) {

    /** Reads the attributes from Kafka headers. @throws BadEnvelope when a required attribute is missing or malformed */
    public static Envelope from(Headers headers) throws BadEnvelope {
        try {
            return new Envelope(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    UUID.fromString(required(headers, "ce_subject")),
                    Instant.parse(required(headers, "ce_time")),
                    Long.parseLong(required(headers, "ce_sequence")),
                    uuidOrNull(text(headers, "ce_customer")),
                    text(headers, "traceparent"));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw new BadEnvelope(malformed.getMessage());
        }
    }

    /** Writes the attributes as Kafka headers, with the content type of the JSON body. */
    public void to(Headers headers) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject.toString());
        put(headers, "ce_time", time.toString());
        put(headers, "ce_sequence", Long.toString(sequence));
        put(headers, "ce_customer", customer == null ? null : customer.toString());
        put(headers, "content-type", "application/json; charset=UTF-8");
        put(headers, "traceparent", traceparent);
    }

    private static void put(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String required(Headers headers, String name) throws BadEnvelope {
        String value = text(headers, name);
        if (value == null) {
            throw new BadEnvelope("header " + name + " is missing");
        }
        return value;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static UUID uuidOrNull(String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** The record carries no usable CloudEvents attributes: it can never be understood, however often it is read. */
    public static final class BadEnvelope extends Exception {
        public BadEnvelope(String message) {
            super(message);
        }
    }
}
