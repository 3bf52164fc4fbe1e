package org.gongdan.gateway;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.ChannelFutureListener;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Sees to it that one caller leaves room for the others: so many calls to a service at once, so many event streams. */
@ApplicationScoped
class Places {

    private final Slots slots;
    private final GatewayConfig.Calls calls;
    private final GatewayConfig.Strangers strangers;
    private final boolean enabled;

    Places(Slots slots, GatewayConfig config) {
        this.slots = slots;
        this.calls = config.calls();
        this.strangers = config.strangers();
        this.enabled = config.rateLimit().enabled();
    }

    /** Takes what the request needs until it ends. @return why there is no room, or empty when there was */
    Optional<Problem> take(RoutingContext rc, Route route, Optional<Caller> caller, boolean stream) {
        if (!enabled) {
            return Optional.empty();
        }
        var address = Addresses.key(rc.request().remoteAddress());
        var service = route.upstream().name();
        if (caller.isEmpty()) {
            // However many addresses somebody has: what he keeps busy by reading slowly is not what those who signed in need.
            return take(rc, service + " for " + address, strangers.calls()) && take(rc, service + " for strangers", strangers.callsOfAll())
                    ? Optional.empty() : Optional.of(Problem.TOO_MANY_CALLS);
        }
        var owner = caller.get().subject();
        if (stream) {
            return take(rc, "streams of " + owner, calls.streamsPerPerson())
                    && take(rc, "streams from " + address, calls.streamsPerAddress())
                            ? Optional.empty() : Optional.of(Problem.TOO_MANY_STREAMS);
        }
        return take(rc, service + " for " + owner, calls.perCaller()) ? Optional.empty() : Optional.of(Problem.TOO_MANY_CALLS);
    }

    /**
     * A connection that is closed while an answer waits to be written ends the request without a word to its end handlers (Vert.x 4.5: the
     * failed write resets the response first), so the connection's own end counts too.
     */
    private static void untilItEnds(RoutingContext rc, Slots.Slot slot) {
        var closed = ((ConnectionBase) rc.request().connection()).channel().closeFuture();
        ChannelFutureListener release = gone -> slot.close();
        closed.addListener(release);
        rc.addEndHandler(ended -> {
            slot.close();
            closed.removeListener(release);
        });
    }

    private boolean take(RoutingContext rc, String owner, int most) {
        var slot = slots.take(owner, most);
        slot.ifPresent(taken -> untilItEnds(rc, taken));
        return slot.isPresent();
    }
}
