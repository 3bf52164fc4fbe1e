package org.gongdan.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;

/** Whose fault it is that a call failed. The service's only when it is known to be: what nobody foresaw never counts against it. */
final class Blame {

    private Blame() {}

    /**
     * For a failure between us and the service while the client did all that it had to.
     *
     * @return an {@link UpstreamFailure}, a {@link ClientFault}, or what nobody knows
     */
    static RuntimeException of(Throwable failure) {
        return switch (failure) {
            case ConnectTimeoutException connect -> new UpstreamFailure(Problem.SERVICE_UNAVAILABLE, failure);
            case ConnectException connect -> new UpstreamFailure(Problem.SERVICE_UNAVAILABLE, failure);
            case NoRouteToHostException connect -> new UpstreamFailure(Problem.SERVICE_UNAVAILABLE, failure);
            case UnknownHostException connect -> new UpstreamFailure(Problem.SERVICE_UNAVAILABLE, failure);
            case TimeoutException silent -> new UpstreamFailure(Problem.SERVICE_TIMEOUT, failure);
            case HttpClosedException broken -> new UpstreamFailure(Problem.BAD_GATEWAY, failure);
            case IOException broken -> new UpstreamFailure(Problem.BAD_GATEWAY, failure);
            case ConnectionPoolTooBusyException busy -> new ClientFault(Problem.SERVICE_UNAVAILABLE, failure);
            case StreamResetException reset -> new ClientFault(Problem.BAD_GATEWAY, failure);
            case RuntimeException unknown -> unknown;
            default -> new IllegalStateException(failure);
        };
    }
}
