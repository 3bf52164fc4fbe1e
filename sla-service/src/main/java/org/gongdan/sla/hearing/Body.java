package org.gongdan.sla.hearing;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.inbox.Received;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event read by the names of its fields. A field that should be there and is not, or is no instant or id, throws: the event is parked
 * and no promise is guessed.
 *
 * @param event name without version: fields that some version has and another has not may be missing
 */
public record Body(String event, Envelope envelope, ObjectNode json) {

    static Body of(Received<?> received) {
        String type = received.envelope().type();
        try {
            return new Body(EventTypes.withoutVersion(type), received.envelope(),
                    (ObjectNode) EventJson.mapper().readTree(received.body()));
        } catch (IOException | ClassCastException unreadable) {
            throw new IllegalArgumentException(type + " is no JSON object", unreadable);
        }
    }

    /** @param field may end in {@code ?}: then it may be missing. @return null when it is missing and may be */
    public Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(event + "." + field + " is no instant: " + text);
        }
    }

    /** @return null when it is missing and may be */
    public String text(String field) {
        boolean optional = isOptional(field);
        String text = word(optional ? field.substring(0, field.length() - 1) : field);
        if (text == null && !optional) {
            throw new IllegalArgumentException(event + "." + field + " is missing");
        }
        return text;
    }

    public UUID id(String field) {
        return UUID.fromString(text(field));
    }

    /** @return the field as text, or null */
    String word(String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    static boolean isOptional(String field) {
        return field.endsWith("?");
    }
}
