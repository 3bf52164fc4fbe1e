package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A browser's EventSource: follows a stream, and asks again when it ends. Counts how it ended. */
final class Follower implements AutoCloseable {
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Follower(String address, Supplier<String> token) {
        thread.submit(() -> {
            while (!stopping) {
                follow(address, token.get());
            }
        });
    }

    /** A client of its own each time: a new connection. */
    private void follow(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream").build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            try {
                var answer = client.send(request, BodyHandlers.ofLines());
                answer.body().filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                        .forEach(line -> events.incrementAndGet());
                (answer.statusCode() == 200 ? whole : broken).incrementAndGet();
            } catch (IOException | UncheckedIOException cut) {
                broken.incrementAndGet();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            client.shutdownNow();
        }
    }

    /** Streams that ended with a whole answer. */
    int whole() {
        return whole.get();
    }

    /** Streams that were cut off or refused. */
    int broken() {
        return broken.get();
    }

    int events() {
        return events.get();
    }

    @Override
    public void close() {
        stopping = true;
        thread.shutdownNow();
    }
}
