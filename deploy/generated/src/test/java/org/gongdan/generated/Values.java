package org.gongdan.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws a value for a schema: mostly one that a service should take, often from the edge of what it says it takes. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 300;
    private static final Set<String> PEOPLE = Set.of("assignee", "to", "engineer", "owner", "person");
    private static final List<String> USERS = List.of("agent", "engineer", "engineer2", "dispatcher", "supervisor");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Random random;
    private final Known known;
    private final Clock clock;
    private final Map<String, RgxGen> patterns = new HashMap<>();
    private JsonNode customer;
    private boolean usual;
    private int instants;

    Values(Random random, Known known, Clock clock) {
        this.random = random;
        this.known = known;
        this.clock = clock;
    }

    /** For the next request. @param usual only what most people send; otherwise also what is hard on software */
    void mood(boolean usual) {
        this.usual = usual;
        instants = 0;
    }

    /** @param name of the field or parameter: ids of customers go where a customer's id is asked for */
    JsonNode draw(String name, JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(integer(schema) + random.nextInt(100) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextInt(4) > 0);
            default -> JSON.textNode(text(name, schema));
        };
    }

    private JsonNode object(JsonNode schema) {
        var node = JSON.objectNode();
        if (schema.path("properties").has("customerId")) {
            customer = known.someCustomer(random);
        }
        var required = new java.util.HashSet<String>();
        schema.path("required").forEach(field -> required.add(field.textValue()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
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
                return id(name);
            }
            case "date-time" -> {
                return usual ? usualInstant(name) : Texts.instant(random, clock.instant());
            }
            case "date" -> {
                return date();
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
        var sound = usual || random.nextInt(3) > 0 ? Sound.of(name, random, LocalDate.now(clock.withZone(SHANGHAI))) : null;
        if (sound != null) {
            return sound;
        }
        if (name.equals("duty") && random.nextInt(8) > 0) {
            var duty = known.some("duties", "code", random);
            return duty != null ? duty : Texts.usual(random, LONGEST);
        }
        if (PEOPLE.contains(name) && random.nextInt(5) > 0) {
            return USERS.get(random.nextInt(USERS.size()));
        }
        if (name.endsWith("Id")) {
            return id(name);
        }
        var pattern = schema.path("pattern").asText("");
        if (isNarrow(pattern) && (usual || random.nextInt(3) > 0)) {
            return Texts.cut(patterns.computeIfAbsent(pattern, RgxGen::parse).generate(random), schema.path("maxLength").asInt(LONGEST));
        }
        var longest = schema.path("maxLength").asInt(LONGEST);
        return usual || random.nextBoolean() ? Texts.usual(random, longest) : Texts.hard(random, longest);
    }

    /** What has happened lies in the last hour; what is to come follows one upon the other, as windows do. */
    private String usualInstant(String name) {
        return name.equals("at") ? clock.instant().minusSeconds(60 + random.nextInt(3_000)).toString()
                : Texts.soon(random, clock.instant()).plusSeconds(7_200L * instants++).toString();
    }

    /** A pattern that says what is wanted; those of lines and free texts only say what is not. */
    private static boolean isNarrow(String pattern) {
        return pattern.length() > 3 && !pattern.contains("[^");
    }

    private String date() {
        var today = LocalDate.now(clock.withZone(SHANGHAI));
        if (usual) {
            return today.plusDays(random.nextInt(40)).toString();
        }
        return switch (random.nextInt(10)) {
            case 0 -> List.of("2000-01-01", "2199-12-31", "2200-01-01", "1999-12-31", "+10000-01-01", "9999-12-31", "2028-02-29").get(random.nextInt(7));
            case 1 -> today.minusDays(random.nextInt(4_000)).toString();
            default -> today.plusDays(random.nextInt(90) - 20).toString();
        };
    }

    private String id(String name) {
        if (!usual && random.nextInt(12) == 0 || !name.endsWith("Id")) {
            return Texts.uuid(random);
        }
        var collection = Known.plural(name);
        if (name.equals("customerId") && customer != null) {
            return customer.path("id").textValue();
        }
        if (customer != null && customer.path(collection).size() > 0) {
            return customer.path(collection).get(random.nextInt(customer.path(collection).size())).path("id").textValue();
        }
        var some = known.some(collection, "id", random);
        return some != null ? some : Texts.uuid(random);
    }

    /** What stands in a place of the path: mostly something that exists. */
    String place(String collection, Operation.Parameter parameter, String service) {
        if (parameter.name().equals("service")) {
            return service;
        }
        var some = !usual && random.nextInt(15) == 0 ? null : known.some(collection, parameter.name().endsWith("Id") ? "id" : parameter.name(), random);
        if (some == null && parameter.name().endsWith("Id")) {
            some = known.some(Known.plural(parameter.name()), "id", random);
        }
        return some != null ? some : draw(parameter.name(), parameter.schema()).asText();
    }
}
