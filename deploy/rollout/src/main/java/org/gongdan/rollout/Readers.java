package org.gongdan.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Asks every service something through the gateway, twice a second each: commands about tickets alone would not notice when the others are away. */
final class Readers implements AutoCloseable {
    private static final int PAUSE = 500;
    private final Map<String, Long> answers = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Callers callers;
    private volatile boolean stopping;

    Readers(Callers callers, List<String> services) {
        this.callers = callers;
        services.forEach(service -> threads.add(Thread.ofVirtual().start(() -> read(service))));
    }

    private void read(String service) {
        var address = URI.create(callers.ticketAddress() + "/api/operations/" + service + "/parked");
        while (!stopping) {
            try {
                var answer = ask(address);
                answers.merge(answer.equals("200") ? "200 GET" : answer + " GET " + service, 1L, Long::sum);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String ask(URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(callers.patience()).header("Authorization",
                    "Bearer " + callers.token("admin"));
            return String.valueOf(callers.http().send(request.build(), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "lost " + e.getClass().getSimpleName();
        }
    }

    /** How often each answer was given; those other than 200 with the service's name. */
    Map<String, Long> answers() {
        return answers;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        for (var thread : threads) {
            thread.join();
        }
    }
}
