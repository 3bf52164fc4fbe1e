package org.gongdan.journeys;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Twenty calls a second: half of them over connections that are kept as long as the other side keeps them, half over a new one each. */
final class Traffic implements AutoCloseable {
    private static final int CALLERS = 10;
    private static final int EVERY_MILLIS = 500;
    /** Every so many calls one changes something, which nobody may try twice. */
    private static final int COMMANDS = 10;

    private final int port;
    private final Supplier<String> token;
    private final String report;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger goodbyes = new AtomicInteger();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CALLERS);

    /** @param report what a ticket is opened with, JSON */
    Traffic(int port, Supplier<String> token, String report) {
        this.port = port;
        this.token = token;
        this.report = report;
        for (var number = 0; number < CALLERS; number++) {
            var caller = new Somebody(number % 4 < 2);
            threads.scheduleAtFixedRate(caller::call, number * (EVERY_MILLIS / CALLERS), EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int good() {
        return good.get();
    }

    /** Kept connections that were ended with an answer. */
    int goodbyes() {
        return goodbyes.get();
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new AssertionError("callers do not end");
        }
    }

    private final class Somebody {
        private final boolean keeps;
        private Line line;
        private int calls;

        Somebody(boolean keeps) {
            this.keeps = keeps;
        }

        void call() {
            var command = ++calls % COMMANDS == 0;
            try {
                var answer = ask(command);
                if (answer.status() / 100 == 2) {
                    good.incrementAndGet();
                } else {
                    failures.add((command ? "POST " : "GET ") + answer.status() + " " + answer.body());
                }
                if (answer.closes() && keeps) {
                    goodbyes.incrementAndGet();
                }
                if (answer.closes() || !keeps) {
                    hangUp();
                }
            } catch (IOException | RuntimeException broken) {
                failures.add((command ? "POST " : "GET ") + broken);
                hangUp();
            }
        }

        private Line.Answer ask(boolean command) throws IOException {
            if (line == null) {
                line = new Line(port);
            }
            var authorization = "Bearer " + token.get();
            return command
                    ? line.ask("POST", "/api/tickets",
                            Map.of("Authorization", authorization, "Idempotency-Key", UUID.randomUUID().toString()),
                            report)
                    : line.ask("GET", "/api/tickets", Map.of("Authorization", authorization), null);
        }

        private void hangUp() {
            try {
                if (line != null) {
                    line.close();
                }
            } catch (IOException gone) {
                failures.add("closing: " + gone);
            }
            line = null;
        }
    }
}
