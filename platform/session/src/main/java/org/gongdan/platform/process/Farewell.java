package org.gongdan.platform.process;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends clients on their way in time. A kept connection leads to one process for good: a new process beside it would get no calls, and one that ends would
 * cut off the next. So an answer says {@code Connection: close} once the process is about to end, or the connection has lived for
 * {@code gongdan.connection.life}; the client's next call comes by another connection, which may lead elsewhere.
 */
@ApplicationScoped
public class Farewell {

    private static final AttributeKey<Long> FIRST_CALL = AttributeKey.valueOf("gongdan.first-call");
    /** Before everything that answers. */
    private static final int FIRST = 1_100;

    private final long life;
    private volatile boolean leaving;

    Farewell(@ConfigProperty(name = "gongdan.connection.life") Duration life) {
        this.life = life.toNanos();
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent delayed) {
        leaving = true;
    }

    void pass(RoutingContext call) {
        if (call.request().version() == HttpVersion.HTTP_1_1 && (leaving || isOld(call))) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            // A client that overlooks it is helped.
            call.addEndHandler(ended -> call.request().connection().close());
        }
        call.next();
    }

    private boolean isOld(RoutingContext call) {
        if (!(call.request().connection() instanceof ConnectionBase connection)) {
            return false;
        }
        Attribute<Long> first = connection.channel().attr(FIRST_CALL);
        long now = System.nanoTime();
        Long before = first.setIfAbsent(now);
        return before != null && now - before > life;
    }
}
