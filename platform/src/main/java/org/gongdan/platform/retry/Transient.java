package org.gongdan.platform.retry;

import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Tells failures that another try may cure (the database was away, a lock was lost) from those it cannot. */
public final class Transient {

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> LOST_LOCK = Set.of("40001", "40P01", "55P03");

    /** Connection exceptions, operator intervention (shutdown, start, terminated session), idle timeouts, too many connections. */
    private static final Set<String> AWAY = Set.of("08", "57P", "25P", "53300");

    /** The driver's words for a connection that ended between being taken from the pool and being used. */
    private static final String NOT_ACTIVE = "Connection is not active now";

    private Transient() {
    }

    /** @return true when the same work may succeed later without anybody changing anything */
    public static boolean is(Throwable failure) {
        return databaseIsAway(failure) || isLostRace(failure);
    }

    /** @return true when another transaction changed the same things first */
    public static boolean isLostRace(Throwable failure) {
        return has(failure, Transient::lostARace);
    }

    /** @return true when the database could not be reached or closed the connection */
    public static boolean databaseIsAway(Throwable failure) {
        return has(failure, Transient::lostTheConnection);
    }

    /** SQLSTATE of the first database error in the chain of causes, or null. */
    public static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = stateOf(cause);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private static boolean lostARace(Throwable cause) {
        String state = stateOf(cause);
        return cause instanceof OptimisticLockException || cause instanceof StaleStateException
                || state != null && LOST_LOCK.contains(state);
    }

    private static boolean lostTheConnection(Throwable cause) {
        String state = stateOf(cause);
        return cause instanceof SocketException || cause instanceof ClosedChannelException || cause instanceof TimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof VertxException && String.valueOf(cause.getMessage()).toLowerCase().contains("closed")
                || cause instanceof NoStackTraceThrowable && String.valueOf(cause.getMessage()).startsWith(NOT_ACTIVE)
                || state != null && AWAY.stream().anyMatch(state::startsWith);
    }

    /** Hibernate Reactive replaces the driver's exception by a plain SQLException with the same state, so both are looked at. */
    private static String stateOf(Throwable cause) {
        return switch (cause) {
            case PgException pg -> pg.getSqlState();
            case SQLException sql -> sql.getSQLState();
            default -> null;
        };
    }

    private static boolean has(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
