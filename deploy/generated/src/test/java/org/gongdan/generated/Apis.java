package org.gongdan.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The committed OpenAPI files of all services. */
record Apis(List<Operation> operations) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** YAML 1.2, as OpenAPI says: the older one takes 13:45 for a number. */
    private static final Load YAML = new Load(LoadSettings.builder().build());
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static Apis read(Path root, List<String> services) {
        var operations = new ArrayList<Operation>();
        services.forEach(service -> read(root.resolve(service).resolve("contracts/openapi.yaml"), service, operations));
        return new Apis(List.copyOf(operations));
    }

    private static void read(Path file, String service, List<Operation> operations) {
        try {
            JsonNode api = JSON.valueToTree(YAML.loadFromString(Files.readString(file)));
            var resolver = new Resolver(api);
            api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(entry -> operations.add(operation(service, path.getKey(), entry.getKey(), entry.getValue(), resolver))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(String service, String path, String method, JsonNode described, Resolver resolver) {
        var parameters = elements(described.path("parameters")).map(parameter -> new Operation.Parameter(parameter.path("name").textValue(),
                parameter.path("in").textValue(), parameter.path("required").booleanValue(), resolver.whole(parameter.path("schema"))))
                .toList();
        var bodies = new TreeMap<String, JsonNode>();
        described.path("requestBody").path("content").properties()
                .forEach(body -> bodies.put(body.getKey(), resolver.whole(body.getValue().path("schema"))));
        var roles = new TreeSet<String>();
        elements(described.path("security")).forEach(scheme -> scheme.forEach(each -> each.forEach(role -> roles.add(role.textValue()))));
        return new Operation(service, method.toUpperCase(), path, parameters, bodies, List.copyOf(roles));
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Puts in place of each {@code $ref} what it means. */
    private record Resolver(JsonNode api) {

        JsonNode whole(JsonNode schema) {
            if (schema.has("$ref")) {
                return whole(api.at(schema.get("$ref").textValue().substring(1)));
            }
            if (!schema.isObject()) {
                return schema;
            }
            ObjectNode copy = schema.deepCopy();
            schema.path("allOf").forEach(part -> copy.setAll((ObjectNode) whole(part)));
            schema.path("properties").properties()
                    .forEach(property -> ((ObjectNode) copy.get("properties")).set(property.getKey(), whole(property.getValue())));
            for (var inner : List.of("items", "additionalProperties")) {
                if (schema.path(inner).isObject()) {
                    copy.set(inner, whole(schema.get(inner)));
                }
            }
            return copy;
        }
    }
}
