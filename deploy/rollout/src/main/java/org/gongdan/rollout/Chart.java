package org.gongdan.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** What helm makes of the chart. */
record Chart(List<JsonNode> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** @param operations such as Read, in Strimzi's words */
    record Permission(String type, String name, boolean prefix, List<String> operations) {
    }

    static Chart render(Path helm, Path chart, Path values) {
        return parse(Shell.run(helm.toString(), "template", "gongdan", chart.toString(), "-f", values.toString()));
    }

    static Chart parse(String text) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            var objects = new ArrayList<JsonNode>();
            documents.readAll().stream().filter(document -> document != null && document.isObject()).forEach(objects::add);
            return new Chart(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PodTemplate> pods() {
        return ofKind("Deployment").stream().map(PodTemplate::of).toList();
    }

    /** By name of the container it selects: the Service's name and port. */
    Map<String, String> services() {
        var services = new LinkedHashMap<String, String>();
        ofKind("Service").forEach(service -> services.put(service.at("/spec/selector/app.kubernetes.io~1name").textValue(),
                service.at("/metadata/name").textValue()));
        return services;
    }

    /** By name of the user. */
    Map<String, List<Permission>> users() {
        var users = new LinkedHashMap<String, List<Permission>>();
        ofKind("KafkaUser").forEach(user -> users.put(user.at("/metadata/name").textValue(),
                user.at("/spec/authorization/acls").valueStream().map(acl -> new Permission(acl.at("/resource/type").textValue(),
                        acl.at("/resource/name").asText(), acl.at("/resource/patternType").asText("literal").equals("prefix"),
                        acl.path("operations").valueStream().map(JsonNode::textValue).toList())).toList()));
        return users;
    }

    /** Name of the Secret that a process is given as this variable. */
    String secretOf(String process, String variable) {
        return pods().stream().filter(pod -> pod.process().equals(process)).flatMap(pod -> pod.environment().stream())
                .filter(each -> each.name().equals(variable)).findFirst().orElseThrow().secret();
    }

    private List<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
    }
}
