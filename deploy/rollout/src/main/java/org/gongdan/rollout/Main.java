package org.gongdan.rollout;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What deploy/kubernetes/try starts: brings everything up, plays the scenes, writes down what was seen. */
public final class Main {
    private static final Path TARGET = Path.of("deploy/rollout/target");

    private Main() {
    }

    /**
     * Arguments: {@code --scenes=rolls,kills,…} or {@code --scenes=-} to read them line by line, {@code --previous=<tag>} of the images that the upgrade begins
     * with, {@code --keep} the last run's data.
     */
    public static void main(String[] arguments) throws Exception {
        Iterable<String> scenes = List.of(Scenes.ALL.split(","));
        String previous = null;
        var fresh = true;
        for (var argument : arguments) {
            if (argument.startsWith("--scenes=")) {
                var named = argument.substring("--scenes=".length());
                scenes = named.equals("-") ? new BufferedReader(new InputStreamReader(System.in)).lines()::iterator
                        : List.of(named.split(","));
            } else if (argument.startsWith("--previous=")) {
                previous = argument.substring("--previous=".length());
            } else if (argument.equals("--keep")) {
                fresh = false;
            } else {
                throw new IllegalArgumentException(argument + " is unknown");
            }
        }
        System.exit(run(scenes, previous, fresh) ? 0 : 1);
    }

    private static boolean run(Iterable<String> scenes, String previous, boolean fresh) throws Exception {
        var chart = Chart.render(Path.of("deploy/images/target/bin/helm"), Path.of("deploy/kubernetes/chart"),
                Path.of("deploy/kubernetes/try-values.yaml"));
        var engine = new Engine(Path.of("deploy/images/engine").toAbsolutePath());
        var secrets = new Secrets();
        var run = Files.createDirectories(TARGET.resolve("run")).toAbsolutePath();
        engine.podman(List.of("rm", "--all", "--force", "--time", "0"));
        Shell.run("rm", "-rf", run.resolve("pods").toString());
        try (var network = new Network();
                var infrastructure = Infrastructure.start(run, chart, secrets, fresh);
                var cluster = new Cluster(chart, engine, network, secrets, Files.createDirectories(run.resolve("pods")))) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            cluster.start();
            var callers = new Callers(cluster.address("gateway"));
            new Seeds(cluster.address("gateway"), callers).plant();
            var verdicts = new ArrayList<Verdict>();
            var play = new Scenes(cluster, infrastructure, callers, engine, previous);
            try {
                for (var scene : scenes) {
                    play(play, scene, verdicts);
                }
            } finally {
                report(verdicts);
            }
            return verdicts.stream().allMatch(Verdict::holds);
        }
    }

    /** A scene that breaks off is told and the next one is played all the same: each start costs minutes. */
    private static void play(Scenes play, String scene, List<Verdict> verdicts) throws InterruptedException {
        try {
            verdicts.addAll(play.play(scene));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            e.printStackTrace();
            verdicts.add(Verdict.brokenOff(scene, e));
        }
    }

    private static void report(List<Verdict> verdicts) throws Exception {
        var text = new StringBuilder(Verdict.HEAD);
        verdicts.forEach(verdict -> text.append(verdict.row()));
        verdicts.forEach(verdict -> verdict.figures()
                .forEach(figure -> text.append("- ").append(verdict.scene()).append(": ").append(figure).append('\n')));
        Files.writeString(TARGET.resolve("result.md"), text);
        System.out.println(text);
    }
}
