package org.gongdan.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends the open event streams before the process ends, one after the other, each with a whole answer and with its connection: whoever follows asks again by a
 * new connection, which leads to another replica, and not all of them at once.
 */
@ApplicationScoped
class EventStreams {

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean leaving;

    EventStreams(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay, MeterRegistry meters) {
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
        Gauge.builder("gongdan.gateway.streams", open, Set::size).description("Event streams that are open").register(meters);
    }

    /** To be called on the request's own context. */
    EventStream follow(RoutingContext rc, ReadStream<Buffer> source) {
        var stream = new EventStream(source, over -> {
            open.remove(over);
            if (leaving) {
                rc.addEndHandler(ended -> rc.request().connection().close());
            }
        });
        open.add(stream);
        rc.addEndHandler(ended -> open.remove(stream));
        if (leaving) {
            later(stream, quarter());
        }
        return stream;
    }

    /** In the first quarter of the delay others learn that this process leaves; in the last one, calls under way end. */
    void leave(@Observes ShutdownDelayInitiatedEvent delayed) {
        leaving = true;
        var streams = List.copyOf(open);
        for (var number = 0; number < streams.size(); number++) {
            later(streams.get(number), quarter() + 2 * quarter() * number / streams.size());
        }
    }

    /** When there was no delay, or it is over. */
    void endAll() {
        leaving = true;
        List.copyOf(open).forEach(EventStream::finish);
    }

    private long quarter() {
        return delay.toMillis() / 4;
    }

    private void later(EventStream stream, long millis) {
        vertx.setTimer(Math.max(1, millis), ignored -> stream.finish());
    }
}
