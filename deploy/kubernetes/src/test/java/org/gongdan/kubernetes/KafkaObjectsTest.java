package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Topics and rights in Kafka are those that deploy/kafka/topics.properties, the channels and the code ask for. */
class KafkaObjectsTest {

    static final java.util.List<String> PROCESSES = Chart.PROCESSES;

    @Test
    void theChartHasTheTopicsOfTheProject() {
        assertEquals(Sources.text(Command.ROOT.resolve("deploy/kafka/topics.properties")),
                Sources.text(Chart.FOLDER.resolve("files/topics.properties")),
                "deploy/kubernetes/update copies it");
    }

    @Test
    void everyTopicIsMadeWithItsSettings() {
        // Given
        Map<String, Map<String, String>> wanted = topics();

        // When
        Map<String, Map<String, String>> made = new TreeMap<>();
        for (JsonNode topic : Chart.small().all("KafkaTopic")) {
            Map<String, String> settings = new TreeMap<>();
            topic.at("/spec/config").properties().forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
            assertEquals("2", settings.remove("min.insync.replicas"));
            assertEquals(3, topic.at("/spec/replicas").asInt());
            assertEquals("keep", topic.at("/metadata/annotations/helm.sh~1resource-policy").asText(), "topics outlive the chart");
            settings.put("partitions", topic.at("/spec/partitions").asText());
            made.put(Rendered.name(topic), settings);
        }

        // Then
        assertEquals(wanted, made);
    }

    @Test
    void morePartitionsAreForTopicsThatHaveSeveral() {
        // When
        Set<String> counts = Chart.production().all("KafkaTopic").stream().filter(topic -> !Rendered.name(topic).endsWith("-dead-letter"))
                .map(topic -> Rendered.name(topic).matches("audit-anchors|session-events") + " " + topic.at("/spec/partitions").asText())
                .collect(Collectors.toSet());

        // Then
        assertEquals(Set.of("true 1", "false 8"), counts);
    }

    @ParameterizedTest
    @FieldSource("PROCESSES")
    void aProcessMayDoInKafkaWhatItDoesAndNothingElse(String process) {
        // Given
        boolean service = !process.equals("gateway");
        Set<String> wanted = new TreeSet<>();
        Set<String> reads = Sources.all("(?m)^mp\\.messaging\\.incoming\\.([a-z-]+)\\.connector", Sources.properties(process));
        Set<String> publishes = new HashSet<>(Sources.all("@Topic\\(\"([a-z-]+)\"", Sources.java(process)));
        Set<String> looks = new HashSet<>(Set.of("session-events"));
        if (service) {
            publishes.addAll(Sources.all("@Topic\\(\"([a-z-]+)\"", Sources.java("platform")));
            looks.add("audit-anchors");
            wanted.addAll(Set.of("group " + process + " Read", "group " + process + " Describe"));
        } else {
            publishes.add("session-events");
        }
        if (process.equals("sla-service")) {
            looks.addAll(Sources.all("TOPIC = \"([a-z-]+)\"", Sources.java(process)));
        }
        if (process.equals("notification-service")) {
            String live = Sources.java(process).replaceAll("(?s).*TOPICS = Set\\.of\\((.*?)\\);.*", "$1");
            looks.addAll(Sources.all("\"([a-z-]+)\"", live));
        }
        reads.forEach(
                topic -> Set.of("Read", "Write", "Describe").forEach(right -> wanted.add("topic " + topic + "-dead-letter " + right)));
        looks.addAll(reads);
        looks.forEach(topic -> Set.of("Read", "Describe").forEach(right -> wanted.add("topic " + topic + " " + right)));
        // Also read: at its start a service looks whether its database knows what it has told.
        publishes.forEach(topic -> Set.of("Read", "Write", "Describe").forEach(right -> wanted.add("topic " + topic + " " + right)));

        // When
        Set<String> given = new TreeSet<>();
        for (JsonNode rule : Chart.small().one("KafkaUser", "gongdan-" + process).at("/spec/authorization/acls")) {
            assertEquals("literal", rule.at("/resource/patternType").asText());
            rule.path("operations").forEach(right -> given
                    .add(rule.at("/resource/type").asText() + " " + rule.at("/resource/name").asText() + " " + right.asText()));
        }

        // Then
        assertEquals(wanted, given);
    }

    /** Without Strimzi nothing of Kafka is made, and the Secret is the operator's to name. */
    @Test
    void withoutStrimziTheSecretIsNamed() {
        // When
        Rendered rendered = Chart.rendered("-f", "examples/small.yaml", "--set", "strimzi.enabled=false", "--set",
                "defaults.kafkaSecret=kafka-user");

        // Then
        assertTrue(rendered.all("KafkaTopic").isEmpty() && rendered.all("KafkaUser").isEmpty());
        rendered.pods().forEach(pod -> Rendered.container(pod).path("env").forEach(variable -> {
            if (variable.path("name").asText().equals("KAFKA_SASL_JAAS_CONFIG")) {
                assertEquals("kafka-user", variable.at("/valueFrom/secretKeyRef/name").asText());
            }
        }));
    }

    private static Map<String, Map<String, String>> topics() {
        Map<String, Map<String, String>> lines = new TreeMap<>();
        Sources.lines(Sources.text(Command.ROOT.resolve("deploy/kafka/topics.properties"))).stream().filter(line -> line.matches("[a-z].*"))
                .forEach(line -> {
                    Map<String, String> settings = new TreeMap<>();
                    for (String setting : line.substring(line.indexOf('=') + 1).trim().split(" ")) {
                        if (!setting.isBlank()) {
                            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
                        }
                    }
                    lines.put(line.substring(0, line.indexOf('=')).trim(), settings);
                });
        Map<String, String> defaults = lines.remove("defaults"), dead = lines.remove("dead-letter");
        Map<String, Map<String, String>> topics = new TreeMap<>();
        lines.forEach((topic, settings) -> {
            if (!topic.endsWith("-dead-letter")) {
                topics.put(topic, over(defaults, settings));
                topics.put(topic + "-dead-letter", over(dead, lines.getOrDefault(topic + "-dead-letter", Map.of())));
            }
        });
        return topics;
    }

    private static Map<String, String> over(Map<String, String> under, Map<String, String> own) {
        Map<String, String> both = new TreeMap<>(under);
        both.putAll(own);
        return both;
    }
}
