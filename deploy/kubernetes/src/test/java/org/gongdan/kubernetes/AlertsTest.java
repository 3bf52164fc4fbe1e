package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class AlertsTest {

    private static final Path RULES = Path.of("target/alerts.yaml");
    private static final String TESTS = "src/test/resources/alerts/alerts.test.yaml";
    private static final Path RUNBOOKS = Command.ROOT.resolve("docs/runbooks");
    private static List<JsonNode> alerts;

    /** As Prometheus would read them: what the PrometheusRule holds. JSON is YAML. */
    @BeforeAll
    static void written() throws IOException {
        JsonNode spec = Chart.production().all("PrometheusRule").getFirst().path("spec");
        Files.createDirectories(RULES.getParent());
        Files.writeString(RULES, spec.toString());
        alerts = Rendered.list(spec.path("groups")).stream().flatMap(group -> Rendered.list(group.path("rules")).stream()).toList();
    }

    @Test
    void prometheusReadsThem() {
        Command.run("promtool", "check", "rules", RULES.toString()).orFail();
    }

    @Test
    void eachIsQuietAtFirstAndFiresWhenItShould() {
        Command.run("promtool", "test", "rules", TESTS).orFail();
    }

    @Test
    void eachHasItsTest() {
        assertEquals(names(), new TreeSet<>(Sources.all("- name: (Gongdan\\w+)", Sources.text(Command.HERE.resolve(TESTS)))));
    }

    @Test
    void eachLeadsToAPageAndEachPageIsOfAnAlert() throws IOException {
        // Given
        Set<String> led = alerts.stream().map(alert -> alert.at("/annotations/runbook_url").asText())
                .map(url -> url.replaceFirst(".*/docs/runbooks/", "")).collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> pages;
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            pages = files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("gongdan"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertEquals(led, pages);
        for (String page : pages) {
            String text = Sources.text(RUNBOOKS.resolve(page));
            assertEquals(List.of("## What it means", "## First look", "## Mend"),
                    Sources.lines(text).stream().filter(line -> line.startsWith("## ")).toList(), page);
            assertTrue(Sources.text(RUNBOOKS.resolve("README.md")).contains("(" + page + ")"), page + " is missing in the README");
        }
    }

    @Test
    void eachSaysWhoIsConcernedAndHowBadItIs() {
        for (JsonNode alert : alerts) {
            assertTrue(Set.of("critical", "warning").contains(alert.at("/labels/severity").asText()), alert.toString());
            assertTrue(alert.at("/annotations/summary").isTextual() && alert.at("/annotations/description").isTextual(), alert.toString());
        }
    }

    /** The table "What to watch" in docs/operations.md. */
    @Test
    void whatOperationsMdAsksToWatchIsWatched() {
        // Given
        String page = Sources.text(Command.ROOT.resolve("docs/operations.md"));
        String table = page.substring(page.indexOf("## What to watch"), page.indexOf("\n## ", page.indexOf("## What to watch") + 5));

        // When
        Set<String> unwatched = new TreeSet<>(Sources.all("(?m)^\\| `([a-z_]+)`", table));
        unwatched.removeIf(metric -> alerts.stream().anyMatch(alert -> alert.path("expr").asText().contains(metric)));

        // Then
        assertEquals(Set.of(), unwatched);
    }

    @Test
    void anAlertCanBeLeftOut() {
        // When
        JsonNode rules = Chart.rendered("-f", "examples/production.yaml", "--set", "monitoring.disabledAlerts={GongdanSlow,GongdanErrors}")
                .all("PrometheusRule").getFirst();

        // Then
        Set<String> left = new TreeSet<>(names());
        left.removeAll(Set.of("GongdanSlow", "GongdanErrors"));
        assertEquals(left, Rendered.list(rules.at("/spec/groups")).stream().flatMap(group -> Rendered.list(group.path("rules")).stream())
                .map(rule -> rule.path("alert").asText()).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void prometheusFindsEveryProcess() {
        // Given
        Rendered rendered = Chart.production();

        // Then
        for (JsonNode monitor : rendered.all("ServiceMonitor")) {
            JsonNode service = rendered.one("Service", Rendered.name(monitor));
            assertTrue(Labels.match(monitor.at("/spec/selector/matchLabels"), service.at("/metadata/labels")));
            assertEquals("management", monitor.at("/spec/endpoints/0/port").asText());
            assertEquals("prometheus", monitor.at("/metadata/labels/release").asText(),
                    "the label by which this Prometheus finds monitors");
        }
        assertEquals(6, rendered.all("ServiceMonitor").size());
    }

    @Test
    void dashboardsAreGivenToGrafana() {
        // When
        List<JsonNode> boards = Chart.production().all("ConfigMap");

        // Then
        assertEquals(2, boards.size());
        for (JsonNode board : boards) {
            assertEquals("1", board.at("/metadata/labels/grafana_dashboard").asText());
            board.path("data").forEach(json -> assertTrue(Rendered.one(json.asText()).path("panels").size() >= 12));
        }
    }

    private static Set<String> names() {
        return alerts.stream().map(alert -> alert.path("alert").asText()).collect(Collectors.toCollection(TreeSet::new));
    }
}
