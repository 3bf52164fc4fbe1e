package org.gongdan.gateway;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyResponse;

/** One service behind the gateway: its connections, its limits and its breaker. */
final class Upstream {

    /** A queue longer than this means the service is overrun; waiting longer would only add to it. */
    private static final int WAITING_CALLS = 1000;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int CONNECTION_TRIES = 3;
    /**
     * Seconds an unused connection is kept. Shorter than a service goes on when it is told to end: by then each of its connections has either been used, and
     * ended with that answer, or is gone. So no call finds one that the service closes at that moment, and calls that change something need no second try.
     */
    private static final int KEPT_UNUSED_SECONDS = 8;

    /**
     * A machine that has not even confirmed what was sent to it for so long is gone (its node was lost, its cable cut): the call fails now, and not at the
     * end of the service's time limit, so that it can be made again elsewhere and does not keep the places of its caller. Needs Linux' own sockets.
     */
    private static final int LOST_SECONDS = 5;

    private final GatewayConfig.Service service;
    private final GatewayConfig.Breaker breaker;
    private final HttpClient calls;
    private final HttpClient streams;
    private final TypedGuard<CompletionStage<ProxyResponse>> guard;
    private final MeterRegistry meters;
    private final String name;

    Upstream(String name, GatewayConfig.Service service, GatewayConfig.Breaker breaker, Vertx vertx, MeterRegistry meters) {
        this.name = name;
        this.service = service;
        this.breaker = breaker;
        this.meters = meters;
        // The request's own timer ends with the head of the answer; these cut an answer that falls silent in the middle.
        calls = client(vertx, options(service.url(), service.timeout()), service.connections());
        streams = client(vertx, options(service.url(), service.streamIdle()), service.streams());
        var refused = meters.counter("gongdan.gateway.refused", "service", name);
        guard = TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
                .withDescription(name)
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.window())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.open().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> cause(failure) instanceof UpstreamFailure)
                .onPrevented(refused::increment)
                .done()
                .build();
    }

    /** @param idle silence in the middle of an answer that ends it */
    static HttpClientOptions options(URI url, Duration idle) {
        var ssl = "https".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : ssl ? 443 : 80;
        return new HttpClientOptions()
                .setDefaultHost(url.getHost()).setDefaultPort(port).setSsl(ssl)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTcpUserTimeout((int) TimeUnit.SECONDS.toMillis(LOST_SECONDS))
                .setKeepAliveTimeout(KEPT_UNUSED_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) idle.plusSeconds(1).toMillis())
                .setMaxWaitQueueSize(WAITING_CALLS)
                .setDecompressionSupported(false);
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options, int connections) {
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
    }

    HttpClient client(boolean stream) {
        return stream ? streams : calls;
    }

    /** Nothing has been said before there is a connection: whatever the call is, it may be tried again, and another process behind the same address answers. */
    Future<HttpClientRequest> request(boolean stream) {
        return request(stream, CONNECTION_TRIES);
    }

    private Future<HttpClientRequest> request(boolean stream, int tries) {
        return client(stream).request(new RequestOptions().setConnectTimeout(CONNECT.toMillis()))
                .recover(failure -> failure instanceof ConnectException && tries > 1 ? request(stream, tries - 1)
                        : Future.failedFuture(failure));
    }

    /** Runs the call unless the breaker is open; a call only counts as failed by {@link UpstreamFailure}. */
    Future<ProxyResponse> guarded(Supplier<Future<ProxyResponse>> call) {
        return Future.fromCompletionStage(guard.get(() -> call.get().toCompletionStage()), Vertx.currentContext())
                .recover(failure -> Future.failedFuture(cause(failure)));
    }

    String name() {
        return name;
    }

    void record(Timer.Sample started, int status) {
        started.stop(meters.timer("gongdan.gateway.calls", "service", name, "status", status / 100 + "xx"));
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    long timeoutMillis() {
        return service.timeout().toMillis();
    }

    long maxBody() {
        return service.maxBody().asLongValue();
    }

    long retryAfterSeconds() {
        return Math.max(1, breaker.open().toSeconds());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
