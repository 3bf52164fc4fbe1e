package org.gongdan.platform.retry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

class TransientTest {

    static Stream<Throwable> away() {
        return Stream.of(new ConnectException("refused"), new SocketException("Connection reset"), new ClosedChannelException(),
                new VertxException("Connection closed", true), ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new PgException("terminating connection due to administrator command", "FATAL", "57P01", null),
                new PgException("the database system is starting up", "FATAL", "57P03", null),
                new PgException("sorry, too many clients already", "FATAL", "53300", null), new SQLException("I/O error", "08006"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aDatabaseThatWentAwayMayComeBack(Throwable failure) {
        assertTrue(Transient.databaseIsAway(failure));
        assertTrue(Transient.is(new HibernateException("wrapped", new RuntimeException(failure))));
    }

    static Stream<Throwable> lostRaces() {
        return Stream.of(new OptimisticLockException(), new PgException("deadlock detected", "ERROR", "40P01", null),
                new SQLException("could not serialize", "40001"));
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void aLostRaceMayBeWonNextTime(Throwable failure) {
        assertTrue(Transient.is(failure));
        assertFalse(Transient.databaseIsAway(failure));
    }

    @Test
    void whatIsWrongStaysWrong() {
        assertFalse(Transient.is(new PgException("division by zero", "ERROR", "22012", null)));
        assertFalse(Transient.is(new SQLException("duplicate key", "23505")));
        assertFalse(Transient.is(new IOException("unreadable")));
        assertFalse(Transient.is(new VertxException("something else", true)));
        assertFalse(Transient.is(new NoStackTraceThrowable("something else")));
        assertFalse(Transient.is(new IllegalStateException()));
    }
}
