package org.gongdan.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks one pod's probes as often as they say: first the one for the start, then whether it lives and whether it is ready. Starts anew what has ended or does
 * not live.
 */
final class Kubelet {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Pod pod;
    private final Thread thread;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean stopping;

    Kubelet(Pod pod) {
        this.pod = pod;
        thread = Thread.ofVirtual().name("kubelet of " + pod.name).start(this::watch);
    }

    int restarts() {
        return restarts.get();
    }

    void stop() {
        stopping = true;
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!stopping) {
                if (started()) {
                    live();
                }
                pod.ready(false);
                if (!stopping) {
                    restarts.incrementAndGet();
                    System.out.println("  kubelet: " + pod.name + (pod.isAlive() ? " does not answer its probe and" : " has ended and")
                            + " is started again");
                    if (pod.isAlive()) {
                        pod.kill();
                    }
                    pod.startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean started() throws InterruptedException {
        var probe = pod.template.startup();
        for (var failures = 0; failures < probe.failures() && pod.isAlive(); failures++) {
            if (answers(probe)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(probe.period().toMillis());
        }
        return false;
    }

    /** Returns when it does not live any more. */
    private void live() throws InterruptedException {
        var nextLiveness = Instant.now();
        var nextReadiness = Instant.now();
        var dead = 0;
        var unready = 0;
        while (pod.isAlive() && dead < pod.template.liveness().failures()) {
            if (!Instant.now().isBefore(nextReadiness)) {
                nextReadiness = Instant.now().plus(pod.template.readiness().period());
                unready = answers(pod.template.readiness()) ? 0 : unready + 1;
                if (unready == 0 || unready >= pod.template.readiness().failures()) {
                    pod.ready(unready == 0);
                }
            }
            if (!Instant.now().isBefore(nextLiveness)) {
                nextLiveness = Instant.now().plus(pod.template.liveness().period());
                dead = answers(pod.template.liveness()) ? 0 : dead + 1;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers(PodTemplate.Probe probe) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + pod.address() + ":" + probe.port() + probe.path()))
                    .timeout(probe.timeout());
            var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 400;
        } catch (IOException e) {
            return false;
        }
    }
}
