package org.gongdan.rollout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a Deployment of the chart says of its pods. What cannot be carried out here is refused, so that nothing is tried but what is rendered.
 *
 * @param entrypoint instead of the image's; empty: the image's.
 * @param files folders of files from Secrets, by where they are mounted
 */
record PodTemplate(String process, int replicas, String image, List<String> entrypoint, List<Variable> environment,
        Map<String, Files> files, String user,
        String memory, int cpuShares, Duration grace, Duration preStop, Probe startup, Probe liveness, Probe readiness) {

    /** @param secret null when the value is plain, else the Secret whose key {@code value} is */
    record Variable(String name, String secret, String value) {
    }

    /** @param items key in the Secret by name of the file */
    record Files(String secret, Map<String, String> items) {
    }

    record Probe(String path, int port, Duration period, Duration timeout, int failures) {
    }

    static PodTemplate of(JsonNode deployment) {
        var pod = deployment.at("/spec/template/spec");
        var container = only(pod.path("containers"));
        var security = container.path("securityContext");
        require(security.path("readOnlyRootFilesystem").booleanValue(), "a root file system that can be written");
        require(!security.path("allowPrivilegeEscalation").booleanValue(), "privilege escalation");
        require(only(security.at("/capabilities/drop")).textValue().equals("ALL"), "capabilities");
        require(pod.at("/securityContext/runAsNonRoot").booleanValue(), "root");
        require(!pod.path("enableServiceLinks").asBoolean(true), "service links");
        require(!container.has("command") && !container.has("args"), "a command of its own");
        return new PodTemplate(container.path("name").textValue(), deployment.at("/spec/replicas").intValue(),
                container.path("image").textValue(), List.of(), environment(container), files(pod, container),
                pod.at("/securityContext/runAsUser").asText() + ":" + pod.at("/securityContext/runAsGroup").asText(),
                container.at("/resources/limits/memory").textValue().replace("Mi", "m").replace("Gi", "g"),
                shares(container.at("/resources/requests/cpu").asText()), seconds(pod.path("terminationGracePeriodSeconds")),
                seconds(container.at("/lifecycle/preStop/sleep/seconds")), probe(container, "startupProbe"),
                probe(container, "livenessProbe"), probe(container, "readinessProbe"));
    }

    PodTemplate withTag(String tag) {
        return new PodTemplate(process, replicas, image.substring(0, image.lastIndexOf(':') + 1) + tag, entrypoint, environment, files,
                user,
                memory, cpuShares, grace, preStop, startup, liveness, readiness);
    }

    /** The same, but it writes a cache of classes to {@code /tmp/app.aot} when it ends; for that it needs time, and room for a second JVM. */
    PodTemplate training() {
        return new PodTemplate(process, 1, image,
                List.of("/opt/java/bin/java", "-XX:AOTCacheOutput=/tmp/app.aot", "@/opt/gongdan/java-options",
                        "-jar", "/opt/gongdan/quarkus-run.jar"),
                environment, files, user, "2g", cpuShares, Duration.ofMinutes(10), preStop, startup,
                liveness, readiness);
    }

    private static List<Variable> environment(JsonNode container) {
        return container.path("env").valueStream().map(each -> {
            var secret = each.at("/valueFrom/secretKeyRef");
            return secret.isMissingNode() ? new Variable(each.path("name").textValue(), null, each.path("value").asText())
                    : new Variable(each.path("name").textValue(), secret.path("name").textValue(), secret.path("key").textValue());
        }).toList();
    }

    private static Map<String, Files> files(JsonNode pod, JsonNode container) {
        var files = new LinkedHashMap<String, Files>();
        for (var mount : container.path("volumeMounts")) {
            var volume = pod.path("volumes").valueStream().filter(each -> each.path("name").equals(mount.path("name"))).findFirst()
                    .orElseThrow();
            if (volume.has("secret")) {
                var items = new LinkedHashMap<String, String>();
                volume.at("/secret/items").forEach(item -> items.put(item.path("path").textValue(), item.path("key").textValue()));
                files.put(mount.path("mountPath").textValue(), new Files(volume.at("/secret/secretName").textValue(), items));
            } else {
                require(volume.has("emptyDir") && mount.path("mountPath").textValue().equals("/tmp"), "volume " + volume);
            }
        }
        return files;
    }

    private static Probe probe(JsonNode container, String name) {
        var probe = container.path(name);
        var port = probe.at("/httpGet/port");
        var number = port.isNumber() ? port.intValue()
                : container.path("ports").valueStream().filter(each -> each.path("name").equals(port)).findFirst().orElseThrow()
                        .path("containerPort").intValue();
        return new Probe(probe.at("/httpGet/path").textValue(), number, Duration.ofSeconds(probe.path("periodSeconds").asInt(10)),
                Duration.ofSeconds(probe.path("timeoutSeconds").asInt(1)), probe.path("failureThreshold").asInt(3));
    }

    /** A core is 1024 shares. */
    private static int shares(String cpu) {
        return cpu.endsWith("m") ? Integer.parseInt(cpu.substring(0, cpu.length() - 1)) * 1024 / 1000 : Integer.parseInt(cpu) * 1024;
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofSeconds(number.asInt(0));
    }

    private static JsonNode only(JsonNode list) {
        require(list.size() == 1, list.size() + " entries in " + list);
        return list.get(0);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The chart renders what cannot be tried here: " + otherwise);
        }
    }
}
