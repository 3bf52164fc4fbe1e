package org.gongdan.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What clients asked and what they were told; the only witness of what the platform promised. */
public final class History {

    public enum Outcome {
        /** Told that it was done. */
        OK,
        /** Told that it was not done, or never heard at all. */
        FAILED,
        /** Not told; it may have been done. */
        UNKNOWN
    }

    /** @param answers one per try, in order; @param ticket and @param version what the answer said, null when there was none */
    public record Command(String key, String name, UUID ticket, Long version, Outcome outcome, List<String> answers, Instant invoked,
            Instant ended) {
        Duration took() {
            return Duration.between(invoked, ended);
        }
    }

    private final List<Command> commands = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private CountDownLatch nextAcknowledgement = new CountDownLatch(1);

    synchronized void invoked(String key, String name, Object about) {
        lines.add("%s invoke %s %s %s".formatted(Instant.now(), key, name, about));
    }

    synchronized void ended(Command command) {
        commands.add(command);
        lines.add("%s %s %s %s ticket=%s version=%s answers=%s".formatted(command.ended(), command.outcome().name().toLowerCase(),
                command.key(), command.name(),
                command.ticket(), command.version(), command.answers()));
        if (command.outcome() == Outcome.OK) {
            nextAcknowledgement.countDown();
        }
    }

    public synchronized void fault(String what) {
        lines.add("%s fault %s".formatted(Instant.now(), what));
    }

    /** Returns in the moment somebody is told that a command was done. */
    void awaitAcknowledgement() throws InterruptedException {
        CountDownLatch next;
        synchronized (this) {
            nextAcknowledgement = new CountDownLatch(1);
            next = nextAcknowledgement;
        }
        if (!next.await(120, TimeUnit.SECONDS)) {
            throw new AssertionError("no command was acknowledged for 120 s");
        }
    }

    public synchronized List<Command> commands() {
        return List.copyOf(commands);
    }

    public long count(Outcome outcome) {
        return commands().stream().filter(command -> command.outcome() == outcome).count();
    }

    /** How often each answer was given, over all tries. */
    public Map<String, Long> answers() {
        var tally = new TreeMap<String, Long>();
        commands().forEach(command -> command.answers().forEach(answer -> tally.merge(answer, 1L, Long::sum)));
        return tally;
    }

    public long tries() {
        return answers().values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param share 0.5 for the median */
    public Duration quantile(double share) {
        var sorted = commands().stream().filter(command -> command.outcome() == Outcome.OK).map(Command::took).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    public synchronized void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
