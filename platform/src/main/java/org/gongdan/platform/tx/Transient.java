package org.gongdan.platform.tx;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.hibernate.StaleObjectStateException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;

/** Tells failures that another try may cure (the database was away, a lock was lost) from those it cannot. */
public final class Transient {

    /** Serialization failure, deadlock, lock not available, too many connections, server shutting down or starting. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "53300", "57P01", "57P02", "57P03", "25P03", "25P04");

    private Transient() {
    }

    /** @return true when the same work may succeed later without anybody changing anything */
    public static boolean is(Throwable failure) {
        return databaseIsAway(failure) || has(failure, Transient::lockWasLost);
    }

    /** @return true when the database could not be reached or closed the connection */
    public static boolean databaseIsAway(Throwable failure) {
        return has(failure, Transient::connectionWasLost);
    }

    private static boolean lockWasLost(Throwable failure) {
        return failure instanceof OptimisticLockException || failure instanceof StaleObjectStateException
                || failure instanceof PgException pg && (STATES.contains(pg.getSqlState()));
    }

    private static boolean connectionWasLost(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof ClosedChannelException || failure instanceof TimeoutException
                || failure instanceof VertxException vertx && vertx.getMessage() != null && vertx.getMessage().contains("losed")
                || failure instanceof PgException pg && pg.getSqlState() != null
                        && (pg.getSqlState().startsWith("57P") || pg.getSqlState().startsWith("08") || pg.getSqlState().startsWith("25P") || pg.getSqlState().equals("53300"));
    }

    private static boolean has(Throwable failure, java.util.function.Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
