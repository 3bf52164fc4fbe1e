package org.gongdan.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

/** Bodies that were taken: what is made from them is taken more often than what is made from the schema alone. */
final class Bodies {
    private static final int KEPT = 20;
    private static final int LONGEST = 3_000;

    private final Map<String, List<JsonNode>> taken = new HashMap<>();

    synchronized void keep(Operation operation, String body) {
        if (body == null || body.length() > LONGEST || !body.startsWith("{")) {
            return;
        }
        var known = taken.computeIfAbsent(operation.toString(), ignored -> new ArrayList<>());
        known.add(Judge.json(body));
        if (known.size() > KEPT) {
            known.removeFirst();
        }
    }

    /** Null when none is known. */
    synchronized JsonNode some(Operation operation, Random random) {
        var known = taken.getOrDefault(operation.toString(), List.of());
        return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    }
}
