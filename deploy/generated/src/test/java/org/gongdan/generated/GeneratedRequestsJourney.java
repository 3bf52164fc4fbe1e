package org.gongdan.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests made from the OpenAPI files of all services, good, odd and wrong ones, by everybody who may ask. What they hold follows a seed
 * ({@code -Dgenerated.seed}); how many there are, {@code -Dgenerated.requests}.
 */
class GeneratedRequestsJourney {
    private static final long SEED = Long.getLong("generated.seed");
    private static final int REQUESTS = Integer.getInteger("generated.requests");
    private static final int ASKERS = 4;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whatOneServiceTakesEveryOtherCanBear() throws InterruptedException, ExecutionException {
        // Given
        var apis = Apis.read(Path.of("../.."), Platform.SERVICES);

        // When
        var askers = ask(apis);

        // Then
        var faults = new ArrayList<String>();
        askers.forEach(asker -> faults.addAll(asker.faults));
        report(apis, askers);
        var aftermath = new Aftermath(platform);
        aftermath.await();
        aftermath.lookForParked();
        aftermath.lookForDeadLetters();
        aftermath.readEveryList(apis);
        faults.addAll(aftermath.faults);
        assertTrue(faults.isEmpty(), () -> "seed " + SEED + ", " + faults.size() + " faults:\n" + String.join("\n", faults) + "\n");
        assertTrue(askers.stream().allMatch(asker -> asker.taken.containsKey("POST /api/tickets")), "every asker has opened tickets, or nothing was tried");
    }

    private static List<Asker> ask(Apis apis) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(ASKERS)) {
            var running = new ArrayList<Future<Asker>>();
            for (var asker = 0; asker < ASKERS; asker++) {
                var mine = new Asker(platform, apis, SEED + asker, REQUESTS / ASKERS);
                running.add(threads.submit(mine::run));
            }
            var askers = new ArrayList<Asker>();
            for (var each : running) {
                askers.add(each.get());
            }
            return askers;
        }
    }

    private static void report(Apis apis, List<Asker> askers) {
        var taken = new TreeMap<String, Integer>();
        askers.forEach(asker -> asker.taken.forEach((operation, times) -> taken.merge(operation, times, Integer::sum)));
        var never = new TreeSet<String>();
        apis.operations().stream().map(Operation::toString).filter(operation -> !taken.containsKey(operation)).forEach(never::add);
        System.out.printf("generated requests: seed %d, %d answers, %d of %d operations taken, %d times in all; target/never-taken.txt says what kept the others%n", SEED,
                askers.stream().mapToInt(asker -> asker.answers).sum(), taken.size(), apis.operations().stream().map(Operation::toString).distinct().count(),
                taken.values().stream().mapToInt(Integer::intValue).sum());
        var refused = new TreeMap<String, String>();
        askers.forEach(asker -> refused.putAll(asker.refused));
        var lines = never.stream().map(operation -> operation + ": " + refused.getOrDefault(operation, "not asked")).toList();
        write(Path.of("target/never-taken.txt"), lines);
    }

    /** For whoever wants the requests to reach further. */
    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
