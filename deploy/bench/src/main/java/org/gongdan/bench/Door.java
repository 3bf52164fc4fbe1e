package org.gongdan.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * What the gateway costs: the same requests straight at ticket-service and through the gateway, with a token and with a browser's session, in turns, so that
 * the machine's moods meet all of them. The limit for one caller is off, as one caller stands for many here.
 */
final class Door implements Section {

    private static final int TICKETS = 50_000;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    /** At this rate latencies are compared: low enough for both ways. */
    private static final int CALM = 200;
    private static final String GATEWAY = Service.GATEWAY.module();
    private static final List<String> PROCESSES = List.of(GATEWAY, Service.TICKET.module(), Ports.POSTGRES);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private enum Way {
        STRAIGHT("straight"), TOKEN("through the gateway, token"), SESSION("through the gateway, session");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private record Kind(String what, Load.Request request, int wantedStraight, int wantedThrough) {
    }

    /** @param gateway CPU milliseconds of a request, likewise the other */
    private record Round(Load.Outcome outcome, double gateway, double all, double others) {
    }

    @Override
    public String name() {
        return "door";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public String missing(Bench bench) {
        return CHROMIUM.toFile().canExecute() ? null : CHROMIUM + " is not installed: deploy/install-test-tools";
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        bench.others(false);
        bench.stack().process(GATEWAY).restart(Map.of("GATEWAY_RATE_LIMIT", "false"));
        try {
            measure(bench, table);
        } finally {
            bench.stack().process(GATEWAY).restart(Map.of());
        }
    }

    private static void measure(Bench bench, Table table) throws Exception {
        new BulkTickets(bench.ticketData()).growTo(bench.many(TICKETS));
        List<Kind> kinds = kinds(bench);
        firstMinutes(bench, table, kinds.getFirst().request());
        warm(bench, kinds);
        for (Kind kind : kinds) {
            throughput(bench, table, kind);
        }
        latency(bench, table, kinds.getFirst().request());
    }

    private static List<Kind> kinds(Bench bench) throws Exception {
        List<String> tickets = bench.ticketData().list("select id::text from ticket where summary like '批量%' order by id limit 3000",
                row -> row.getString(1));
        return List.of(new Kind("read one ticket", Load.Request.get("/api/tickets/${item}", tickets), 3000, 2000),
                new Kind("20 newest open", Load.Request.get("/api/tickets?limit=20&status=OPEN", List.of()), 2000, 0),
                new Kind("search for a word", Load.Request.get("/api/tickets?limit=20&query=${item}", List.of("901-1", "933-0", "977-1")),
                        600, 0),
                new Kind("open a ticket", bench.open(), 0, 0));
    }

    /** A gateway that was started a moment ago: what it costs in its first and in its second minute. */
    private static void firstMinutes(Bench bench, Table table, Load.Request request) throws Exception {
        for (String minute : List.of("first", "second")) {
            Round round = round(bench, Way.TOKEN, request, load -> load.run(CALM, bench.seconds(60), request));
            table.add("door: gateway in its %s minute".formatted(minute), "%.2f CPU ms a request".formatted(round.gateway()),
                    minute.equals("first") ? "" : "≤ 0.5 ms", minute.equals("first") || round.gateway() <= 0.5,
                    round.outcome().sentence() + "; others took %.0f %% of the machine".formatted(100 * round.others()));
        }
    }

    private static void warm(Bench bench, List<Kind> kinds) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            for (Kind kind : kinds) {
                for (Way way : Way.values()) {
                    System.out.println(
                            "      warm-up: " + load(bench, way).atOnce(CLIENTS, bench.warmSeconds() / 4 + 1, kind.request()).sentence());
                }
            }
        }
    }

