package org.gongdan.generated;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.curiousoddman.rgxgen.RgxGen;

/** Draws a value for a schema: mostly one that a service should take, often from the edge of what it says it takes. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 300;
    private static final Set<String> PEOPLE = Set.of("assignee", "to", "engineer", "owner", "person", "colleague");
    private static final List<String> USERS = List.of("agent", "engineer", "engineer2", "dispatcher", "supervisor");
    /** What is drawn anew when the rest of a body is taken from one that was taken before. */
    private static final Set<String> FLEETING = Set.of("date-time", "date", "uuid");

    private final Random random;
    private final Known known;
    private final Clock clock;
    private final Sound sound;
    private final Times times;
    private final Ids ids;
    private final Map<String, RgxGen> patterns = new HashMap<>();
    private Operation operation;
    private boolean usual;

    Values(Random random, Known known, Clock clock) {
        this.random = random;
        this.known = known;
        this.clock = clock;
        this.sound = new Sound(random, clock);
        this.times = new Times(random, clock);
        this.ids = new Ids(random, known);
    }

    /**
     * For the next request.
     *
     * @param about what it is about, or null
     * @param usual only what most people send; otherwise also what is hard on software
     */
    void begin(Operation operation, Thing about, boolean usual) {
        this.operation = operation;
        this.usual = usual;
        ids.begin();
        times.begin(about == null || random.nextBoolean() ? null : about.ahead(clock.instant()));
    }

    /** @param taken a body of the same operation that was taken; most of it goes into this one. Null: none is known */
    JsonNode body(JsonNode schema, JsonNode taken) {
        return taken == null || !taken.isObject() ? draw("body", schema) : object(schema, taken);
    }

    /** @param name of the field or parameter: ids of customers go where a customer's id is asked for */
    JsonNode draw(String name, JsonNode schema) {
        var known = usual || random.nextInt(3) > 0 ? sound.of(operation, name) : null;
        if (known != null && known.isArray() == schema.path("type").asText().equals("array")) {
            times.drawn(known.asText());
            return known;
        }
        if (schema.path("enum").isArray()) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> object(schema, JSON.objectNode());
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(integer(schema) + random.nextInt(100) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextInt(4) > 0);
            default -> JSON.textNode(text(name, schema));
        };
    }

    private JsonNode object(JsonNode schema, JsonNode taken) {
        var node = JSON.objectNode();
        if (schema.path("properties").has("customerId")) {
            ids.chooseCustomer();
        }
        var required = new java.util.HashSet<String>();
        schema.path("required").forEach(field -> required.add(field.textValue()));
        schema.path("properties").properties().forEach(property -> {
            var before = taken.path(property.getKey());
            if (!before.isMissingNode() && !isFleeting(property.getValue()) && random.nextInt(4) > 0) {
                node.set(property.getKey(), before.deepCopy());
            } else if (required.contains(property.getKey()) || !(usual && ids.hasNone(property.getKey()))
                    && random.nextInt(12) < (taken.isEmpty() ? 8 : before.isMissingNode() ? 3 : 11)) {
                node.set(property.getKey(), draw(property.getKey(), property.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (var entry = random.nextInt(4); entry > 0; entry--) {
                node.set(Texts.phrase(random), draw("", schema.get("additionalProperties")));
            }
        }
        return node;
    }

    private static boolean isFleeting(JsonNode schema) {
        return FLEETING.contains(schema.path("format").asText());
    }

    private JsonNode array(String name, JsonNode schema) {
        var node = JSON.arrayNode();
        var most = Math.min(schema.path("maxItems").asInt(3), 4);
        for (var element = Math.max(schema.path("minItems").asInt(0), random.nextInt(most + 1)); element > 0; element--) {
            node.add(draw(name, schema.path("items")));
        }
        return node;
    }

    private long integer(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(random.nextInt(5) == 0 ? Integer.MAX_VALUE : Math.max(least + 8, 8));
        return switch (usual ? 7 : random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextLong(Math.max(1, Math.min(most - least + 1, 8)));
        };
    }

    private String text(String name, JsonNode schema) {
        if (!usual && random.nextInt(40) == 0) {
            return Texts.phrase(random);
        }
        switch (schema.path("format").asText("")) {
            case "uuid" -> {
                return ids.of(name, usual);
            }
            case "date-time" -> {
                return usual ? times.instant().toString() : Texts.instant(random, clock.instant());
            }
            case "date" -> {
                return usual ? times.day().toString() : Texts.day(random, times.today());
            }
            case "duration" -> {
                return usual ? "PT" + (1 + random.nextInt(48)) + "H" : Texts.phrase(random);
            }
            case "local-time", "time", "partial-time" -> {
                return "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4));
            }
            default -> {
                return plain(name, schema);
            }
        }
    }

    private String plain(String name, JsonNode schema) {
        if (name.equals("duty") && random.nextInt(8) > 0) {
            var duty = known.some("duties", random);
            return duty != null ? duty : Texts.usual(random, LONGEST);
        }
        if (PEOPLE.contains(name) && random.nextInt(5) > 0) {
            return USERS.get(random.nextInt(USERS.size()));
        }
        if (name.endsWith("Id")) {
            return ids.of(name, usual);
        }
        var pattern = schema.path("pattern").asText("");
        if (isNarrow(pattern) && (usual || random.nextInt(3) > 0)) {
            return Texts.cut(patterns.computeIfAbsent(pattern, RgxGen::parse).generate(random), schema.path("maxLength").asInt(LONGEST));
        }
        var longest = schema.path("maxLength").asInt(LONGEST);
        return usual || random.nextBoolean() ? Texts.usual(random, longest) : Texts.hard(random, longest);
    }

    /** A pattern that says what is wanted; those of lines and free texts only say what is not. */
    private static boolean isNarrow(String pattern) {
        return pattern.length() > 3 && !pattern.contains("[^");
    }

    /** What stands in the braces of a path when nothing is known that could: something that is called so elsewhere, or anything. */
    String key(Operation.Parameter parameter) {
        if (parameter.name().equals("service")) {
            return operation.service();
        }
        var elsewhere = ids.elsewhere(operation.path().split("/")[2], parameter.name());
        return elsewhere != null ? elsewhere : draw(parameter.name(), parameter.schema()).asText();
    }

    /** Whether the operation needs this parameter although its description does not say so. */
    boolean wants(String parameter) {
        return sound.isFor(operation, parameter);
    }

    /** A name of its own for what is not there yet; null when the operation wants none, or not this time. */
    String fresh(Operation.Parameter parameter) {
        var own = operation.method().equals("PUT") ? sound.of(operation, parameter.name()) : null;
        return own == null ? null : own.asText();
    }
}
