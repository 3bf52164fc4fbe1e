package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.gongdan.platform.tx.Sql;

/**
 * Repeats one step in the background, for ever: it ends only when the application stops. A step that fails is logged, its connection is thrown away and the
 * step is tried again after a growing pause.
 */
public final class Loop {

    private static final Sql LEAD = Sql.of("select pg_try_advisory_lock(hashtextextended(:lock, 0)) as leads");
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final String name;
    private final Duration idle;
    private final Step step;
    private final Worker worker;
    private Duration backoff = SHORTEST_BACKOFF;
    private long due = System.nanoTime();
    private volatile Long poked;

    Loop(String name, Duration idle, Step step, Worker worker) {
        this.name = name;
        this.idle = idle;
        this.step = step;
        this.worker = worker;
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
        if (poked == null) {
            poked = System.nanoTime();
        }
        worker.wake();
    }

    public boolean isStopping() {
        return worker.isStopping();
    }

    /** Tries to take a session lock that is held until the connection ends: for steps that only one process may run. */
    public static boolean tryLead(Connection connection, String lock) throws SQLException {
        boolean leads = LEAD.with("lock", lock).row(connection).flag("leads");
        connection.commit();
        return leads;
    }

    String name() {
        return name;
    }

    /** Nanoseconds until its turn. A poke ends a pause, but not the rest after a failure. */
    long left() {
        Long asked = poked;
        long now = System.nanoTime();
        return asked == null || !backoff.equals(SHORTEST_BACKOFF) ? due - now : Math.min(due - now, asked - now);
    }

    /** @return whether there may be more to do at once */
    boolean run(Connection connection) throws Exception {
        poked = null;
        boolean more = step.run(connection);
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        backoff = SHORTEST_BACKOFF;
        due = System.nanoTime() + (more ? 0 : step.pause(idle).toNanos());
        return more;
    }

    /** @return how long it rests now */
    Duration failed() {
        Duration rest = backoff;
        due = System.nanoTime() + rest.toNanos();
        backoff = rest.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0 ? rest.multipliedBy(2) : LONGEST_BACKOFF;
        return rest;
    }

    void connectionLost() {
        step.connectionLost();
    }
}
