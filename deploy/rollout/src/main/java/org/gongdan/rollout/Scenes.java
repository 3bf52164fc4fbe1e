package org.gongdan.rollout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.gongdan.stack.Ports;

/** What is done to the cluster, each kind by its name. */
record Scenes(Cluster cluster, Infrastructure infrastructure, Callers callers, Engine engine, String previous) {
    static final String ALL = "quiet,print,rolls,kills,cuts,restarts,upgrade";
    private static final Duration CUT = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    List<Verdict> play(String kind) throws Exception {
        return switch (kind) {
            case "quiet" -> List.of(new Scene("quiet", callers).play(false, scene -> TimeUnit.SECONDS.sleep(30)));
            case "print" -> List.of(new Scene("print", callers).play(false, scene -> new Prints(callers).print(scene)));
            case "rolls" -> rolls();
            case "kills" -> kills();
            case "cuts" -> cuts();
            case "restarts" -> restarts();
            case "upgrade" -> upgrade();
            case "train" -> train();
            default -> throw new IllegalArgumentException(kind + " is none of " + ALL);
        };
    }

    private List<Verdict> rolls() throws Exception {
        var verdicts = new ArrayList<Verdict>();
        for (var workload : cluster.workloads.values()) {
            verdicts.add(new Scene("roll " + workload.process, callers).play(false, scene -> {
                scene.fault("roll " + workload.process);
                told(scene, workload.roll(workload.template()));
            }));
        }
        return verdicts;
    }

    private static void told(Scene scene, Workload.Rolled rolled) {
        scene.figure("ready after " + seconds(rolled.starts()) + " s (processor time " + seconds(rolled.work()) + " s), ended "
                + seconds(rolled.ends()) + " s after the signal");
    }

    private static String seconds(List<Duration> durations) {
        return String.join(", ", durations.stream().map(each -> "%.1f".formatted(each.toMillis() / 1000.0)).toList());
    }

    /** Of a service always the one that leads, which is the worse case. */
    private List<Verdict> kills() throws Exception {
        var verdicts = new ArrayList<Verdict>();
        for (var workload : cluster.workloads.values()) {
            verdicts.add(new Scene("kill " + workload.process, callers).play(true, scene -> {
                TimeUnit.SECONDS.sleep(5);
                var leader = workload.process.equals("gateway") ? null : Cluster.leader(workload.process).orElseThrow();
                var victim = leader == null ? workload.pods.getFirst() : workload.at(leader);
                scene.fault("kill -9 " + victim.name);
                victim.kill();
                if (leader != null) {
                    scene.figure("relay taken over by the other after %.1f s"
                            .formatted(Cluster.awaitOtherLeader(workload.process, leader, LONGEST).toMillis() / 1000.0));
                }
                var killed = Instant.now();
                workload.awaitReady();
                scene.figure(
                        "the killed one ready again after %.1f s".formatted(Duration.between(killed, Instant.now()).toMillis() / 1000.0));
            }));
        }
        return verdicts;
    }

    private List<Verdict> cuts() throws Exception {
        var verdicts = new ArrayList<Verdict>();
        for (var process : List.of("ticket-service", "sla-service", "gateway")) {
            var workload = cluster.workloads.get(process);
            verdicts.add(new Scene("cut " + process, callers).play(true, scene -> {
                TimeUnit.SECONDS.sleep(5);
                var leader = process.equals("gateway") ? null : Cluster.leader(process).orElseThrow();
                var victim = leader == null ? workload.pods.getFirst() : workload.at(leader);
                var before = workload.restarts();
                scene.fault("cut the link of " + victim.name);
                victim.link.cut();
                var end = Instant.now().plus(CUT);
                try {
                    if (leader != null) {
                        scene.figure("relay taken over by the other after %.1f s"
                                .formatted(Cluster.awaitOtherLeader(process, leader, CUT).toMillis() / 1000.0));
                    }
                    TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
                } finally {
                    victim.link.mend();
                }
                var mended = Instant.now();
                workload.awaitReady();
                scene.figure("ready %.1f s after the link was mended, restarted %d times"
                        .formatted(Duration.between(mended, Instant.now()).toMillis() / 1000.0, workload.restarts() - before));
            }));
        }
        return verdicts;
    }

    private List<Verdict> restarts() throws Exception {
        var verdicts = new ArrayList<Verdict>();
        for (var part : List.of(Ports.POSTGRES, Ports.KAFKA)) {
            // Commands need no broker.
            verdicts.add(new Scene("restart " + part, callers).play(part.equals(Ports.POSTGRES), scene -> {
                var before = cluster.restarts();
                TimeUnit.SECONDS.sleep(5);
                scene.fault("restart " + part);
                var begin = Instant.now();
                infrastructure.stack.process(part).restart();
                scene.figure("away for %.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0));
                for (var workload : cluster.workloads.values()) {
                    workload.awaitReady();
                }
                TimeUnit.SECONDS.sleep(15);
                scene.figure("containers restarted by probes: " + (cluster.restarts() - before));
            }));
        }
        return verdicts;
    }

    /** Lets one process of each kind work for a while and write down what makes its next start fast; deploy/images/build takes that up. */
    private List<Verdict> train() throws Exception {
        var folder = Files.createDirectories(Path.of("deploy/images/target/aot"));
        for (var workload : cluster.workloads.values()) {
            new Scene("train " + workload.process, callers).play(true, scene -> {
                scene.fault("train " + workload.process);
                var pod = workload.extra(workload.template().training());
                TimeUnit.SECONDS.sleep(20);
                pod.end();
                workload.pods.remove(pod);
                Files.copy(pod.temporary.resolve("app.aot"), folder.resolve(workload.process + ".aot"),
                        StandardCopyOption.REPLACE_EXISTING);
                scene.figure("cache of %d MB".formatted(Files.size(folder.resolve(workload.process + ".aot")) / 1_000_000));
            });
        }
        return List.of();
    }

    /** From the previous images to these, one process after the other, the gateway last. */
    private List<Verdict> upgrade() throws Exception {
        if (previous == null) {
            System.out.println("upgrade: left out, no --previous=<tag> was named");
            return List.of();
        }
        var workloads = new ArrayList<>(cluster.workloads.values());
        var now = workloads.stream().map(Workload::template).toList();
        for (var workload : workloads) {
            workload.roll(workload.template().withTag(previous));
        }
        return List.of(new Scene("upgrade", callers).play(false, scene -> {
            for (var each = 0; each < workloads.size(); each++) {
                scene.fault("upgrade " + workloads.get(each).process);
                told(scene, workloads.get(each).roll(now.get(each)));
            }
        }));
    }
}
