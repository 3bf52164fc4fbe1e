package org.gongdan.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the answers so far have told all askers: things by the place at which they stand, the first heard of first. */
final class Known {
    private static final int RECENT = 12;
    private static final int KEPT = 400;
    /** How many customers have people with accounts: they are heard of first and never forgotten. */
    private static final int DEMO = 2;

    private final Places places;
    private final Map<String, LinkedHashMap<List<String>, Thing>> things = new HashMap<>();
    private final List<JsonNode> customers = new ArrayList<>();

    Known(Places places) {
        this.places = places;
    }

    /**
     * @param keys what stood in the braces of the path that was asked
     * @param tag  of the answer, or null
     * @return what the answer is about; null when that is nothing, or many
     */
    synchronized Thing hear(String path, List<String> keys, JsonNode answer, String tag) {
        var place = places.told(path);
        hear(place, keys, answer, tag, false);
        if (path.startsWith("/api/customers") && answer.path("sites").isArray()) {
            customers.add(answer);
            if (customers.size() > RECENT) {
                customers.remove(DEMO);
            }
        }
        return answer.isObject() ? of(place).get(keys(place, keys, answer)) : null;
    }

    private void hear(String place, List<String> keys, JsonNode node, String tag, boolean listed) {
        if (node.isArray()) {
            node.forEach(each -> hear(place, keys, each, null, true));
        }
        if (!node.isObject()) {
            return;
        }
        var own = keys(place, keys, node);
        if (own != null) {
            keep(place, own, (ObjectNode) node, tag);
        }
        node.properties().forEach(field -> {
            var inside = Places.inside(place + "/" + field.getKey());
            if (field.getValue().isContainerNode() && own != null && places.names().containsKey(inside)) {
                hear(inside, own, field.getValue(), null, true);
            } else if (field.getValue().isContainerNode() && own == null && !listed) {
                hear(place, keys, field.getValue(), tag, false);
            } else if (field.getValue().isTextual() && field.getKey().endsWith("Id")) {
                mention("/api/" + plural(field.getKey()), field.getValue().textValue());
            }
        });
    }

    private List<String> keys(String place, List<String> above, JsonNode node) {
        var key = places.key(place, node);
        var depth = Places.depth(place);
        if (key == null || depth == 0 || above.size() < depth - 1) {
            return null;
        }
        var keys = new ArrayList<>(above.subList(0, depth - 1));
        keys.add(key);
        return List.copyOf(keys);
    }

    private void mention(String collection, String id) {
        var place = Places.inside(collection);
        if (places.names().containsKey(place) && !of(place).containsKey(List.of(id))) {
            keep(place, List.of(id), Spoiler.JSON.createObjectNode(), null);
        }
    }

    private void keep(String place, List<String> keys, ObjectNode told, String tag) {
        var known = of(place);
        var view = Spoiler.JSON.createObjectNode();
        told.properties().stream().filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> view.set(field.getKey(), field.getValue()));
        var version = view.has("version") ? view.get("version") : view.path("revision");
        known.put(keys, new Thing(place, keys, view, tag == null && !version.isMissingNode() ? "\"" + version.asText() + "\"" : tag));
        if (known.size() > KEPT) {
            known.pollFirstEntry();
        }
    }

    synchronized void forget(String place, List<String> keys) {
        of(place).remove(keys);
    }

    /** Mostly of the last, so that chains of commands meet the same thing; fewer than asked for when there are none. */
    synchronized List<Thing> some(String place, int howMany, Random random) {
        var known = List.copyOf(of(place).values());
        var some = new ArrayList<Thing>();
        for (var each = 0; each < howMany && !known.isEmpty(); each++) {
            var from = random.nextInt(3) == 0 ? 0 : Math.max(0, known.size() - RECENT);
            some.add(known.get(from + random.nextInt(known.size() - from)));
        }
        return some;
    }

    /** Key of something in a collection; null when none is known. */
    String some(String collection, Random random) {
        return some("/api/" + collection + "/{}", 1, random).stream().map(thing -> thing.keys().getLast()).findFirst().orElse(null);
    }

    /** What a field of something in a collection holds; null when none is known. */
    String field(String collection, String field, Random random) {
        return some("/api/" + collection + "/{}", 4, random).stream().map(thing -> thing.view().path(field).asText(null))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private LinkedHashMap<List<String>, Thing> of(String place) {
        return things.computeIfAbsent(place, ignored -> new LinkedHashMap<>());
    }

    /** {@code customerId} → {@code customers}. */
    static String plural(String field) {
        return field.substring(0, field.length() - 2) + "s";
    }

    /** A customer's file, whose sites, contacts and products belong together; null when none is known. */
    synchronized JsonNode someCustomer(Random random) {
        return customers.isEmpty() ? null : customers.get(random.nextInt(customers.size()));
    }
}
