package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A real Prometheus scrapes every process as the chart's ServiceMonitors let it: each metric that an alert or a dashboard of the chart asks for is there. */
@OnPlatform
class MetricsJourney {
    private static final Path CHART = Path.of("../kubernetes/chart");
    private static final Path FOLDER = Path.of("target/prometheus");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Told only once it has happened; the code makes them under these names. */
    private static final Set<String> ONLY_WHEN_IT_HAPPENS = Set.of("timer.failed", "notification.failed");

    private final Play play;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process prometheus;
    private String address;

    MetricsJourney(Play play) {
        this.play = play;
    }

    @BeforeEach
    void prometheusScrapes() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("alerts.yaml"),
                Files.readString(CHART.resolve("files/alerts.yaml")).replace("$NAMESPACE", "gongdan"));
        Files.writeString(FOLDER.resolve("prometheus.yml"), configuration());
        address = "127.0.0.1:" + Ports.free().of(Ports.MAIL_PAGE);
        try {
            prometheus = new ProcessBuilder("prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data",
                    "--web.listen-address=" + address)
                    .directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(FOLDER.resolve("log.txt").toFile()).start();
        } catch (IOException missing) {
            throw new UncheckedIOException("deploy/install-test-tools installs prometheus", missing);
        }
    }

    @AfterEach
    void prometheusEnds() throws InterruptedException {
        prometheus.destroy();
        prometheus.waitFor();
    }

    @Test
    void whatAlertsAndDashboardsAskForIsThere() throws IOException {
        // Given
        var expressions = new ArrayList<>(dashboards());
        var asked = metrics(Stream.concat(expressions.stream(), alerts().stream()));
        var late = ONLY_WHEN_IT_HAPPENS.stream().map(name -> name.replace('.', '_') + "_total").toList();

        // When
        var ticket = play.reported(play.newShop(), Instant.now().plusSeconds(15));
        play.story.await(ticket, "SlaBreached");

        // Then
        Patience.await("every metric that is asked for").untilAsserted(() -> {
            var missing = new TreeSet<>(asked);
            ask("/api/v1/label/__name__/values").path("data").forEach(name -> missing.remove(name.asText()));
            late.forEach(missing::remove);
            assertEquals(Set.of(), missing);
        });
        Patience.await("every panel").untilAsserted(() -> assertEquals(List.of(), expressions.stream().filter(this::isEmpty).toList()));
        for (var name : ONLY_WHEN_IT_HAPPENS) {
            assertTrue(isMadeSomewhere(name), name);
        }
        rulesAreEvaluated();
    }

    private void rulesAreEvaluated() {
        Patience.await("every rule evaluated").untilAsserted(() -> {
            var states = new ArrayList<String>();
            ask("/api/v1/rules").at("/data/groups").forEach(group -> group.path("rules")
                    .forEach(rule -> states.add(rule.path("health").asText())));
            assertEquals(Set.of("ok"), Set.copyOf(states));
            assertEquals(alerts().size(), states.size());
        });
    }

    private String configuration() {
        var jobs = Arrays.stream(Service.values()).map(Service::module).map(process -> """
                  - job_name: %1$s
                    metrics_path: /q/metrics
                    static_configs: [{ targets: ["%2$s"], labels: { namespace: gongdan, process: %1$s, pod: %1$s-1 } }]
                """.formatted(process, play.platform.management(process))).collect(Collectors.joining());
        return "global: { scrape_interval: 2s, evaluation_interval: 2s }\nrule_files: [alerts.yaml]\nscrape_configs:\n" + jobs;
    }

    private static List<String> alerts() throws IOException {
        var rules = Files.readString(CHART.resolve("files/alerts.yaml"));
        return Pattern.compile("expr: (?:\\|-\\n)?(.*?)\\n +(?:for|labels):", Pattern.DOTALL).matcher(rules).results()
                .map(match -> match.group(1)).toList();
    }

    private static List<String> dashboards() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(CHART.resolve("dashboards"))) {
            for (var file : files.toList()) {
                JSON.readTree(file.toFile()).findValues("expr").forEach(expression -> found.add(expression.asText()));
            }
        }
        return found;
    }

    private static Set<String> metrics(Stream<String> expressions) {
        return expressions.map(expression -> expression.replaceAll("\\{[^}]*}|by \\([^)]*\\)", " "))
                .flatMap(expression -> Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b|\\bup\\b").matcher(expression).results()
                        .map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A panel must show something for one process at least; of failures there are none, it is to be hoped. */
    private boolean isEmpty(String expression) {
        return !expression.contains("5xx") && Arrays.stream(Service.values()).map(Service::module)
                .map(process -> expression.replace("$namespace", "gongdan").replace("$process", process))
                .allMatch(query -> ask("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).at("/data/result")
                        .isEmpty());
    }

    private static boolean isMadeSomewhere(String meter) throws IOException {
        for (var module : List.of("platform", "notification-service")) {
            try (var files = Files.walk(Path.of("../../" + module + "/src/main/java"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file).contains("counter(\"" + meter + "\"")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private JsonNode ask(String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(Duration.ofSeconds(5)).build(),
                    BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException notYet) {
            throw new AssertionError("Prometheus does not answer", notYet);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
