package org.gongdan.gateway.realm;

import java.util.Objects;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Whether Keycloak has what the file wants, and what to tell it otherwise. What Keycloak has besides stays. */
final class Wanted {

    /** What Keycloak answers in place of a password. */
    static final String HIDDEN = "**********";

    private Wanted() {}

    static boolean met(Object wanted, Object known) {
        return switch (wanted) {
            case JsonObject object -> known instanceof JsonObject other
                    && object.stream().allMatch(field -> met(field.getValue(), other.getValue(field.getKey())));
            case JsonArray list -> known instanceof JsonArray other
                    && list.stream().allMatch(item -> other.stream().anyMatch(each -> met(item, each)));
            // Keycloak tells numbers in attributes as texts.
            default -> HIDDEN.equals(known) || Objects.equals(String.valueOf(wanted), String.valueOf(known));
        };
    }

    /** The known thing with what is wanted in it; of texts in a list the file's are all that count. */
    static JsonObject merged(JsonObject known, JsonObject wanted) {
        var merged = known.copy();
        wanted.forEach(field -> {
            if (field.getValue() instanceof JsonObject inner && merged.getValue(field.getKey()) instanceof JsonObject there) {
                merged.put(field.getKey(), merged(there, inner));
            } else {
                merged.put(field.getKey(), field.getValue());
            }
        });
        return merged;
    }

    static JsonObject without(JsonObject thing, String... fields) {
        var rest = thing.copy();
        for (var field : fields) {
            rest.remove(field);
        }
        return rest;
    }
}
