package org.gongdan.generated;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation of one service, as its OpenAPI file describes it.
 *
 * @param bodies schema of the body by media type; empty when it takes none
 * @param roles  who may ask it; empty: everybody, signed in or not
 */
record Operation(String service, String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, List<String> roles) {

    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

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

    /** What stands in the braces of the path, from left to right. */
    List<String> named() {
        return BRACES.matcher(path).results().map(found -> found.group(1)).toList();
    }

    Parameter pathParameter(String name) {
        return parameters.stream().filter(parameter -> parameter.in().equals("path") && parameter.name().equals(name)).findFirst()
                .orElseThrow();
    }

    boolean takes(String header) {
        return parameters.stream().anyMatch(parameter -> parameter.in().equals("header") && parameter.name().equals(header));
    }

    /** Its answer goes on for as long as somebody listens. */
    boolean isStream() {
        return path.endsWith("/stream");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
