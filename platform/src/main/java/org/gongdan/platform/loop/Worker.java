package org.gongdan.platform.loop;

import java.sql.Connection;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

/** A thread with a database session of its own, on which one loop runs, or several that have little to do and take turns. */
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final DatabaseConfig database;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Duration finishing;
    private volatile boolean stopping;
    private volatile long asked;

    /** @param finishing for how long it may go on at the end with what there is to do */
    Worker(String name, DatabaseConfig database, Duration finishing) {
        this.database = database;
        this.finishing = finishing;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    Loop add(String name, Duration idle, Loop.Step step) {
        Loop loop = new Loop(name, idle, step, this);
        loops.add(loop);
        wake();
        return loop;
    }

    void start() {
        thread.start();
    }

    boolean isStarted() {
        return thread.getState() != Thread.State.NEW;
    }

    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    void askToStop() {
        asked = System.nanoTime();
        stopping = true;
        wakeUp.release();
    }

    void awaitStop(Duration patience) {
        try {
            if (!thread.join(patience)) {
                LOG.warnf("%s did not end within %s; interrupting it", thread.getName(), patience);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean done = false;
        while (!done) {
            Loop next = awaitTurn();
            try (Connection connection = database.open(thread.getName())) {
                while (!stopping) {
                    next.run(connection);
                    next = awaitTurn();
                }
                finish(next, connection);
                done = true;
            } catch (Throwable e) {
                // Errors too: a loop that ends in silence is worse than one that keeps complaining.
                done = failed(next, e);
            } finally {
                loops.forEach(Loop::connectionLost);
            }
        }
    }

    private void finish(Loop loop, Connection connection) throws Exception {
        boolean more = !finishing.isZero();
        while (more) {
            more = loop.run(connection) && mayGoOn();
        }
    }

    /** @return whether that was the end; who is to finish tries again with a new session, as long as there is time */
    private boolean failed(Loop loop, Throwable failure) {
        if (!stopping) {
            LOG.warnf(failure, "%s failed, next try in %s", loop.name(), loop.failed());
            return false;
        }
        if (mayGoOn()) {
            LOG.warnf("%s failed at the end: %s; trying again", loop.name(), failure);
            LockSupport.parkNanos(loop.failed().toNanos());
            return false;
        }
        if (!finishing.isZero()) {
            LOG.warnf("%s did not finish: %s; what is left is done by the next process", loop.name(), failure);
        }
        return true;
    }

    private boolean mayGoOn() {
        return System.nanoTime() - asked < finishing.toNanos();
    }

    /** @return the loop that has waited longest for its turn; any when the application stops */
    private Loop awaitTurn() {
        Loop next = next();
        for (long left = next.left(); left > 0 && !stopping; left = next.left()) {
            pause(left);
            next = next();
        }
        return next;
    }

    private Loop next() {
        return loops.stream().min(Comparator.comparingLong(Loop::left)).orElseThrow();
    }

    private void pause(long nanos) {
        try {
            if (wakeUp.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            askToStop();
        }
    }
}
