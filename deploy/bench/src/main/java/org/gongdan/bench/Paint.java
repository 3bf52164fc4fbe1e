package org.gongdan.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongdan.stack.Service;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * How soon a person sees something useful, and how smoothly a long list moves: a real browser without a graphics card that keeps nothing, the
 * console as the gateway gives it, 50,000 tickets behind it.
 */
final class Paint implements Section {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> ROLES = List.of("agent", "dispatcher", "engineer", "supervisor", "manager", "admin", "customer");
    private static final int TICKETS = 50_000;
    private static final int TRIES = 5;
    private static final int ROWS = 1_000;
    /** So many the console asks for at a time. */
    private static final int PAGE = 50;

    /** Pages show a heading above what they hold, and something that turns until that is there. */
    private static final String USEFUL = """
            () => document.querySelector('main h1') && !document.querySelector('main .ant-spin-spinning, main .ant-skeleton, main .waiting')
                && performance.now()""";
    private static final String FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";

    /** Scrolls by 120 pixels at each frame, as a wheel does that is turned quickly. @return milliseconds between frames */
    private static final String SCROLL = """
            () => new Promise(done => {
                const body = document.querySelector('.ant-table-tbody-virtual-holder') ?? document.scrollingElement;
                const frames = [];
                let last = performance.now();
                const step = now => {
                    frames.push(now - last);
                    last = now;
                    body.scrollTop += 120;
                    frames.length < 300 ? requestAnimationFrame(step) : done(frames.slice(1));
                };
                requestAnimationFrame(step);
            })""";

    @Override
    public String name() {
        return "paint";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.values());
    }

    @Override
    public String missing(Bench bench) {
        return CHROMIUM.toFile().canExecute() ? null : CHROMIUM + " is not installed: deploy/install-test-tools";
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        new BulkTickets(bench.ticketData()).growTo(bench.many(TICKETS));
        var options = new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox", "--disable-gpu"));
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options)) {
            var visitor = new Visitor(browser, bench.stack().address(Service.GATEWAY.module()));
            for (String role : ROLES) {
                landing(visitor, role, table);
            }
            scrolling(visitor, 1440, table);
            scrolling(visitor, 390, table);
        }
    }

    private static void landing(Visitor visitor, String role, Table table) {
        List<Double> first = new ArrayList<>();
        List<Double> useful = new ArrayList<>();
        for (int turn = 0; turn <= TRIES; turn++) {
            try (var person = visitor.signedIn(role, 1440)) {
                // A new page of the same person: his session is there, and the browser has kept no file of it.
                Page page = visitor.forgetful(person);
                page.navigate(visitor.address());
                double seen = ((Number) page.waitForFunction(USEFUL).jsonValue()).doubleValue();
                if (turn > 0) {
                    useful.add(seen);
                    first.add(((Number) page.evaluate(FIRST_PAINT)).doubleValue());
                }
            }
        }
        double median = median(useful);
        table.add("landing page of " + role, "something after %.0f ms, useful after %.0f ms".formatted(median(first), median), "≤ 1,500 ms",
                median <= 1500, "medians of %d; slowest %.0f ms".formatted(TRIES, Collections.max(useful)));
    }

    private static void scrolling(Visitor visitor, int width, Table table) {
        try (var agent = visitor.signedIn("agent", width)) {
            Page page = agent.newPage();
            page.navigate(visitor.address() + "/tickets");
            page.waitForFunction(USEFUL);
            for (int rows = PAGE; rows < ROWS; rows += PAGE) {
                page.waitForResponse(answer -> answer.url().contains("/api/tickets?"), page.getByTestId("load-more")::click);
            }
            double[] frames = ((List<?>) page.evaluate(SCROLL)).stream().mapToDouble(frame -> ((Number) frame).doubleValue()).toArray();
            Arrays.sort(frames);
            double mean = Arrays.stream(frames).average().orElseThrow();
            table.add("a list of %,d rows, scrolled, %d px wide".formatted(ROWS, width), "%.0f frames a second".formatted(1000 / mean),
                    "≥ 60",
                    Math.round(1000 / mean) >= 60, String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, longest %.1f ms of %d frames",
                            frames[frames.length / 2], frames[frames.length * 95 / 100], frames[frames.length - 1], frames.length));
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
