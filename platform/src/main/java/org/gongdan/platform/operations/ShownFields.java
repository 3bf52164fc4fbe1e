package org.gongdan.platform.operations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an operator sees of an event's body: ids, times, numbers and choices, which tell what it is about. Words that people wrote, their names, phones and
 * addresses are not shown: he does not need them to decide, and nobody notes that he has seen them.
 */
final class ShownFields {

    private static final int MOST = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,15}Z)?");
    private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    /** Of a person, whatever letters they are written in. */
    private static final Set<String> OF_PEOPLE = Set.of("name", "salutation", "phone", "email", "address", "url");

    private ShownFields() {
    }

    /** @param name with the names of what it lies in before it. @param value absent when it is not shown */
    record Field(String name, String value) {
    }

    /** @param body of an event; null of a tombstone */
    static List<Field> of(byte[] body) {
        List<Field> fields = new ArrayList<>();
        if (body != null) {
            try {
                add("", EventJson.mapper().readTree(body), fields);
            } catch (IOException unreadable) {
                throw new IllegalStateException("the consumer has read it already", unreadable);
            }
        }
        return fields;
    }

    private static void add(String path, JsonNode value, List<Field> fields) {
        if (value.isObject()) {
            value.properties().forEach(part -> add(path.isEmpty() ? part.getKey() : path + "." + part.getKey(), part.getValue(), fields));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                add(path + "[" + at + "]", value.get(at), fields);
            }
        } else if (!value.isNull() && fields.size() < MOST) {
            fields.add(new Field(path, isShown(path, value) ? value.asText() : null));
        }
    }

    private static boolean isShown(String path, JsonNode value) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (OF_PEOPLE.contains(name)) {
            return false;
        }
        String text = value.asText();
        return !value.isTextual() || ID.matcher(text).matches() || TIME.matcher(text).matches() || CHOICE.matcher(text).matches();
    }
}
