package org.gongdan.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One container with a network of its own, run and ended as a kubelet does it. */
final class Pod {
    /** A Service hears so much later that a pod is to end. */
    private static final Duration HEARSAY = Duration.ofSeconds(1);
    final PodTemplate template;
    final String name;
    final Network.Link link;
    final Path log;
    /** Its /tmp. */
    final Path temporary;
    private final Engine engine;
    private final Network network;
    private final Kubelet kubelet;
    private volatile ProcessHandle process;
    private volatile Instant leaves = Instant.MAX;
    private volatile boolean ready;

    /** @param hosts addresses of Services by name. @param folder for its log, its files and its /tmp */
    Pod(PodTemplate template, String name, Engine engine, Network network, Secrets secrets, Map<String, String> hosts, Path folder)
            throws IOException {
        this.template = template;
        this.name = name;
        this.engine = engine;
        this.network = network;
        link = network.plugIn();
        log = folder.resolve(name + ".log");
        temporary = Files.createDirectories(folder.resolve(name).resolve("tmp"));
        engine.podman(line(secrets, hosts, folder.resolve(name)));
        process = engine.process(name);
        kubelet = new Kubelet(this);
    }

    private List<String> line(Secrets secrets, Map<String, String> hosts, Path own) throws IOException {
        var line = new ArrayList<>(List.of("run", "--detach", "--name", name, "--hostname", name, "--network", "ns:" + link.path(),
                "--user", template.user(), "--read-only", "--read-only-tmpfs=false", "--cap-drop", "all", "--security-opt",
                "no-new-privileges", "--memory", template.memory(), "--memory-swap", template.memory(), "--cpu-shares",
                String.valueOf(template.cpuShares()), "--log-driver", "k8s-file", "--log-opt", "path=" + log, "--pull", "never"));
        hosts.forEach((host, address) -> line.addAll(List.of("--add-host", host + ":" + address)));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        line.addAll(List.of("--volume", temporary + ":/tmp:rw"));
        for (var mount : template.files().entrySet()) {
            var files = Files.createDirectories(own.resolve(mount.getValue().secret()));
            for (var item : mount.getValue().items().entrySet()) {
                Files.writeString(files.resolve(item.getKey()), secrets.get(mount.getValue().secret(), item.getValue()));
            }
            line.addAll(List.of("--volume", files + ":" + mount.getKey() + ":ro"));
        }
        var variables = own.resolve("environment");
        Files.write(variables, template.environment().stream().map(each -> each.name() + "="
                + (each.secret() == null ? each.value() : secrets.get(each.secret(), each.value()))).toList());
        if (!template.entrypoint().isEmpty()) {
            line.addAll(List.of("--entrypoint", "[\"" + String.join("\",\"", template.entrypoint()) + "\"]"));
        }
        line.addAll(List.of("--env-file", variables.toString(), template.image()));
        return line;
    }

    String address() {
        return link.address();
    }

    void ready(boolean ready) {
        this.ready = ready;
    }

    boolean isReady() {
        return ready;
    }

    /** Whether a Service sends new connections to it. */
    boolean isEndpoint() {
        return ready && Instant.now().isBefore(leaves);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has taken of the processors so far: says more about a start than the time it took, when others are at work as well. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As if its node had lost power, but the network tells its peers. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The kubelet starts a container that has ended anew, in the same pod. */
    void startAgain() {
        engine.podman(List.of("start", name));
        process = engine.process(name);
    }

    int restarts() {
        return kubelet.restarts();
    }

    /** Ends it in order and removes it. @return how long it took from the signal on; @throws IllegalStateException when it had to be killed */
    Duration end() throws InterruptedException {
        leaves = Instant.now().plus(HEARSAY);
        TimeUnit.MILLISECONDS.sleep(template.preStop().toMillis());
        kubelet.stop();
        var told = Instant.now();
        process.destroy();
        var grace = template.grace().minus(template.preStop());
        var died = waitFor(grace);
        var took = Duration.between(told, Instant.now());
        remove();
        if (!died) {
            throw new IllegalStateException(name + " did not end within " + grace.toSeconds() + " s and was killed");
        }
        return took;
    }

    private boolean waitFor(Duration longest) throws InterruptedException {
        for (var until = Instant.now().plus(longest); Instant.now().isBefore(until);) {
            if (!process.isAlive()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    void remove() {
        kubelet.stop();
        ready = false;
        engine.podman(List.of("rm", "--force", "--time", "0", name));
        network.unplug(link);
    }
}
