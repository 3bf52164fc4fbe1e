package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every property of an event's schema says by {@code x-kind} what it holds, and only the kinds named here may be said on topics that are kept for
 * good. Names, phones and addresses of people are kinds too, which only the compacted topic of contacts may carry (ADR 022).
 */
public final class PersonalDataRules {

    /**
     * Kinds that identify nobody outside the house. {@code user}: user name or post of one of ours, or the account id of a customer's person.
     * {@code company} and {@code place}: what a customer and his site are called. {@code text}: what was written about the work; whoever writes
     * is asked to leave people out of it. {@code link}: a way in for one person, on a topic that forgets soon.
     */
    private static final Set<String> ALLOWED = Set.of("id", "instant", "enum", "number", "boolean", "code", "reference", "user", "company",
            "place",
            "product", "text", "hash", "month", "money", "duration");
    private static final Set<String> PERSONAL = Set.of("person", "phone", "email", "address");

    private PersonalDataRules() {
    }

    /**
     * @param service    folder name of the service whose schemas are read
     * @param exceptions events that may carry more, with the kinds they may carry: those on the topic of contacts, links on the topic of links
     */
    public static void assertKept(String service, Map<String, Set<String>> exceptions) {
        EventContracts contracts = EventContracts.of(service);
        List<String> wrong = new ArrayList<>();
        for (String event : contracts.names()) {
            JsonNode schema = contracts.schema(event);
            // What is published no more was said before this rule; its successor says it no longer.
            Set<String> more = schema.path("deprecated").asBoolean() ? PERSONAL : exceptions.getOrDefault(event, Set.of());
            check(event, schema, more, wrong);
            schema.path("x-customer").forEach(field -> {
                if (!schema.path("properties").has(field.asText())) {
                    wrong.add(event + " lets customers read " + field.asText() + ", which it does not have");
                }
            });
            if (!schema.path("x-customer").isArray()) {
                wrong.add(event + " does not say by x-customer which fields a customer may read");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(String where, JsonNode schema, Set<String> more, List<String> wrong) {
        schema.path("properties").properties().forEach(property -> {
            String name = where + "." + property.getKey();
            JsonNode items = property.getValue().path("items");
            if (property.getValue().has("properties") || items.has("properties")) {
                check(name, items.has("properties") ? items : property.getValue(), more, wrong);
                return;
            }
            String kind = property.getValue().path("x-kind").asText("");
            if (!ALLOWED.contains(kind) && !more.contains(kind)) {
                wrong.add(kind.isEmpty() ? name + " says by no x-kind what it holds" : name + " may not hold " + kind);
            } else if (!fits(kind, property.getValue())) {
                wrong.add(name + " is no " + kind);
            }
        });
    }

    /** A text cannot pass for an id. */
    private static boolean fits(String kind, JsonNode property) {
        return switch (kind) {
            case "id" -> property.path("format").asText().equals("uuid");
            case "instant" -> property.path("format").asText().equals("date-time");
            case "enum" -> property.has("enum") || property.path("items").has("enum");
            case "boolean" -> property.path("type").asText().equals("boolean");
            case "number" -> property.path("type").asText().matches("integer|number|object");
            default -> property.path("type").asText().matches("string|array");
        };
    }
}
