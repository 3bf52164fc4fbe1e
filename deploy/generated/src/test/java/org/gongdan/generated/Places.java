package org.gongdan.generated;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Addresses at which things stand, such as {@code /api/tickets/{}/remote-sessions/{}}, whatever the API files call what is in the braces.
 *
 * @param names what the last braces of each place are called
 */
record Places(Map<String, Set<String>> names) {
    static final String ONE = "{}";

    static Places of(Apis apis) {
        var names = new TreeMap<String, Set<String>>();
        for (var operation : apis.operations()) {
            for (var name : operation.named()) {
                var upTo = operation.path().substring(0, operation.path().indexOf("{" + name + "}") + name.length() + 2);
                names.computeIfAbsent(normal(upTo), ignored -> new TreeSet<>()).add(name);
            }
        }
        return new Places(names);
    }

    /** What a path names at last; null when it names nothing. */
    static String named(String path) {
        var normal = normal(path);
        var last = normal.lastIndexOf(ONE);
        return last < 0 ? null : normal.substring(0, last + ONE.length());
    }

    /** Where the things stand that an answer from this path tells of. */
    String told(String path) {
        for (var place = normal(path); place.length() > 1; place = place.substring(0, place.lastIndexOf('/'))) {
            if (place.endsWith(ONE)) {
                return place;
            }
            if (names.containsKey(inside(place))) {
                return inside(place);
            }
        }
        return "/";
    }

    /** What stands in the last braces of the address of such a thing; null when it does not say. */
    String key(String place, JsonNode thing) {
        var called = names.getOrDefault(place, Set.of());
        var name = called.contains("id") ? "id" : called.stream().filter(thing::has).findFirst().orElse("id");
        return thing.path(name).isValueNode() && !thing.path(name).isNull() ? thing.path(name).asText() : null;
    }

    static String inside(String path) {
        return path + "/" + ONE;
    }

    static int depth(String place) {
        return place.split("\\{}", -1).length - 1;
    }

    private static String normal(String path) {
        return path.replaceAll("\\{[^}]*}", ONE);
    }
}
