package org.gongdan.platform.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.ShutdownEvent;

/** Starts background loops and stops them, last started first, before the application's other resources close. */
@ApplicationScoped
public class Loops {

    private final DatabaseConfig database;
    private final Deque<Loop> running = new ArrayDeque<>();

    private final boolean run;

    Loops(DatabaseConfig database, @ConfigProperty(name = "gongdan.loops") boolean run) {
        this.database = database;
        this.run = run;
    }

    /**
     * Starts a loop on a thread of its own.
     *
     * @param name  name of the thread and of the database session
     * @param idle  longest pause between two steps; {@link Loop#poke()} shortens it
     * @param step  one unit of work; returns true when there may be more to do at once
     */
    public synchronized Loop start(String name, Duration idle, Loop.Step step) {
        Loop loop = new Loop(name, idle, step, database);
        if (run) {
            running.push(loop);
            loop.start();
        }
        return loop;
    }

    synchronized void stopAll(@Observes @Priority(1) ShutdownEvent shutdown) {
        running.forEach(Loop::askToStop);
        while (!running.isEmpty()) {
            running.pop().awaitStop(Duration.ofSeconds(10));
        }
    }
}
