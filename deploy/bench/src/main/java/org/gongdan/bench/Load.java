package org.gongdan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkData;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import io.hyperfoil.core.parser.ParserException;
import io.hyperfoil.http.statistics.HttpStats;

/**
 * Sends one kind of request. In the open model a new one at every tick of the rate, whether or not the earlier ones were answered; requests
 * that find no room count as errors, so that a service that cannot keep up never looks better than it is. In the closed model ({@link #atOnce}) each
 * of a few clients sends the next one when it has its answer, which finds out how much can be done.
 */
final class Load {

    private static final int CONNECTIONS = 256;
    /** A service that answers within this p99 is not falling behind; beyond it, waiting requests pile up. */
    static final double TOLERABLE_P99_MILLIS = 200;

    private final int port;
    private final String credentials;
    private final int connections;

    Load(int port, String token) {
        this(port, token, CONNECTIONS);
    }

    /** @param connections as many as the client keeps open */
    Load(int port, String token, int connections) {
        this(port, connections, "authorization: Bearer " + token);
    }

    private Load(int port, int connections, String credentials) {
        this.port = port;
        this.credentials = credentials;
        this.connections = connections;
    }

    /** As a browser that is signed in. @param cookies what it sends in the header of this name */
    static Load ofBrowser(int port, String cookies, int connections) {
        return new Load(port, connections,
                "cookie: '" + cookies + "'\n              sec-fetch-site: same-origin\n              x-gongdan-csrf: '1'");
    }

    /** @param items values of which each request draws one into {@code ${item}} of the path, or nothing */
    record Request(String method, String path, String body, List<String> items) {

        static Request get(String path, List<String> items) {
            return new Request("GET", path, null, items);
        }

        static Request post(String path, String body) {
            return new Request("POST", path, body, List.of());
        }
    }

    /**
     * @param rate     requests per second that were asked for
     * @param answered answered with 2xx
     * @param errors   everything else: other status, no answer, no connection, not even started
     * @param blocked  milliseconds a request waited for a connection, on average; its latency does not hold them
     */
    record Outcome(int rate, double seconds, long answered, long errors, double p50, double p99, double max, double blocked) {

        /** All that was asked for was answered in time. Arrivals are random, so their number differs a little from rate times seconds. */
        boolean kept() {
            return errors == 0 && answered >= 0.9 * rate * seconds && p99 <= TOLERABLE_P99_MILLIS && blocked < 1;
        }

        double perSecond() {
            return answered / seconds;
        }

        String sentence() {
            return "%d/s for %.0f s: %d answered, %d errors, p50 %.1f ms, p99 %.1f ms, max %.0f ms".formatted(rate, seconds, answered,
                    errors, p50, p99, max)
                    + (blocked >= 0.1 ? ", before that %.1f ms for a connection on average".formatted(blocked) : "");
        }
    }

    Outcome run(int rate, int seconds, Request request) {
        return run(rate, seconds, request, """
                    constantRate:
                      usersPerSec: %d
                      duration: %ds
                      maxSessions: %d
                """.formatted(rate, seconds, Math.max(200, 2 * rate)));
    }

    /** As many as are answered; the outcome's rate is what that came to. Fails when nothing is: how fast calls are refused is nobody's question. */
    Outcome atOnce(int clients, int seconds, Request request) {
        Outcome done = run(0, seconds, request, """
                    always:
                      users: %d
                      duration: %ds
                """.formatted(clients, seconds));
        if (done.answered() == 0) {
            throw new IllegalStateException("%s %s: %s".formatted(request.method(), request.path(), done.sentence()));
        }
        return new Outcome((int) done.perSecond(), seconds, done.answered(), done.errors(), done.p50(), done.p99(), done.max(),
                done.blocked());
    }

    private Outcome run(int rate, int seconds, Request request, String model) {
        StatisticsSnapshot total = new StatisticsSnapshot();
        LocalSimulationRunner runner = new LocalSimulationRunner(benchmark(model, request),
                (phase, step, metric, snapshot, done) -> total.add(snapshot), null, null);
        runner.run();
        HttpStats http = HttpStats.get(total);
        int good = http == null ? 0 : http.status_2xx;
        // A full queue ends the phase: the requests that were never started are errors too.
        boolean overflow = runner.instances().get("load").getError() != null;
        long asked = overflow ? Math.max(total.requestCount, (long) rate * seconds) : total.requestCount;
        return new Outcome(rate, seconds, good, Math.max(asked - good, total.errors()), millis(total, 50), millis(total, 99),
                total.histogram.getMaxValue() / 1e6, total.blockedTime / 1e6 / Math.max(1, total.requestCount));
    }

    private static double millis(StatisticsSnapshot total, double percentile) {
        return total.histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private Benchmark benchmark(String model, Request request) {
        String yaml = """
                name: load
                threads: 1
                statisticsCollectionPeriod: 1000
                http:
                  host: http://127.0.0.1:%d
                  sharedConnections: %d
                  requestTimeout: 20s
                ergonomics:
                  stopOnInvalid: false
                phases:
                - load:
                %s      scenario:
                      - one:
                %s        - httpRequest:
                            %s: %s
                            headers:
                              %s
                              content-type: application/json
                %s""".formatted(port, connections, model,
                request.items().isEmpty() ? "" : "        - randomItem:\n            file: items.txt\n            toVar: item\n",
                request.method(), request.path(), credentials,
                request.body() == null ? "" : "            body: '" + request.body().replace("'", "''") + "'\n");
        try (InputStream text = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            return BenchmarkParser.instance().buildBenchmark(text, items(request.items()), Map.of());
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("the load generator does not take this:\n" + yaml, e);
        }
    }

    private static BenchmarkData items(List<String> items) {
        byte[] file = String.join("\n", items).getBytes(StandardCharsets.UTF_8);
        return new BenchmarkData() {
            @Override
            public InputStream readFile(String name) {
                return new ByteArrayInputStream(file);
            }

            @Override
            public Map<String, byte[]> files() {
                return Map.of("items.txt", file);
            }
        };
    }
}
