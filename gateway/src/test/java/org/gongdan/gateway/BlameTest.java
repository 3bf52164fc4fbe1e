package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.impl.NoStackTraceTimeoutException;

class BlameTest {

    static Stream<Throwable> faultsOfTheService() {
        return Stream.of(new ConnectException("refused"), new ConnectTimeoutException("connect"), new UnknownHostException("x"),
                new SocketException("Connection reset"),
                new IOException("Broken pipe"), new HttpClosedException("closed"), new NoStackTraceTimeoutException("silent"));
    }

    static Stream<Throwable> whatNobodyForesaw() {
        return Stream.of(new IllegalArgumentException("a header name can only contain \"token\" characters"),
                new IllegalStateException("x"), new NullPointerException(),
                new VertxException("x"), new StreamResetException(0), new Exception("x"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheService")
    void serviceIsBlamedForWhatItDid(Throwable failure) {
        // When
        var blamed = Blame.of(failure);
        // Then
        assertInstanceOf(UpstreamFailure.class, blamed);
    }

    @ParameterizedTest
    @MethodSource("whatNobodyForesaw")
    void serviceIsNotBlamedForWhatNobodyForesaw(Throwable failure) {
        // When
        var blamed = Blame.of(failure);
        // Then
        assertFalse(blamed instanceof UpstreamFailure);
    }
}
