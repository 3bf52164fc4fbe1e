package org.gongdan.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes one thing wrong in a good body. */
record Spoiler(Random random) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SCALARS = List.of("null", "1", "-1", "0", "1.5", "2147483648", "1e400", "true", "\"\"", "\" \"",
            "\"\\ufeff\"", "\"a\\u0000b\"", "\"a\\ud800b\"", "\"\\u202e\"", "\"a\\r\\nb\"",
            "[]", "{}", "[null]", "{\"a\":1}", "\"1\"", "\"true\"");

    /** @param certain true: nobody may take it, whatever the schema says */
    record Body(String text, boolean certain) {
    }

    Body spoil(JsonNode good) {
        var text = good.toString();
        var fields = good.isObject() && good.size() > 0;
        return switch (random.nextInt(12)) {
            case 0 -> new Body(fields ? "{\"unknownField\":1," + text.substring(1) : "{\"unknownField\":1}", true);
            case 1 -> fields ? new Body(doubled((ObjectNode) good), true) : new Body("{", true);
            case 2 -> new Body(text + "x", true);
            case 3 -> new Body(text.substring(0, text.length() - 1), true);
            case 4 -> new Body("[" + text + "]", true);
            case 5 -> new Body(List.of("", "null", "\"text\"", "1", "[]", "[".repeat(3_000), "\ufeff" + text).get(random.nextInt(7)),
                    false);
            case 6 -> withNullElement(good);
            case 7 -> withExtremeInstant(good);
            default -> withOtherScalar(good);
        };
    }

    private String doubled(ObjectNode good) {
        var field = good.properties().iterator().next();
        return "{" + quoted(field.getKey()) + ":" + field.getValue() + "," + good.toString().substring(1);
    }

    private Body withNullElement(JsonNode good) {
        var lists = new ArrayList<ArrayNode>();
        var copy = good.deepCopy();
        collect(copy, lists);
        if (lists.isEmpty()) {
            return withOtherScalar(good);
        }
        lists.get(random.nextInt(lists.size())).addNull();
        return new Body(copy.toString(), true);
    }

    private static void collect(JsonNode node, List<ArrayNode> lists) {
        if (node instanceof ArrayNode list) {
            lists.add(list);
        }
        node.forEach(each -> collect(each, lists));
    }

    private Body withExtremeInstant(JsonNode good) {
        return replaced(good, "\"" + Texts.INSTANTS.get(random.nextInt(Texts.INSTANTS.size())) + "\"", true);
    }

    private Body withOtherScalar(JsonNode good) {
        return replaced(good, SCALARS.get(random.nextInt(SCALARS.size())), false);
    }

    /** Written as text, since a tree cannot hold half a character or a number without end. */
    private Body replaced(JsonNode good, String with, boolean onlyInstants) {
        var places = new ArrayList<ObjectNode>();
        var names = new ArrayList<String>();
        var copy = good.deepCopy();
        places(copy, onlyInstants, places, names);
        if (places.isEmpty()) {
            return new Body(with, false);
        }
        var place = random.nextInt(places.size());
        places.get(place).put(names.get(place), "@@here@@");
        return new Body(copy.toString().replace("\"@@here@@\"", with), false);
    }

    private static void places(JsonNode node, boolean onlyInstants, List<ObjectNode> places, List<String> names) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!onlyInstants || field.getValue().asText().matches("[-+\\d]+-\\d\\d-\\d\\dT.*")) {
                    places.add(object);
                    names.add(field.getKey());
                }
            });
        }
        node.forEach(each -> places(each, onlyInstants, places, names));
    }

    private static String quoted(String name) {
        return JSON.valueToTree(name).toString();
    }
}
