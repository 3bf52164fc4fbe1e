package org.gongdan.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Everything below `/api` and `/openapi`: who may pass, how often, and to which service. */
@ApplicationScoped
class ServiceDoor {

    /** Spellings a service might read as another path than the one routed by; no honest client sends them. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|;|$)|%2e|%2f|%5c|%00|%25|[\\\\;]", Pattern.CASE_INSENSITIVE);
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RouteTable routes;
    private final RateLimits limits;
    private final Callers callers;
    private final Places places;
    private final EventStreams streams;
    private final GatewayConfig.Strangers strangers;
    private final String streamSuffix;

    ServiceDoor(RouteTable routes, RateLimits limits, Callers callers, Places places, EventStreams streams, GatewayConfig config) {
        this.routes = routes;
        this.limits = limits;
        this.callers = callers;
        this.places = places;
        this.streams = streams;
        this.strangers = config.strangers();
        this.streamSuffix = config.streamSuffix();
    }

    void handle(RoutingContext rc) {
        var request = rc.request();
        var route = routes.find(request.path());
        refusal(request, route).ifPresentOrElse(problem -> problem.answer(rc), () -> admit(rc, route.orElseThrow()));
    }

    private Optional<Problem> refusal(HttpServerRequest request, Optional<Route> route) {
        if (AMBIGUOUS.matcher(request.path()).find()) {
            return Optional.of(Problem.BAD_PATH);
        }
        if (route.isEmpty()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        if (!METHODS.contains(request.method())) {
            return Optional.of(Problem.METHOD_NOT_ALLOWED);
        }
        if (RequestCredentials.bearer(request) == null && SessionCookies.session(request) && CrossSite.refuses(request)) {
            return Optional.of(Problem.CROSS_SITE);
        }
        if (BODILESS.contains(request.method()) && hasBody(request)) {
            return Optional.of(Problem.UNEXPECTED_BODY);
        }
        return announcedLength(request) > route.get().upstream().maxBody() ? Optional.of(Problem.BODY_TOO_LARGE) : Optional.empty();
    }

    private void admit(RoutingContext rc, Route route) {
        // Nobody reads the body until it is known where it goes.
        rc.request().pause();
        callers.of(rc).onComplete(known -> {
            var caller = known.succeeded() ? known.result() : Optional.<Caller>empty();
            var wait = limits.wait(rc, caller);
            if (wait > 0) {
                tooMany(rc, caller, Problem.TOO_MANY_REQUESTS, wait);
            } else if (caller.isPresent() || route.open()) {
                later(rc, limits.pause(rc, caller), () -> place(rc, route, caller));
            } else {
                Callers.refuse(rc, known.cause() instanceof Callers.Refused refused ? refused.problem : Problem.UNAUTHENTICATED);
            }
        });
    }

    private static void later(RoutingContext rc, long nanos, Runnable step) {
        if (nanos == 0) {
            step.run();
        } else {
            rc.vertx().setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), ignored -> step.run());
        }
    }

    private void place(RoutingContext rc, Route route, Optional<Caller> caller) {
        if (rc.response().closed()) {
            return;
        }
        places.take(rc, route, caller, stream(rc)).onSuccess(refusal -> refusal
                .ifPresentOrElse(problem -> tooMany(rc, caller, problem, 1), () -> forward(rc, route, caller)));
    }

    private static void tooMany(RoutingContext rc, Optional<Caller> caller, Problem problem, long retryAfterSeconds) {
        caller.ifPresent(known -> Wire.tooMany(rc.request(), known.subject()));
        problem.answer(rc, retryAfterSeconds);
    }

    /** A bearer token passes as it came, also on open paths, where the service judges it; a session becomes its access token. */
    private void forward(RoutingContext rc, Route route, Optional<Caller> caller) {
        var bearer = RequestCredentials.bearer(rc.request());
        var authorization = bearer != null ? bearer : caller.map(known -> "Bearer " + known.token()).orElse(null);
        var allowance = allowance(route, caller.isEmpty());
        if (announcedLength(rc.request()) > allowance.bytes()) {
            Problem.BODY_TOO_LARGE.answer(rc);
        } else {
            new Exchange(rc, route.upstream(), stream(rc) ? streams : null, authorization, allowance).run();
        }
    }

    private Exchange.Allowance allowance(Route route, boolean stranger) {
        var bytes = route.upstream().maxBody();
        return stranger ? new Exchange.Allowance(Math.min(bytes, strangers.maxBody().asLongValue()), strangers.bodyTime())
                : new Exchange.Allowance(bytes, Duration.ZERO);
    }

    private boolean stream(RoutingContext rc) {
        return rc.request().path().endsWith(streamSuffix);
    }

    /** Length 0 is how some clients say that there is none. */
    private static boolean hasBody(HttpServerRequest request) {
        return announcedLength(request) > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static long announcedLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
