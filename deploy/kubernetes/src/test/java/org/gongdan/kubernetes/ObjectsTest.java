package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class ObjectsTest {

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void anApiServerWouldKnowEveryField(String values) {
        // Given
        Rendered rendered = switch (values) {
            case "small" -> Chart.small();
            case "production" -> Chart.production();
            default -> Chart.everything();
        };

        // When
        List<String> faults = rendered.objects().stream().flatMap(object -> Types.faults(object).stream()).toList();

        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void aTypoWouldBeFound() {
        // Given
        JsonNode typo = Rendered.one("""
                { apiVersion: apps/v1, kind: Deployment, metadata: { name: x },
                  spec: { template: { spec: { containers: [{ name: a, image: b, readinesProbe: {} }] } } } }""");
        JsonNode customTypo = Rendered.one("""
                { apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: { name: x }, spec: { partition: 4 } }""");

        // Then
        assertEquals(1, Types.faults(typo).size(), () -> Types.faults(typo).toString());
        assertEquals(1, Types.faults(customTypo).size(), () -> Types.faults(customTypo).toString());
    }

    /** Pod Security Standards, profile "restricted", as far as it speaks of what we have. */
    @Test
    void podsAreRestricted() {
        for (JsonNode pod : Chart.everything().pods()) {
            JsonNode spec = pod.path("spec");
            JsonNode container = Rendered.container(pod);
            assertAll(Rendered.label(pod),
                    () -> assertTrue(spec.at("/securityContext/runAsNonRoot").asBoolean()),
                    () -> assertEquals(10001, spec.at("/securityContext/runAsUser").asInt()),
                    () -> assertEquals("RuntimeDefault", spec.at("/securityContext/seccompProfile/type").asText()),
                    () -> assertEquals("false", container.at("/securityContext/allowPrivilegeEscalation").asText()),
                    () -> assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()),
                    () -> assertEquals("[\"ALL\"]", container.at("/securityContext/capabilities/drop").toString()),
                    () -> assertEquals("false", spec.path("automountServiceAccountToken").asText()),
                    () -> assertEquals("false", spec.path("enableServiceLinks").asText()),
                    () -> assertEquals(1, spec.path("containers").size()),
                    () -> assertEquals(0, spec.path("initContainers").size()),
                    () -> spec.path("volumes").forEach(volume -> assertTrue(
                            volume.has("emptyDir") || volume.has("secret") || volume.has("configMap"), volume.toString())),
                    () -> assertTrue(
                            container.at("/resources/limits/memory").isTextual() && container.at("/resources/requests/cpu").isTextual()));
        }
    }

    /** The liveness of a process must not hang on its database: all would be started again and again into an outage. */
    @Test
    void probesAskWhatTheyMeanOnTheManagementPort() {
        for (JsonNode deployment : Chart.production().all("Deployment")) {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            assertEquals("/q/health/started", container.at("/startupProbe/httpGet/path").asText());
            assertEquals("/q/health/live", container.at("/livenessProbe/httpGet/path").asText());
            assertEquals("/q/health/ready", container.at("/readinessProbe/httpGet/path").asText());
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertEquals("management", container.at("/" + probe + "/httpGet/port").asText());
            }
        }
    }

    /** preStop, then the process's own delay, then what it gives calls under way and loops: all of it before the kubelet kills. */
    @Test
    void aStopHasTimeEnough() throws IOException {
        int longest = Math.max(shutdownTimeout(Command.ROOT.resolve("platform/src/main/resources/META-INF/microprofile-config.properties")),
                shutdownTimeout(Command.ROOT.resolve("gateway/src/main/resources/application.properties")));
        for (JsonNode deployment : Chart.production().all("Deployment")) {
            JsonNode pod = deployment.at("/spec/template");
            int preStop = Rendered.container(pod).at("/lifecycle/preStop/sleep/seconds").asInt();
            int delay = Rendered.list(Rendered.container(pod).path("env")).stream()
                    .filter(variable -> variable.path("name").asText().equals("QUARKUS_SHUTDOWN_DELAY"))
                    .mapToInt(variable -> Integer.parseInt(variable.path("value").asText().replace("S", ""))).findFirst().orElseThrow();
            assertEquals(15, preStop + delay, "docs/operations.md: 15 seconds where a Service has to learn of it");
            assertTrue(preStop + delay + longest + 30 <= pod.at("/spec/terminationGracePeriodSeconds").asInt());
            assertEquals(0, deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1));
        }
    }

    private static int shutdownTimeout(Path properties) throws IOException {
        Matcher timeout = Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)s").matcher(Files.readString(properties));
        assertTrue(timeout.find(), properties.toString());
        return Integer.parseInt(timeout.group(1));
    }

    @Test
    void servicesBudgetsAndSpreadMeanExactlyOneKindOfPod() {
        // Given
        Rendered rendered = Chart.production();

        // Then
        for (String kind : List.of("Service", "PodDisruptionBudget")) {
            assertEquals(6, rendered.all(kind).size());
            for (JsonNode object : rendered.all(kind)) {
                JsonNode selector = kind.equals("Service") ? object.at("/spec/selector") : object.at("/spec/selector/matchLabels");
                List<String> chosen = rendered.pods().stream().filter(pod -> Labels.match(selector, pod.at("/metadata/labels")))
                        .map(Rendered::label).toList();
                assertEquals(List.of(Rendered.name(object).replaceFirst("gongdan-", "")), chosen, Rendered.name(object));
            }
        }
        for (JsonNode deployment : rendered.all("Deployment")) {
            List<String> keys = new ArrayList<>();
            for (JsonNode spread : deployment.at("/spec/template/spec/topologySpreadConstraints")) {
                keys.add(spread.path("topologyKey").asText());
                assertTrue(Labels.match(spread.at("/labelSelector/matchLabels"), deployment.at("/spec/template/metadata/labels")));
            }
            assertEquals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname"), Set.copyOf(keys));
        }
    }

    /** A Deployment whose replicas are both fixed and scaled would be set back at each upgrade. */
    @Test
    void whatScalesHasNoFixedNumber() {
        // Given
        Rendered rendered = Chart.production();
        List<JsonNode> scalers = new ArrayList<>(rendered.all("HorizontalPodAutoscaler"));
        scalers.addAll(rendered.all("ScaledObject"));

        // Then
        assertEquals(5, scalers.size());
        for (JsonNode deployment : rendered.all("Deployment")) {
            boolean scaled = scalers.stream()
                    .anyMatch(scaler -> scaler.at("/spec/scaleTargetRef/name").asText().equals(Rendered.name(deployment)));
            assertEquals(!scaled, deployment.path("spec").has("replicas"), Rendered.name(deployment));
        }
    }

    @Test
    void podsChangeOnlyWithWhatRunsInThem() {
        // Given
        Rendered rendered = Chart.production();

        // Then
        rendered.all("Deployment").forEach(deployment -> assertTrue(
                !deployment.at("/spec/template/metadata/labels").has("helm.sh/chart"), "a new chart alone must not start pods anew"));
    }

    @Test
    void theRebuildNeverStartsByItself() {
        // Given
        JsonNode rebuild = Chart.production().one("CronJob", "gongdan-rebuild");

        // Then
        assertTrue(rebuild.at("/spec/suspend").asBoolean());
        assertEquals(0, rebuild.at("/spec/jobTemplate/spec/backoffLimit").asInt(-1));
        assertEquals("[\"rebuild\"]", rebuild.at("/spec/jobTemplate/spec/template/spec/containers/0/args").toString());
    }

    @Test
    void theRestoreNeverStartsByItselfAndFindsEveryDatabase() {
        for (String name : List.of("restore", "restore-check")) {
            // Given
            JsonNode restore = Chart.production().one("CronJob", "gongdan-" + name);
            JsonNode container = restore.at("/spec/jobTemplate/spec/template/spec/containers/0");

            // When
            List<String> arguments = Rendered.list(container.path("args")).stream().map(JsonNode::asText).toList();

            // Then
            assertTrue(restore.at("/spec/suspend").asBoolean());
            assertEquals(0, restore.at("/spec/jobTemplate/spec/backoffLimit").asInt(-1));
            assertEquals(name.equals("restore-check"), arguments.contains("--check"));
            for (String service : Chart.PROCESSES.stream().filter(process -> !process.equals("gateway")).toList()) {
                assertTrue(
                        arguments.stream()
                                .anyMatch(argument -> argument.matches(service + "=\\S+:5432/" + service.replace("-service", ""))),
                        arguments.toString());
                assertTrue(
                        container.path("env").findValuesAsText("name")
                                .contains(service.toUpperCase().replace('-', '_') + "_OWNER_PASSWORD"),
                        service);
            }
        }
    }

    /** A Job's pod can never be changed: whatever changes it must bring a Job of another name. */
    @Test
    void theJobOfTheRealmIsCalledByItsContent() {
        // Given
        String job = Rendered.name(Chart.production().all("Job").getFirst());

        // Then
        assertTrue(job.matches("gongdan-realm-[0-9a-f]{8}"), job);
        for (String change : List.of("image.tag=1.2.3", "image.pullPolicy=Always", "url=https://other.example.com",
                "defaults.priorityClassName=high",
                "mail.port=465")) {
            assertNotEquals(job, Rendered.name(Chart.rendered("-f", "examples/production.yaml", "--set", change).all("Job").getFirst()),
                    change);
        }
        assertEquals(job, Rendered.name(Chart.everything().all("Job").getFirst()), "what does not concern it brings no other");
    }

    @Test
    void oneWayInLeadsToTheGateway() {
        JsonNode route = Chart.production().all("HTTPRoute").getFirst();
        JsonNode ingress = Chart.rendered("-f", "examples/production.yaml", "--set", "route.enabled=false", "--set", "ingress.enabled=true")
                .all("Ingress").getFirst();
        assertEquals("gongdan-gateway", route.at("/spec/rules/0/backendRefs/0/name").asText());
        assertEquals("service.example.com", route.at("/spec/hostnames/0").asText());
        assertEquals("gongdan-gateway", ingress.at("/spec/rules/0/http/paths/0/backend/service/name").asText());
        assertEquals(List.of(), Types.faults(ingress));
    }
}
