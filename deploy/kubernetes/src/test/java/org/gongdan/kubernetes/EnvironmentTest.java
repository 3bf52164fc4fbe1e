package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The chart tells each process what it reads, all that it must be told, and nothing else. */
class EnvironmentTest {

    static final List<String> PROCESSES = Chart.PROCESSES;

    /** Read by the JVM and by Quarkus, in no file of ours. */
    private static final Set<String> OF_OTHERS = Set.of("JAVA_TOOL_OPTIONS", "QUARKUS_HTTP_PORT", "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT");

    @ParameterizedTest
    @FieldSource("PROCESSES")
    void everyVariableIsReadByTheProcess(String process) {
        // Given
        Set<String> read = new HashSet<>(OF_OTHERS);
        String properties = Sources.allProperties(process);
        String java = Sources.allJava(process);
        read.addAll(Sources.all("\\$\\{([A-Z][A-Z0-9_]+)", properties));
        read.addAll(Sources.all("\"([A-Z][A-Z0-9_]+)\"", java));
        // A key's own variable, and variables that a comment or docs/operations.md names.
        Sources.all("(?m)^#?([a-z][a-z0-9.-]+)=", properties).forEach(key -> read.add(variable(key)));
        Sources.all("\"((?:gongdan|quarkus)\\.[a-z0-9.-]+)\"", java).forEach(key -> read.add(variable(key)));
        Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)\\s+(?:public )?interface \\w+ \\{(.*?)\n}", Pattern.DOTALL)
                .matcher(java).results()
                .forEach(mapping -> Sources.all("(?m)^    [A-Z][\\w<>]* (\\w+)\\(\\);", mapping.group(2))
                        .forEach(key -> read.add(variable(mapping.group(1) + "." + key))));
        read.addAll(Sources.all("\\b(QUARKUS_[A-Z_]+)\\b", Sources.text(Command.ROOT.resolve("docs/operations.md"))));
        // KAFKA_SSL_TRUSTSTORE_TYPE is ssl.truststore.type of all Kafka clients.
        ProducerConfig.configNames().forEach(key -> read.add(variable("kafka." + key)));
        ConsumerConfig.configNames().forEach(key -> read.add(variable("kafka." + key)));

        // When
        Set<String> unread = new TreeSet<>(variables(Chart.everything(), process));
        unread.removeAll(read);

