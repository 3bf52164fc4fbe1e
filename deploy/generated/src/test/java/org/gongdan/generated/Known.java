package org.gongdan.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What the answers so far have told one asker: ids, codes, names and numbers by the collection in which they stood. */
final class Known {
    private static final Set<String> HANDLES = Set.of("id", "code", "name", "number", "token");
    private static final int RECENT = 12;
    private static final int KEPT = 400;

    private final Map<String, List<String>> handles = new HashMap<>();
    private final List<JsonNode> customers = new ArrayList<>();

    void hear(String path, JsonNode answer) {
        var parts = path.split("/");
        hearNode(parts.length > 2 ? parts[2] : "", answer);
        if (path.startsWith("/api/customers") && answer.path("sites").isArray()) {
            customers.add(answer);
            if (customers.size() > RECENT) {
                customers.removeFirst();
            }
        }
    }

    private void hearNode(String collection, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> hearNode(collection, each));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                var value = field.getValue();
                if (value.isValueNode() && HANDLES.contains(field.getKey())) {
                    keep(collection + "." + field.getKey(), value.asText());
                } else if (value.isTextual() && field.getKey().endsWith("Id")) {
                    keep(plural(field.getKey()) + ".id", value.textValue());
                } else if (value.isContainerNode()) {
                    hearNode(field.getKey().equals("items") ? collection : field.getKey(), value);
                }
            });
        }
    }

    private void keep(String handle, String value) {
        var known = handles.computeIfAbsent(handle, ignored -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
            if (known.size() > KEPT) {
                known.removeFirst();
            }
        }
    }

    /** {@code customerId} → {@code customers}. */
    static String plural(String field) {
        return field.substring(0, field.length() - 2) + "s";
    }

    /** Mostly one of the last, so that chains of commands meet the same thing; null when none is known. */
    String some(String collection, String handle, Random random) {
        var known = handles.getOrDefault(collection + "." + handle, List.of());
        if (known.isEmpty()) {
            return null;
        }
        var from = random.nextInt(4) == 0 ? 0 : Math.max(0, known.size() - RECENT);
        return known.get(from + random.nextInt(known.size() - from));
    }

    List<String> all(String collection, String handle) {
        return List.copyOf(handles.getOrDefault(collection + "." + handle, List.of()));
    }

    /** A customer's file, whose sites, contacts and products belong together; null when none is known. */
    JsonNode someCustomer(Random random) {
        return customers.isEmpty() ? null : customers.get(random.nextInt(customers.size()));
    }
}
