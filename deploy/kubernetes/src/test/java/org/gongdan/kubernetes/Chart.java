package org.gongdan.kubernetes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, and what it renders for some values; each combination once per run. */
final class Chart {

    static final Path FOLDER = Command.HERE.resolve("chart");
    static final List<String> PROCESSES = List.of("gateway", "ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    /** Values under which everything that the chart can render is there. */
    static final String[] EVERYTHING = {"-f", "examples/production.yaml", "--set", "traces.endpoint=http://collector:4317",
            "--set", "keycloak.adminUrl=http://keycloak:8080/admin/realms/gongdan", "--set", "webhooks.allowedHosts={intranet.example}"};
    private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

    private Chart() {
    }

    static Rendered small() {
        return rendered("-f", "examples/small.yaml");
    }

    static Rendered production() {
        return rendered("-f", "examples/production.yaml");
    }

    static Rendered everything() {
        return rendered(EVERYTHING);
    }

    static Rendered rendered(String... values) {
        return RENDERED.computeIfAbsent(String.join(" ", values), key -> Rendered.of(template(values).orFail().output()));
    }

    /** `helm template` as release and namespace "gongdan". */
    static Command template(String... values) {
        List<String> line = new ArrayList<>(List.of("helm", "template", "gongdan", "chart", "--namespace", "gongdan"));
        line.addAll(List.of(values));
        return Command.run(line.toArray(String[]::new));
    }
}
