package org.gongdan.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests made from the OpenAPI files of all services, good, odd and wrong ones, by everybody who may ask. What they hold follows a seed
 * ({@code -Dgenerated.seed}); how many there are, {@code -Dgenerated.requests}; how long they are asked at most,
 * {@code -Dgenerated.minutes}; by how many at a time, {@code -Dgenerated.askers}.
 */
class GeneratedRequestsJourney {
    private static final System.Logger LOG = System.getLogger("generated");
    private static final long SEED = Long.getLong("generated.seed");
    private static final int REQUESTS = Integer.getInteger("generated.requests");
    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("generated.minutes"));
    private static final int ASKERS = Integer.getInteger("generated.askers");

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
    void whatOneServiceTakesEveryOtherCanBear() throws InterruptedException, ExecutionException, IOException {
        // Given
        var apis = Apis.read(Path.of("../.."), Platform.SERVICES);

        // When
        var results = ask(apis);

        // Then
        Files.write(Path.of("target/never-taken.txt"), results.neverTaken());
        Files.write(Path.of("target/by-operation.txt"), results.byOperation());
        var aftermath = new Aftermath(platform);
        aftermath.await();
        aftermath.lookForParked();
        aftermath.lookForDeadLetters();
        LOG.log(System.Logger.Level.INFO, "seed {0}: {1}, {2} events followed; target/never-taken.txt says what kept the other operations",
                Long.toString(SEED), results, Long.toString(aftermath.events()));
        aftermath.readEveryList(apis);
        var faults = new ArrayList<>(results.faults());
        faults.addAll(aftermath.faults);
        assertTrue(faults.isEmpty(), () -> "seed " + SEED + ", " + faults.size() + " faults:\n" + String.join("\n", faults) + "\n");
        assertTrue(results.took("POST /api/tickets"), "tickets were opened, or nothing was tried");
    }

    private static Results ask(Apis apis) throws InterruptedException, ExecutionException, IOException {
        var results = new Results(apis);
        var world = Asker.World.of(apis);
        platform.customers().forEach(customer -> world.known().hear("/api/customers", List.of(), customer, null));
        try (var watch = new Watch(platform, world.known(), results); var threads = Executors.newFixedThreadPool(ASKERS)) {
            BooleanSupplier more = () -> results.answers() < REQUESTS && watch.since().compareTo(LONGEST) < 0 && !results.areBad();
            var running = new ArrayList<Future<?>>();
            for (var each = 0; each < ASKERS; each++) {
                var asker = new Asker(platform, apis, world, results, SEED + each);
                running.add(threads.submit(() -> asker.askWhile(more)));
            }
            for (var each : running) {
                each.get();
            }
        }
        return results;
    }
}
