package org.gongdan.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts the parts of a stack side by side, each as soon as those it needs are ready; the first failure ends it. */
record Startup(Map<String, Part> parts, Map<String, StackProcess> processes, Executor threads, Consumer<String> progress,
        BooleanSupplier stopping) {

    /** Returns when every part is ready. */
    void run() {
        var ready = new LinkedHashMap<String, CompletableFuture<Void>>();
        var all = new CompletableFuture<Void>();
        for (var part : parts.values()) {
            var needs = part.needs().stream().map(ready::get).toList();
            var one = CompletableFuture.runAsync(() -> startPart(part, needs), threads);
            one.exceptionally(failure -> {
                all.completeExceptionally(failure.getCause());
                return null;
            });
            ready.put(part.name(), one);
        }
        CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new)).thenRun(() -> all.complete(null));
        try {
            all.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException known ? known
                    : new StackException("Starting failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Starting was interrupted.", e);
        }
    }

    private void startPart(Part part, List<CompletableFuture<Void>> needs) {
        try {
            part.patienceAsked().ifPresent(sentence -> progress.accept(part.name() + ": " + sentence));
            part.prepare();
            for (var need : needs) {
                need.get();
            }
            if (stopping.getAsBoolean()) {
                throw new StackException("Starting was interrupted.");
            }
            var begin = System.nanoTime();
            processes.get(part.name()).start();
            progress.accept("%s: ready after %.1f s, %s".formatted(part.name(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0, part.address()));
        } catch (IOException e) {
            throw new StackException("%s could not be prepared: %s".formatted(part.name(), e.getMessage()), e);
        } catch (ExecutionException e) {
            throw new StackException(part.name() + " was not started, because something it needs failed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Starting " + part.name() + " was interrupted.", e);
        }
    }
}
