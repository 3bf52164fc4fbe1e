package org.gongdan.sla.promise;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Facts as they are stored and shown: a name such as {@code PAUSED}, a time, and the rest as data. */
public final class FactJson {

    private static final ObjectMapper MAPPER = EventJson.mapper().copy().disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    private static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        for (Class<?> type : ClockFact.class.getPermittedSubclasses()) {
            TYPES.put(name(type), type);
        }
    }

    private FactJson() {
    }

    public static String name(ClockFact fact) {
        return name(fact.getClass());
    }

    /** Everything but the time. */
    public static ObjectNode data(ClockFact fact) {
        ObjectNode data = MAPPER.valueToTree(fact);
        data.remove("at");
        return data;
    }

    public static ClockFact read(String name, Instant at, ObjectNode data) {
        Class<?> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalStateException("unknown fact " + name);
        }
        try {
            return (ClockFact) MAPPER.treeToValue(data.deepCopy().put("at", at.toString()), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored fact " + name + " cannot be read", e);
        }
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toUpperCase(Locale.ROOT);
    }
}
