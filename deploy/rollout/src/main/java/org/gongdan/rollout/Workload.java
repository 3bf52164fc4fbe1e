package org.gongdan.rollout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A Deployment: so many pods of one template, replaced one by one with one more than needed meanwhile (maxSurge 1, maxUnavailable 0). */
final class Workload {
    final String process;
    final List<Pod> pods = new CopyOnWriteArrayList<>();
    private final Maker maker;
    private volatile PodTemplate template;
    private int made;

    /** Makes a pod, not ready yet. */
    interface Maker {
        Pod make(PodTemplate template, String name) throws IOException;
    }

    /** @param starts from the container's start until it was ready. @param work processor time of that. @param ends from the signal until it had ended */
    record Rolled(List<Duration> starts, List<Duration> work, List<Duration> ends) {
    }

    Workload(PodTemplate template, Maker maker) {
        this.template = template;
        this.process = template.process();
        this.maker = maker;
    }

    static Maker maker(Engine engine, Network network, Secrets secrets, Map<String, String> hosts, Path folder) {
        return (template, name) -> new Pod(template, name, engine, network, secrets, hosts, folder);
    }

    List<Pod> endpoints() {
        return pods.stream().filter(Pod::isEndpoint).toList();
    }

    void start() throws IOException {
        for (var replica = 0; replica < template.replicas(); replica++) {
            add();
        }
    }

    void awaitReady() throws InterruptedException {
        for (var pod : pods) {
            await(pod);
        }
    }

    /** One more than the Deployment says, ready. */
    Pod extra(PodTemplate other) throws IOException, InterruptedException {
        var pod = maker.make(other, process + "-" + ++made);
        pods.add(pod);
        await(pod);
        return pod;
    }

    private Pod add() throws IOException {
        var pod = maker.make(template, process + "-" + ++made);
        pods.add(pod);
        return pod;
    }

    private void await(Pod pod) throws InterruptedException {
        var longest = template.startup().period().multipliedBy(template.startup().failures()).plusSeconds(30);
        for (var until = Instant.now().plus(longest); !pod.isReady();) {
            if (Instant.now().isAfter(until) || pod.restarts() > 2) {
                throw new IllegalStateException(
                        pod.name + " does not become ready (restarts: " + pod.restarts() + "); its log: " + pod.log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Replaces every pod; an old one ends while the next new one starts. */
    Rolled roll(PodTemplate next) throws IOException, InterruptedException {
        template = next;
        var starts = new ArrayList<Duration>();
        var work = new ArrayList<Duration>();
        var ends = new ArrayList<CompletableFuture<Duration>>();
        for (var old : List.copyOf(pods)) {
            var begin = Instant.now();
            var pod = add();
            await(pod);
            starts.add(Duration.between(begin, Instant.now()));
            work.add(pod.processorTime());
            ends.add(CompletableFuture.supplyAsync(() -> end(old)));
        }
        return new Rolled(starts, work, ends.stream().map(CompletableFuture::join).toList());
    }

    private Duration end(Pod pod) {
        try {
            return pod.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pods.remove(pod);
        }
    }

    PodTemplate template() {
        return template;
    }

    Pod at(String address) {
        return pods.stream().filter(pod -> pod.address().equals(address)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no pod of " + process + " has the address " + address));
    }

    int restarts() {
        return pods.stream().mapToInt(Pod::restarts).sum();
    }
}