        // Then
        assertEquals(Set.of(), unread);
    }

    @ParameterizedTest
    @FieldSource("PROCESSES")
    void everySecretWithoutWhichItDoesNotStartComesFromASecret(String process) {
        // Given
        Set<String> needed = Sources.all("new Secret\\(\"([A-Z_]+)\"", Sources.java(process.equals("gateway") ? "gateway" : "platform"));

        // When
        Set<String> given = Rendered.list(container(Chart.small(), process).path("env")).stream()
                .filter(variable -> variable.has("valueFrom"))
                .map(variable -> variable.path("name").asText()).collect(Collectors.toSet());

        // Then
        needed.removeAll(given);
        assertEquals(Set.of(), needed);
    }

    /** A default that means this machine, or the demo's company, would be wrong in every cluster. */
    @ParameterizedTest
    @FieldSource("PROCESSES")
    void noDefaultOfOneMachineIsLeft(String process) {
        // Given
        Set<String> ofOneMachine = Sources.all(
                "(?m)^[a-z][^=\\n]*=.*\\$\\{([A-Z][A-Z0-9_]+):[^}]*(?:localhost|127\\.0\\.0\\.1|gongdan\\.example|万安)",
                Sources.allProperties(process));
        // Its default is made of another that is set.
        ofOneMachine.remove("SIGNATURE_BASE_URL");

        // When
        ofOneMachine.removeAll(variables(Chart.everything(), process));

        // Then
        assertEquals(Set.of(), ofOneMachine);
    }

    /** The Job of the realm reads what the realm's file leaves open, and where Keycloak is. */
    @Test
    void theRealmIsToldAllThatItLeavesOpen() {
        // Given
        String file = Sources.text(Command.ROOT.resolve("deploy/keycloak/gongdan-realm.json"));
        Set<String> read = new HashSet<>(Sources.all("\\$\\{([A-Z][A-Z0-9_]+)", file));
        read.addAll(Sources.all("\"(KEYCLOAK_[A-Z_]+)\"", Sources.java("gateway")));
        read.add("JAVA_TOOL_OPTIONS");

        // When
        Set<String> given = names(Rendered.container(Chart.production().all("Job").getFirst().at("/spec/template")));

        // Then
        Set<String> missing = Sources.all("\\$\\{([A-Z][A-Z0-9_]+)}", file);
        missing.addAll(Sources.all("needed\\(\"(KEYCLOAK_(?!ADMIN_CLIENT)[A-Z_]+)\"", Sources.java("gateway")));
        missing.removeAll(given);
        assertEquals(Set.of(), missing);
        Set<String> unread = new TreeSet<>(given);
        unread.removeAll(read);
        assertEquals(Set.of(), unread);
    }

    /** Limits of strangers are shared out among the most gateways that there may be. */
    @Test
    void theGatewayIsToldHowManyOfItThereMayBe() {
        assertEquals("2", value(Chart.small(), "gateway", "GATEWAY_REPLICAS"));
        assertEquals("6", value(Chart.production(), "gateway", "GATEWAY_REPLICAS"));
    }

    @Test
    void noVariableStandsTwice() {
        for (JsonNode pod : Chart.everything().pods()) {
            List<String> names = Rendered.list(Rendered.container(pod).path("env")).stream().map(variable -> variable.path("name").asText())
                    .toList();
            assertEquals(names.size(), new HashSet<>(names).size(), () -> Rendered.label(pod) + ": " + names);
        }
    }

    /** Two entries of one name are an error of server-side apply. */
    @Test
    void whatTheValuesSayTakesThePlaceOfWhatTheChartSays() {
        // When
        Rendered rendered = Chart.rendered("-f", "examples/small.yaml", "--set-json",
                "processes.sla-service.env=[{\"name\":\"LOG_FORMAT\",\"value\":\"text\"},{\"name\":\"DB_PASSWORD\",\"value\":\"x\"}]");

        // Then
        List<String> values = Rendered.list(container(rendered, "sla-service").path("env")).stream()
                .filter(variable -> Set.of("LOG_FORMAT", "DB_PASSWORD").contains(variable.path("name").asText()))
                .map(variable -> variable.path("value").asText()).toList();
        assertEquals(List.of("text", "x"), values);
    }

    @Test
    void theGatewayIsToldWhereEveryServiceIs() {
        // Given
        Rendered rendered = Chart.small();

        // Then
        List<String> addresses = new ArrayList<>();
        container(rendered, "gateway").path("env").forEach(variable -> {
            if (variable.path("name").asText().endsWith("_SERVICE_URL")) {
                addresses.add(variable.path("value").asText());
            }
        });
        assertEquals(5, addresses.size());
        for (String address : addresses) {
            String service = address.replaceFirst("http://(.*):8080", "$1");
            assertEquals(8080, rendered.one("Service", service).at("/spec/ports/0/port").asInt(), address);
        }
    }

    private static Set<String> variables(Rendered rendered, String process) {
        return names(container(rendered, process));
    }

    private static Set<String> names(JsonNode container) {
        return Rendered.list(container.path("env")).stream().map(variable -> variable.path("name").asText()).collect(Collectors.toSet());
    }

    private static String value(Rendered rendered, String process, String name) {
        return Rendered.list(container(rendered, process).path("env")).stream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText()).findFirst().orElseThrow();
    }

    private static JsonNode container(Rendered rendered, String process) {
        return rendered.one("Deployment", "gongdan-" + process).at("/spec/template/spec/containers/0");
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
