package org.gongdan.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that work until they are told to stop; each finishes the command it is at. */
public final class Load implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopping;

    /** What a client does, again and again. */
    public interface Work {
        void step(Client client) throws InterruptedException;
    }

    /** Makes the work of one client, which may remember what it did. */
    public interface Kind {
        Work start();
    }

    /** @param pause mean time a client thinks between two commands */
    public static Load start(Surroundings platform, History history, Random random, int clients, Duration pause, double insistence,
            Kind kind) {
        var load = new Load();
        for (var each = 0; each < clients; each++) {
            var client = new Client(platform, history, new Random(random.nextLong()), insistence);
            var work = kind.start();
            load.clients.add(load.threads.submit(() -> {
                while (!load.stopping) {
                    work.step(client);
                    TimeUnit.MILLISECONDS.sleep(client.random.nextLong(2 * pause.toMillis()));
                }
                return null;
            }));
        }
        return load;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            for (var client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
