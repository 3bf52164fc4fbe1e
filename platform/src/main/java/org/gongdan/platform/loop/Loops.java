package org.gongdan.platform.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.stop.Stops;

import io.quarkus.runtime.ShutdownEvent;

/**
 * Starts background loops, and stops them when no call and no consumer is at work any more and before the application's other resources close: those
 * started last first, and the relay after all others, so that what they commit last is published.
 */
@ApplicationScoped
public class Loops {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private final DatabaseConfig database;
    private final Deque<Worker> running = new ArrayDeque<>();
    private final boolean run;
    private Worker chores;
    private Worker last;

    Loops(DatabaseConfig database, @ConfigProperty(name = "gongdan.loops") boolean run) {
        this.database = database;
        this.run = run;
    }

    /**
     * Starts a loop on a thread, and with a database session, of its own: for what must not wait for anything else. Sessions are few
     * (docs/operations.md); whatever can wait a second is a {@link #chore}.
     *
     * @param name  name of the thread and of the database session
     * @param idle  longest pause between two steps; {@link Loop#poke()} shortens it
     * @param step  one unit of work; returns true when there may be more to do at once
     */
    public synchronized Loop start(String name, Duration idle, Loop.Step step) {
        Worker worker = new Worker(name, database, Duration.ZERO);
        Loop loop = worker.add(name, idle, step);
        start(worker);
        return loop;
    }

    /** Starts a loop that is stopped after all others, and may then finish what there is to do. There is one: who publishes what the others commit. */
    public synchronized Loop startLasting(String name, Duration idle, Loop.Step step) {
        if (last != null) {
            throw new IllegalStateException("the last loop to stop is there already");
        }
        last = new Worker(name, database, FINISHING);
        Loop loop = last.add(name, idle, step);
        if (run) {
            last.start();
        }
        return loop;
    }

    /** Starts a loop that shares thread and database session with all other chores; each of its steps must be short. */
    public synchronized Loop chore(String name, Duration idle, Loop.Step step) {
        if (chores == null) {
            chores = new Worker("chores", database, Duration.ZERO);
        }
        Loop loop = chores.add(name, idle, step);
        if (!chores.isStarted()) {
            start(chores);
        }
        return loop;
    }

    private void start(Worker worker) {
        if (run) {
            running.push(worker);
            worker.start();
        }
    }

    synchronized void stopOthers(@Observes @Priority(Stops.LOOPS) ShutdownEvent shutdown) {
        running.forEach(Worker::askToStop);
        while (!running.isEmpty()) {
            running.pop().awaitStop(PATIENCE);
        }
    }

    synchronized void stopLast(@Observes @Priority(Stops.RELAY) ShutdownEvent shutdown) {
        if (run && last != null) {
            last.askToStop();
            last.awaitStop(PATIENCE);
        }
    }
}
