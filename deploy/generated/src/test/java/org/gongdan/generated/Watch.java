package org.gongdan.generated;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says twice a minute how far a run is, hands out signature links, and empties the mail server, which keeps mails in memory. */
final class Watch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("generated");

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Instant since = Instant.now();
    private final Platform platform;
    private final Results results;
    private final Links links;

    Watch(Platform platform, Known known, Results results) {
        this.platform = platform;
        this.results = results;
        this.links = new Links(platform.kafka(), known);
        thread.scheduleWithFixedDelay(links::read, 1, 1, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::say, 30, 30, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::emptyMailboxes, 1, 1, TimeUnit.MINUTES);
    }

    private void emptyMailboxes() {
        try {
            platform.emptyMailboxes();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the mail server was not emptied", e);
        }
    }

    private void say() {
        var seconds = since().toSeconds();
        LOG.log(System.Logger.Level.INFO, "after {0} s, {1} a second: {2}, {3} parked", Long.toString(seconds),
                Long.toString(results.answers() / seconds), results, Long.toString(platform.parked()));
    }

    Duration since() {
        return Duration.between(since, Instant.now());
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                links.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
