package org.gongdan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongdan.stack.Stack;

/** What every process of the stack cost from one moment to another, and how much others took of the machine meanwhile. */
final class Meter {

    private final Map<String, Double> before;
    private final double compiled;
    private final double ourselves;
    private final double machine;
    private final long begin = System.nanoTime();
    private final Stack stack;
    private final Iterable<String> processes;

    private Meter(Stack stack, Iterable<String> processes) {
        this.stack = stack;
        this.processes = processes;
        this.before = cpu();
        this.compiled = compilers();
        this.ourselves = tree(ProcessHandle.current().pid(), true);
        this.machine = busy();
    }

    static Meter start(Stack stack, Iterable<String> processes) {
        return new Meter(stack, processes);
    }

    /**
     * @param seconds   from start to reading
     * @param cpuMillis per process
     * @param compilers milliseconds of them that the JVMs' compilers took
     * @param others    share of the machine that neither the stack nor the load generator used, 0 to 1
     */
    record Reading(double seconds, Map<String, Double> cpuMillis, double compilers, double others) {

        /** Share of the CPU time that went into compiling, 0 to 1: how far the figures are from those of a service that has run for a day. */
        double compiling() {
            return compilers / Math.max(1, total());
        }

        double total() {
            return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        String perUnit(double units) {
            return cpuMillis.entrySet().stream().filter(entry -> entry.getValue() / units >= 0.005)
                    .map(entry -> "%s %.2f".formatted(entry.getKey().replace("-service", ""), entry.getValue() / units))
                    .collect(Collectors.joining(", "));
        }
    }

    Reading read() {
        Map<String, Double> spent = cpu();
        spent.replaceAll((name, now) -> Math.max(0, now - before.getOrDefault(name, 0.0)));
        double compilers = Math.max(0, compilers() - compiled);
        double mine = tree(ProcessHandle.current().pid(), true) - ourselves;
        double total = busy() - machine;
        double seconds = (System.nanoTime() - begin) / 1e9;
        double capacity = seconds * 1000 * Runtime.getRuntime().availableProcessors();
        double stackTotal = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Reading(seconds, spent, compilers, Math.max(0, total - mine - stackTotal) / capacity);
    }

    private Map<String, Double> cpu() {
        Map<String, Double> spent = new LinkedHashMap<>();
        for (String name : processes) {
            if (stack.process(name).alive()) {
                spent.put(name, tree(stack.process(name).pid(), false));
            }
        }
        return spent;
    }

    private double compilers() {
        double sum = 0;
        for (String name : processes) {
            if (stack.process(name).alive()) {
                try {
                    sum += ProcFile.cpuOfCompilers(stack.process(name).pid());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return sum;
    }

    /** The stack's processes are children of this one: their time is not the load generator's. */
    private static double tree(long pid, boolean alone) {
        try {
            return alone ? ProcFile.cpu(Files.readString(Path.of("/proc", String.valueOf(pid), "stat"))).own()
                    : ProcFile.cpuOfTree(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double busy() {
        try {
            return ProcFile.busy(Files.readString(Path.of("/proc/stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