    private static void throughput(Bench bench, Table table, Kind kind) throws Exception {
        Map<Way, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : Way.values()) {
                Round measured = round(bench, way, kind.request(), load -> load.atOnce(CLIENTS, bench.seconds(8), kind.request()));
                System.out.println("      " + way.words + ": " + measured.outcome().sentence());
                rounds.computeIfAbsent(way, ignored -> new ArrayList<>()).add(measured);
            }
        }
        double straight = middle(rounds.get(Way.STRAIGHT), round -> round.outcome().perSecond());
        rounds.forEach((way, all) -> {
            double rate = middle(all, round -> round.outcome().perSecond());
            boolean through = way != Way.STRAIGHT;
            int wanted = through ? kind.wantedThrough() : kind.wantedStraight();
            double gateway = middle(all, Round::gateway);
            String target = (wanted > 0 ? "≥ %,d/s".formatted(wanted) : "")
                    + (through ? (wanted > 0 ? ", " : "") + "≥ 70 %, gateway ≤ 0.25 ms" : "");
            table.add("door: %s, %s".formatted(kind.what(), way.words),
                    "%,.0f/s".formatted(rate) + (through ? ", %.0f %% of straight".formatted(100 * rate / straight) : ""), target,
                    rate >= wanted && (!through || rate >= 0.7 * straight && gateway <= 0.25),
                    "%d clients, rounds %s; %.2f CPU ms in all, gateway %.2f; p99 %.1f ms; others took %.0f %%".formatted(CLIENTS,
                            all.stream().map(round -> "%,.0f".formatted(round.outcome().perSecond())).collect(Collectors.joining(", ")),
                            middle(all, Round::all), gateway, middle(all, round -> round.outcome().p99()),
                            100 * middle(all, Round::others)));
        });
    }

    private static void latency(Bench bench, Table table, Load.Request request) throws Exception {
        Map<Way, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : Way.values()) {
                rounds.computeIfAbsent(way, ignored -> new ArrayList<>())
                        .add(round(bench, way, request, load -> load.run(CALM, bench.seconds(8), request)));
            }
        }
        double straight = middle(rounds.get(Way.STRAIGHT), round -> round.outcome().p99());
        rounds.forEach((way, all) -> {
            double p99 = middle(all, round -> round.outcome().p99());
            table.add("door: p99 at %d/s, %s".formatted(CALM, way.words), "%.1f ms".formatted(p99), way == Way.STRAIGHT ? "" : "≤ 2 ×",
                    p99 <= 2 * straight, "p50 %.1f ms; gateway %.2f CPU ms a request".formatted(middle(all, round -> round.outcome().p50()),
                            middle(all, Round::gateway)));
        });
    }

    private interface Loading {
        Load.Outcome with(Load load);
    }

    private static Round round(Bench bench, Way way, Load.Request request, Loading loading) throws Exception {
        if (request.method().equals("POST")) {
            bench.emptyInbox();
        }
        Load load = load(bench, way);
        Meter meter = bench.meter(PROCESSES);
        Load.Outcome outcome = loading.with(load);
        Meter.Reading cpu = meter.read();
        double answered = Math.max(1, outcome.answered());
        return new Round(outcome, cpu.cpuMillis().getOrDefault(GATEWAY, 0.0) / answered, cpu.total() / answered, cpu.others());
    }

    private static Load load(Bench bench, Way way) {
        int port = bench.stack().ports().of(way == Way.STRAIGHT ? Service.TICKET.module() : GATEWAY);
        return way == Way.SESSION ? Load.ofBrowser(port, cookies(bench.stack().address(GATEWAY)), CLIENTS)
                : new Load(port, bench.token(), CLIENTS);
    }

    /** Of an agent who signs in with a real browser; a session's tokens live five minutes and no browser refreshes them here. */
    private static String cookies(String address) {
        var options = new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox", "--disable-gpu"));
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options); var person = new Visitor(browser, address).signedIn("agent", 1440)) {
            return person.cookies(address).stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        }
    }

    private static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().sorted(Comparator.comparingDouble(figure)).skip(rounds.size() / 2).mapToDouble(figure).findFirst()
                .orElseThrow();
    }
}
