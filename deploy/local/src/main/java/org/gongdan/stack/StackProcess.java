package org.gongdan.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running part: journeys kill and restart it, the stack starts and stops it. */
public final class StackProcess {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration GRACE_AFTER_TRAINING = Duration.ofMinutes(5);

    private final Part part;
    private final Path log;
    private final StackBuilder.Custom custom;
    private final RunFile run;
    private final Consumer<StackProcess> died;
    private Map<String, String> extraEnvironment = Map.of();
    private volatile Process process;
    private volatile boolean wanted;
    private volatile boolean ended;

    StackProcess(Part part, Path logs, StackBuilder.Custom custom, RunFile run, Consumer<StackProcess> died) {
        this.part = part;
        this.log = logs.resolve(part.name() + ".log");
        this.custom = custom;
        this.run = run;
        this.died = died;
    }

    public String name() {
        return part.name();
    }

    /** Where it answers. */
    public String address() {
        return part.address();
    }

    public Path log() {
        return log;
    }

    /** The end of its log. */
    public String lastWords() {
        return LogTail.of(log);
    }

    public boolean alive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process.pid();
    }

    /** Ends it as a power cut would: no chance to finish anything. Its own children go with it. */
    public synchronized void kill() {
        wanted = false;
        if (process == null) {
            return;
        }
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    boolean trains() {
        return alive() && part.trains();
    }

    /** Asks it to end, waits, and kills it only when it does not listen. */
    public synchronized void stop() {
        wanted = false;
        if (!alive()) {
            return;
        }
        signal(part.stopSignal());
        try {
            if (!process.waitFor((part.trains() ? GRACE_AFTER_TRAINING : GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** Stops it for good: another thread may be about to restart it. */
    void end() {
        ended = true;
        stop();
    }

    /** Whether it says so at this moment. */
    public boolean ready() {
        return alive() && answers();
    }

    /** Sends a signal by name, for example STOP and CONT to make it hang. */
    public void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again after {@link #kill} or {@link #stop} (stops it first when it runs) and returns when it is ready. */
    public void restart() {
        restart(extraEnvironment);
    }

    /** As {@link #restart()}, with these environment variables from now on. */
    public synchronized void restart(Map<String, String> environment) {
        stop();
        extraEnvironment = Map.copyOf(environment);
        startAndAwait();
    }

    synchronized void start() {
        keepPreviousLog();
        startAndAwait();
    }

    /** A death before it is ready is told by the exception, a later one by {@link #died}. */
    private void startAndAwait() {
        launch();
        awaitReady();
        wanted = true;
    }

    private void launch() {
        refuseAfterTheEnd();
        try {
            part.prepare();
            Files.createDirectories(log.getParent());
            var launch = custom.apply(part.launch()).with(extraEnvironment);
            var builder = new ProcessBuilder(Detached.from(launch.command())).directory(launch.folder().toFile());
            builder.environment().putAll(launch.environment());
            builder.redirectErrorStream(true).redirectInput(new File("/dev/null")).redirectOutput(Redirect.appendTo(log.toFile()));
            var started = builder.start();
            process = started;
            run.add(name(), started.toHandle());
            started.onExit().thenAccept(ended -> {
                if (wanted && process == ended) {
                    died.accept(this);
                }
            });
        } catch (IOException e) {
            throw new StackException(name() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Starting " + name() + " was interrupted.", e);
        }
    }

    private void awaitReady() {
        var patience = System.nanoTime() + part.patience().toNanos();
        while (!answers()) {
            refuseAfterTheEnd();
            if (!process.isAlive()) {
                throw new StackException(obituary());
            }
            if (System.nanoTime() > patience) {
                throw new StackException("%s is not ready after %d s.%n%s".formatted(name(), part.patience().toSeconds(), LogTail.of(log)));
            }
            pause();
        }
        try {
            part.settle();
        } catch (StackException e) {
            throw e;
        } catch (Exception e) {
            throw new StackException("%s runs but could not be set up: %s%n%s".formatted(name(), e.getMessage(), LogTail.of(log)), e);
        }
    }

    private void refuseAfterTheEnd() {
        if (ended) {
            throw new StackException(name() + " is not started any more: its stack is being stopped.");
        }
    }

    String obituary() {
        return "%s ended with exit code %d.%n%s".formatted(name(), process.exitValue(), LogTail.of(log));
    }

    private boolean answers() {
        try {
            return part.probe().ready();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Waiting for " + name() + " was interrupted.", e);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Waiting for " + name() + " was interrupted.", e);
        }
    }

    private void keepPreviousLog() {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
