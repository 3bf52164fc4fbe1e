package org.gongdan.sla.agreement;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Contents as they are stored. */
public final class ContentJson {

    private static final ObjectMapper MAPPER = EventJson.mapper().copy().disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    private ContentJson() {
    }

    static String write(Content content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content cannot be written", e);
        }
    }

    public static Content read(String stored) {
        try {
            return MAPPER.readValue(stored, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored content cannot be read", e);
        }
    }
}
