package org.gongdan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.StackBuilder;

/** What deploy/bench/run starts. */
public final class Main {

    private static final String JAVA_OPTION = "--java-option=";

    private Main() {
    }

    public static void main(String[] arguments) throws Exception {
        Scale scale = Scale.FULL;
        List<String> wanted = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        String attacks = "";
        for (String argument : arguments) {
            if (scale.after(argument) != null) {
                scale = scale.after(argument);
            } else if (argument.startsWith(JAVA_OPTION)) {
                String[] told = argument.substring(JAVA_OPTION.length()).split(":", 2);
                if (told.length < 2) {
                    throw new IllegalArgumentException(argument + ": say for which process, such as " + JAVA_OPTION + "gateway:-Xmx256m");
                }
                options.computeIfAbsent(told[0], process -> new ArrayList<>()).add(told[1]);
            } else if (argument.startsWith("--attacks=")) {
                attacks = argument.substring("--attacks=".length());
            } else {
                wanted.add(argument);
            }
        }
        System.exit(run(sections(wanted, attacks), scale, options) ? 0 : 1);
    }

    private static List<Section> sections(List<String> wanted, String attacks) {
        Limit limit = new Limit();
        List<Section> all = List.of(limit, new CommandPath(limit), new Chain(limit), new Rows(), new Relay(), new Timers(), new Reads(),
                new Door(), new Attacks(attacks), new Paint(), new Weight());
        List<String> names = all.stream().map(Section::name).toList();
        if (!names.containsAll(wanted)) {
            throw new IllegalArgumentException("sections are " + names);
        }
        return wanted.isEmpty() ? all : all.stream().filter(section -> wanted.contains(section.name())).toList();
    }

    private static boolean run(List<Section> sections, Scale scale, Map<String, List<String>> options) throws Exception {
        Instant begin = Instant.now();
        Table table = new Table();
        boolean complete = true;
        Path target = Path.of("deploy/bench/target").toAbsolutePath();
        StackBuilder builder = Stack.builder().ports(Ports.free()).data(target.resolve("data")).fresh(true)
                .services(sections.stream().flatMap(section -> section.services().stream()).distinct().toArray(Service[]::new));
        // It keeps every mail of the run.
        builder.javaOptions(Ports.MAIL, "-Xmx1g");
        options.forEach((process, its) -> builder.javaOptions(process, its.toArray(String[]::new)));
        train(builder, scale);
        try (Stack stack = builder.training(false).start()) {
            Bench bench = Bench.on(stack, scale);
            Effects.keepCommitTimes(bench);
            for (Section section : sections) {
                complete &= section(section, bench, table);
                write(target.resolve("result.md"), begin, scale, table);
            }
        }
        System.out.println("\n" + Files.readString(target.resolve("result.md")));
        return complete;
    }

    /** Services start with caches that their JVMs wrote when they were stopped, as deploy/run lets them; those of this build that have none get one first. */
    private static void train(StackBuilder builder, Scale scale) throws Exception {
        Stack untrained = builder.training(true).build();
        if (!untrained.trains()) {
            return;
        }
        System.out.println("--- training: caches for fast starts");
        try (Stack stack = untrained.start()) {
            Bench bench = Bench.on(stack, scale);
            System.out.println("      " + bench.ticketLoad().run(30, bench.warmSeconds(), bench.open()).sentence());
        }
    }

    private static void write(Path file, Instant begin, Scale scale, Table table) throws IOException {
        Map<String, Double> memory = ProcFile.mebibytes(Files.readString(Path.of("/proc/meminfo")));
        Files.writeString(file, "%s, %d cores, %.0f GiB of memory, %s, %d s%n%n%s".formatted(begin.truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(), memory.get("MemTotal") / 1024, scale,
                begin.until(Instant.now(), ChronoUnit.SECONDS), table.markdown()));
    }

    private static boolean section(Section section, Bench bench, Table table) {
        System.out.println("--- " + section.name());
        String missing = section.missing(bench);
        if (missing != null) {
            table.missing(section.name(), missing);
            return false;
        }
        try {
            section.run(bench, table);
            return true;
        } catch (Exception | Error failure) {
            failure.printStackTrace();
            table.missing(section.name(), "failed: " + failure);
            return false;
        }
    }
}
