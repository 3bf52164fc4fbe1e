package org.gongdan.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads what Linux tells of processes under /proc. */
final class ProcFile {

    private static final double MILLIS_PER_TICK = 10;

    private ProcFile() {
    }

    /** @param own of the process itself @param gone of its children that ended */
    record Cpu(double own, double gone) {
    }

    /** CPU milliseconds from the one line of /proc/pid/stat; the program's name in it may hold blanks and brackets. */
    static Cpu cpu(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Cpu((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK,
                (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK);
    }

    /** CPU milliseconds of a process with all its descendants, the ended ones included. */
    static double cpuOfTree(ProcessHandle process) throws IOException {
        Cpu root = cpu(Files.readString(stat(process)));
        double sum = root.own() + root.gone();
        for (ProcessHandle child : process.descendants().toList()) {
            try {
                sum += cpu(Files.readString(stat(child))).own();
            } catch (NoSuchFileException ended) {
                // Its parent has its time from now on; the next look sees it.
            }
        }
        return sum;
    }

    /**
     * CPU milliseconds the compilers of a JVM have taken so far; 0 for a process that is no JVM. The threads it sends home when they have
     * nothing to do are forgotten.
     */
    static double cpuOfCompilers(long pid) throws IOException {
        double sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
            for (Path thread : threads) {
                try {
                    if (Files.readString(thread.resolve("comm")).matches("C[12] Compiler(?s:.*)")) {
                        sum += cpu(Files.readString(thread.resolve("stat"))).own();
                    }
                } catch (NoSuchFileException ended) {
                    // Its time is lost to us.
                }
            }
        }
        return sum;
    }

    private static Path stat(ProcessHandle process) {
        return Path.of("/proc", String.valueOf(process.pid()), "stat");
    }

    /** Milliseconds all cores were busy since the machine started, from /proc/stat: everything but idle and waiting for disks. */
    static double busy(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().trim().split(" +");
        double sum = 0;
        for (int at = 1; at < Math.min(fields.length, 9); at++) {
            sum += at == 4 || at == 5 ? 0 : Long.parseLong(fields[at]);
        }
        return sum * MILLIS_PER_TICK;
    }

    /** Lines {@code Name:  123 kB} as MiB by name, from /proc/pid/smaps_rollup or /proc/meminfo. */
    static Map<String, Double> mebibytes(String text) {
        Map<String, Double> sizes = new TreeMap<>();
        text.lines().filter(line -> line.endsWith(" kB")).forEach(line -> {
            String[] fields = line.split(":? +");
            sizes.put(fields[0], Double.parseDouble(fields[1]) / 1024);
        });
        return sizes;
    }
}
