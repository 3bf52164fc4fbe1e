package org.gongdan.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * What an API server would say of an object: for Kubernetes' own kinds fabric8's classes, which keep what they do not know as additional properties; for
 * those of operators the schema of their CustomResourceDefinition, closed against unknown fields (src/test/resources/crds).
 */
final class Types {

    private static final Path CRDS = Path.of("src/test/resources/crds");
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Path, Schema> READ = new ConcurrentHashMap<>();

    private Types() {
    }

    static List<String> faults(JsonNode object) {
        String name = object.path("kind").asText() + " " + Rendered.name(object) + ": ";
        Path schema = CRDS.resolve(object.path("apiVersion").asText().replace('/', '.') + "." + object.path("kind").asText() + ".json");
        if (Files.exists(schema)) {
            return READ.computeIfAbsent(schema, Types::read).validate(object.toString(), InputFormat.JSON).stream()
                    .map(error -> name + error.getInstanceLocation() + " " + error.getMessage()).toList();
        }
        Object known = KUBERNETES.unmarshal(object.toString());
        if (known instanceof GenericKubernetesResource) {
            return List.of(name + "of a kind that nobody knows: " + object.path("apiVersion").asText());
        }
        List<String> unknown = new ArrayList<>();
        known(known, name, unknown);
        return unknown;
    }

    private static Schema read(Path file) {
        try {
            return SCHEMAS.getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Walks through the classes' getters for additional properties, which is where a field goes that no class has. */
    private static void known(Object value, String path, List<String> unknown) {
        if (value instanceof List<?> items) {
            items.forEach(item -> known(item, path + "[]", unknown));
            return;
        }
        if (value == null || !value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            return;
        }
        for (var method : value.getClass().getMethods()) {
            if (method.getParameterCount() > 0 || !method.getName().startsWith("get") || method.getName().equals("getClass")) {
                continue;
            }
            try {
                Object part = method.invoke(value);
                if (method.getName().equals("getAdditionalProperties")) {
                    if (part instanceof Map<?, ?> more && !more.isEmpty()) {
                        unknown.add(path + " has unknown " + more.keySet());
                    }
                } else {
                    known(part, path + "." + method.getName().substring(3), unknown);
                }
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
    }
}
