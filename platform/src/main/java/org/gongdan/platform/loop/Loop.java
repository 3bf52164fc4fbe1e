package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.gongdan.platform.tx.Sql;
import org.jboss.logging.Logger;

/**
 * A thread that repeats one step with a database connection of its own. A step that fails is logged, the connection is thrown away and
 * the step is tried again after a growing pause, for ever: a loop ends only when the application stops.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Sql LEAD = Sql.of("select pg_try_advisory_lock(hashtextextended(:lock, 0)) as leads");
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final Duration idle;
    private final Step step;
    private final DatabaseConfig database;
    private final Thread thread;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopping;

    Loop(String name, Duration idle, Step step, DatabaseConfig database) {
        this.idle = idle;
        this.step = step;
        this.database = database;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** One unit of work. It commits what it does; what it leaves uncommitted is rolled back. */
    @FunctionalInterface
    public interface Step {
        /** @return true when there may be more to do at once, false to pause until the next poke or the idle time */
        boolean run(Connection connection) throws Exception;

        /** How long to pause after a step that found nothing more to do. @param idle the loop's usual pause */
        default Duration pause(Duration idle) {
            return idle;
        }

        /** Called when the connection is lost or the loop ends: forget what was bound to the connection, such as a lock. */
        default void connectionLost() {
        }
    }

    /** Ends the pause, if the loop is pausing. Never blocks. */
    public void poke() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Tries to take a session lock that is held until the connection ends: for steps that only one process may run. */
    public static boolean tryLead(Connection connection, String lock) throws SQLException {
        boolean leads = LEAD.with("lock", lock).row(connection).flag("leads");
        connection.commit();
        return leads;
    }

    void start() {
        thread.start();
    }

    void askToStop() {
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
        Duration backoff = Duration.ofMillis(100);
        while (!stopping) {
            try (Connection connection = database.open(thread.getName())) {
                while (!stopping) {
                    boolean more = step.run(connection);
                    backoff = Duration.ofMillis(100);
                    if (!more) {
                        pause(step.pause(idle));
                    }
                }
            } catch (Throwable e) {
                // Errors too: a loop that ends in silence is worse than one that keeps complaining.
                if (!stopping) {
                    LOG.warnf(e, "%s failed, next try in %s", thread.getName(), backoff);
                    pause(backoff);
                    backoff = min(backoff.multipliedBy(2), LONGEST_BACKOFF);
                }
            } finally {
                step.connectionLost();
            }
        }
    }

    private void pause(Duration time) {
        try {
            if (wakeUp.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
