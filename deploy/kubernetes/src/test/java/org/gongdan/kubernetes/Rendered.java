package org.gongdan.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Objects of a cluster as they stand in a YAML text. */
record Rendered(List<JsonNode> objects) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Rendered of(String yaml) {
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            documents.forEachRemaining(document -> {
                if (!document.isNull() && !document.isMissingNode()) {
                    objects.add(document);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Rendered(objects);
    }

    static JsonNode one(String yaml) {
        return of(yaml).objects().getFirst();
    }

    List<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
    }

    JsonNode one(String kind, String name) {
        return all(kind).stream().filter(object -> name(object).equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** Pod templates of everything that makes pods. */
    List<JsonNode> pods() {
        return Stream.concat(Stream.concat(all("Deployment").stream(), all("Job").stream()).map(workload -> workload.at("/spec/template")),
                all("CronJob").stream().map(workload -> workload.at("/spec/jobTemplate/spec/template"))).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String label(JsonNode pod) {
        return pod.at("/metadata/labels/app.kubernetes.io~1name").asText();
    }

    static JsonNode container(JsonNode pod) {
        return pod.at("/spec/containers/0");
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
