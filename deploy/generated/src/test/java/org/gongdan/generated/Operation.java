package org.gongdan.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One operation of one service, as its OpenAPI file describes it.
 *
 * @param bodies schema of the body by media type; empty when it takes none
 * @param roles  who may ask it; empty: everybody, signed in or not
 */
record Operation(String service, String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, List<String> roles) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** A list that needs no word to be read. */
    boolean isList() {
        return reads() && !path.contains("{") && parameters.stream().noneMatch(Parameter::required);
    }

    /** {@code /api/tickets/{id}/story} → {@code tickets}: whose id stands in a place of the path. */
    static String collectionBefore(String path, String parameter) {
        var parts = List.of(path.split("/"));
        var place = parts.indexOf("{" + parameter + "}");
        return place < 1 ? "" : parts.get(place - 1);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
