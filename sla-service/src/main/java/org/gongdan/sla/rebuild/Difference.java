package org.gongdan.sla.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row that is not what the topics say. @param live as JSON, or null when the service does not have it. @param rebuilt likewise */
record Difference(String kind, String key, String live, String rebuilt) {

    /** One sentence that names every column in which they differ. */
    String sentence() {
        if (live == null && rebuilt == null) {
            return kind + " " + key + ": our own topic tells of it, but nobody's event made it";
        }
        if (live == null || rebuilt == null) {
            return kind + " " + key + (live == null ? ": is missing in the live tables; by the topics it is " + rebuilt
                    : ": no event made it; live it is " + live);
        }
        JsonNode is = read(live);
        JsonNode shouldBe = read(rebuilt);
        List<String> columns = new ArrayList<>();
        if (is.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            is.fieldNames().forEachRemaining(names::add);
            shouldBe.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> !is.path(name).equals(shouldBe.path(name)))
                    .forEach(name -> columns.add(column(name, is.path(name), shouldBe.path(name))));
        } else {
            columns.add(column("rows", is, shouldBe));
        }
        return kind + " " + key + ": " + String.join("; ", columns);
    }

    /** Only the facts of a clock differ, and those come to the same. */
    boolean isOfOrderOnly(BiPredicate<JsonNode, JsonNode> same) {
        if (live == null || rebuilt == null || !kind.equals("clock")) {
            return false;
        }
        ObjectNode is = (ObjectNode) read(live);
        ObjectNode shouldBe = (ObjectNode) read(rebuilt);
        JsonNode facts = is.remove("facts");
        JsonNode others = shouldBe.remove("facts");
        return is.equals(shouldBe) && facts.isArray() && others.isArray() && same.test(facts, others);
    }

    private static String column(String name, JsonNode is, JsonNode shouldBe) {
        return is.isArray() && shouldBe.isArray()
                ? name + " only live " + beyond(is, shouldBe) + ", only by the topics " + beyond(shouldBe, is)
                : name + " is " + is + ", by the topics " + shouldBe;
    }

    private static List<JsonNode> beyond(JsonNode some, JsonNode others) {
        List<JsonNode> rest = new ArrayList<>();
        some.forEach(rest::add);
        others.forEach(rest::remove);
        return rest;
    }

    private static JsonNode read(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
