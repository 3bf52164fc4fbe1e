package org.gongdan.platform.web;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.FrontProblem;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses calls of a process that ends, once it has gone on for as long as others may still send to it. Quarkus then waits for a moment at which no call is
 * under way, and closes the HTTP server: while calls keep coming, that moment is late, and those that came in between are cut off, carried out or not.
 */
@ApplicationScoped
class LateCalls {

    private static final int BEFORE_EVERYBODY = 20_000;
    private static final int UNAVAILABLE = 503;

    private final Duration delay;
    private volatile Long end;

    /** @param delay between being told to end and ending, none when nobody stands before this process */
    LateCalls(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.delay = delay.orElse(Duration.ZERO);
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_EVERYBODY);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent delayed) {
        end = System.nanoTime() + delay.toNanos();
    }

    void pass(RoutingContext rc) {
        Long last = end;
        if (last == null || System.nanoTime() - last < 0) {
            rc.next();
        } else {
            rc.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).putHeader(HttpHeaders.RETRY_AFTER, "1");
            FrontProblem.answer(rc, UNAVAILABLE, "unavailable");
        }
    }
}
