package org.gongdan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who runs on a data folder: one line "name pid start" per process, so that a later start recognizes what an interrupted one left. */
record RunFile(Path file) {
    private static final String OWNER = "stack";
    /** The start time is derived from the boot time, which may move by a second between two readings. */
    private static final Duration SAME_START = Duration.ofSeconds(3);

    record Survivor(String name, ProcessHandle handle) {
    }

    void begin() {
        write(OWNER, ProcessHandle.current(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    synchronized void add(String name, ProcessHandle process) {
        write(name, process, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void end() {
        try {
            if (survivors().stream().noneMatch(survivor -> !survivor.name().equals(OWNER))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the file that still live, in the order of their start; a pid that went to another program does not count. */
    List<Survivor> survivors() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().map(RunFile::parse).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuseSurvivors() {
        var survivors = survivors();
        if (!survivors.isEmpty()) {
            var names = String.join(", ", survivors.stream().map(each -> each.name() + " (process " + each.handle().pid() + ")").toList());
            throw new StackException("An earlier run on " + file.getParent() + " still lives: " + names
                    + ". End it with Ctrl-C there or with `deploy/run --stop`.");
        }
    }

    /** Asks the owner first, who stops its parts in order; what then still lives is ended from the last to the first. */
    void stopSurvivors() {
        for (var survivor : survivors()) {
            if (survivor.name().equals(OWNER)) {
                end(survivor.handle(), Duration.ofSeconds(90));
            }
        }
        survivors().reversed().forEach(survivor -> end(survivor.handle(), Duration.ofSeconds(20)));
        end();
    }

    private static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            process.destroyForcibly();
        }
    }

    private static Optional<Survivor> parse(String line) {
        // The last line may be half written when the power went.
        if (!line.matches("\\S+ \\d{1,18} \\d{1,18}")) {
            return Optional.empty();
        }
        var words = line.split(" ");
        var started = Instant.ofEpochMilli(Long.parseLong(words[2]));
        return ProcessHandle.of(Long.parseLong(words[1]))
                .filter(handle -> Duration.between(started, startOf(handle)).abs().compareTo(SAME_START) < 0)
                .map(handle -> new Survivor(words[0], handle));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private void write(String name, ProcessHandle process, StandardOpenOption... options) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "%s %d %d%n".formatted(name, process.pid(), startOf(process).toEpochMilli()), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
