package org.gongdan.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether labels are what a selector asks for. */
final class Labels {

    private Labels() {
    }

    /** Of `matchLabels`, or a Service's selector. */
    static boolean match(JsonNode wanted, JsonNode labels) {
        return wanted.properties().stream().allMatch(label -> labels.path(label.getKey()).asText().equals(label.getValue().asText()));
    }

    /** A whole selector; an empty one means everybody. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        for (JsonNode expression : selector.path("matchExpressions")) {
            boolean there = labels.has(expression.path("key").asText());
            boolean fits = switch (expression.path("operator").asText()) {
                case "Exists" -> there;
                case "DoesNotExist" -> !there;
                default -> throw new AssertionError("not understood: " + expression);
            };
            if (!fits) {
                return false;
            }
        }
        return match(selector.path("matchLabels"), labels);
    }
}
