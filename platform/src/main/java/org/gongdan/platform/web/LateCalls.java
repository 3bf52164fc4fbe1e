package org.gongdan.platform.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.FrontProblem;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Shuts the door of a process that ends. Quarkus waits until no call is under way, and goes on; a command that comes in the moments between that and the
 * end of its HTTP server would be carried out when who publishes its fact has stopped, and its answer would be lost. It is refused, to be sent to another
 * process, and what came before the door was shut is waited for.
 */
@ApplicationScoped
class LateCalls {

    private static final Logger LOG = Logger.getLogger(LateCalls.class);
    private static final int BEFORE_EVERYBODY = 20_000;
    private static final int UNAVAILABLE = 503;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final AtomicInteger commands = new AtomicInteger();
    private final Duration patience;
    private volatile boolean shut;

    /** @param patience as for the calls before */
    LateCalls(@ConfigProperty(name = "quarkus.shutdown.timeout") Duration patience) {
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_EVERYBODY);
    }

    /** Questions may be answered to the end: they leave nothing behind, and streams have no end of their own. */
    void pass(RoutingContext rc) {
        if (rc.request().method() == HttpMethod.GET || rc.request().method() == HttpMethod.HEAD) {
            rc.next();
            return;
        }
        // Counted before the look: whoever shuts the door meanwhile waits for this one.
        commands.incrementAndGet();
        rc.addEndHandler(ended -> commands.decrementAndGet());
        if (shut) {
            rc.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).putHeader(HttpHeaders.RETRY_AFTER, "1");
            FrontProblem.answer(rc, UNAVAILABLE, "unavailable");
        } else {
            rc.next();
        }
    }

    /** Before the consumers and loops stop ({@code Inbox}, {@code Loops}), of which the last one publishes what commands committed. */
    void stop(@Observes @Priority(0) ShutdownEvent shutdown) {
        shut = true;
        long end = System.nanoTime() + patience.toNanos();
        while (commands.get() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (commands.get() > 0) {
            LOG.warnf("commands are still under way after %s; what they commit is told by the next process", patience);
        }
    }
}
