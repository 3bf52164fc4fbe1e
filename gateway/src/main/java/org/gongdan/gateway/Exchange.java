package org.gongdan.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** One request on its way to a service and back. */
final class Exchange implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RoutingContext rc;
    private final HttpServerRequest client;
    private final Upstream upstream;
    private final String authorization;
    private final Allowance allowance;
    private final EventStreams streams;
    private final Timer.Sample started;
    private LimitedBody body;

    /** What a body may cost. @param bytes at most. @param time until it must be here, zero for no time of its own */
    record Allowance(long bytes, Duration time) {}

    /**
     * @param authorization value of the header towards the service, null for none
     * @param streams       for an event stream, null for any other call
     */
    Exchange(RoutingContext rc, Upstream upstream, EventStreams streams, String authorization, Allowance allowance) {
        this.rc = rc;
        this.client = rc.request();
        this.upstream = upstream;
        this.streams = streams;
        this.authorization = authorization;
        this.allowance = allowance;
        this.started = upstream.start();
    }

    void run() {
        Wire.passed(client);
        HttpProxy.reverseProxy(OPTIONS, upstream.client(streams != null)).origin(this::connect).addInterceptor(this).handle(client);
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        return upstream.request(streams != null).map(request -> {
            // The failure comes with the answer's future; unheard here, Vert.x would log every client that hangs up.
            request.exceptionHandler(ignored -> {});
            request.idleTimeout(upstream.timeoutMillis());
            var sent = context.request().getBody();
            if (sent != null && mayHaveBody()) {
                Expectation.meet(client);
                // An upload may take longer than the timeout as long as it moves, so every chunk starts the timer anew.
                // How long it may take in all is the wire's to watch, and for strangers shorter.
                body = new LimitedBody(sent.stream(), allowance.bytes(), () -> request.idleTimeout(upstream.timeoutMillis()));
                giveUpLater();
                context.request().setBody(Body.body(body, sent.length()));
            }
            return request;
        });
    }

    private void giveUpLater() {
        if (allowance.time().isPositive()) {
            var timer = rc.vertx().setTimer(allowance.time().toMillis(), ignored -> body.giveUp());
            rc.addEndHandler(ended -> rc.vertx().cancelTimer(timer));
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var headers = context.request().headers();
        UpstreamHeaders.clean(headers, client);
        Trace.pass(rc, headers);
        headers.remove(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return upstream.guarded(() -> send(context)).recover(this::refuse);
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> {
                    // A kept-alive connection that the service closed just now says nothing about the call: ask once more.
                    if (failure instanceof HttpClosedException && REPEATABLE.contains(client.method()) && !mayHaveBody() && !gone()) {
                        context.request().setBody(null);
                        return context.sendRequest();
                    }
                    return Future.failedFuture(failure);
                })
                .recover(failure -> Future.failedFuture(blame(failure)))
                .compose(Exchange::credible);
    }

    /** What is no final answer, such as a change of protocol that nobody asked for, or whose end cannot be told is none at all. */
    private static Future<ProxyResponse> credible(ProxyResponse answer) {
        var status = answer.getStatusCode();
        var encoding = answer.headers().get(HttpHeaders.TRANSFER_ENCODING);
        if (status >= 200 && status <= 599 && (encoding == null || "chunked".equalsIgnoreCase(encoding))) {
            return Future.succeededFuture(answer);
        }
        answer.release();
        var wrong = new IOException("status " + status + ", transfer encoding " + encoding);
        return Future.failedFuture(new UpstreamFailure(Problem.BAD_GATEWAY, wrong));
    }

    private RuntimeException blame(Throwable failure) {
        if (body != null && body.exceeded()) {
            return new ClientFault(Problem.BODY_TOO_LARGE, failure);
        }
        if (body != null && body.late() || failure instanceof TimeoutException && mayHaveBody() && !client.isEnded()) {
            return new ClientFault(Problem.REQUEST_TOO_SLOW, failure);
        }
        return gone() ? new ClientFault(Problem.BAD_GATEWAY, failure) : Blame.of(failure);
    }

    /** Answers in place of the service; the proxy's own future never completes, so it writes nothing after us. */
    private Future<ProxyResponse> refuse(Throwable failure) {
        var problem = switch (failure) {
            case ClientFault fault -> fault.problem;
            case UpstreamFailure fault -> fault.problem;
            case CircuitBreakerOpenException open -> Problem.SERVICE_UNAVAILABLE;
            default -> Problem.BAD_GATEWAY;
        };
        if (failure instanceof UpstreamFailure || !(failure instanceof ClientFault || failure instanceof CircuitBreakerOpenException)) {
            LOG.warnf("%s %s: %s", client.method(), client.path(), failure);
        }
        upstream.record(started, problem.status());
        if (problem.status() == Problem.SERVICE_UNAVAILABLE.status()) {
            problem.answer(rc, upstream.retryAfterSeconds());
        } else {
            problem.answer(rc);
        }
        return Promise.<ProxyResponse>promise().future();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var answer = context.response();
        upstream.record(started, answer.getStatusCode());
        UpstreamHeaders.cleanAnswer(answer.headers());
        Compression.prepare(answer.headers(), client.response().headers());
        if (!answer.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            answer.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (streams != null && answer.getStatusCode() == 200) {
            answer.setBody(Body.body(streams.follow(rc, answer.getBody().stream())));
        }
        return context.sendResponse();
    }

    private boolean mayHaveBody() {
        return client.headers().contains(HttpHeaders.CONTENT_LENGTH) || client.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private boolean gone() {
        return client.response().closed();
    }
}
