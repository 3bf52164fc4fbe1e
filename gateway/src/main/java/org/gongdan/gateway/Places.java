package org.gongdan.gateway;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Sees to it that one caller leaves room for the others: so many calls to a service at once, so many event streams. */
@ApplicationScoped
class Places {

    private final Slots slots;
    private final GatewayConfig.Calls calls;
    private final int strangersCalls;
    private final int strangersCallsOfAll;
    private final boolean enabled;

    Places(Slots slots, GatewayConfig config) {
        this.slots = slots;
        this.calls = config.calls();
        this.strangersCalls = Share.of(config.strangers().calls(), config.replicas());
        this.strangersCallsOfAll = Share.of(config.strangers().callsOfAll(), config.replicas());
        this.enabled = config.rateLimit().enabled();
    }

    /**
     * Takes what the request needs until it ends. A signed-in caller's calls beyond what he may have at a time wait for the earlier ones.
     *
     * @return as soon as there is room: nothing, or the {@link Problem} for which there is none
     */
    Future<Optional<Problem>> take(RoutingContext rc, Route route, Optional<Caller> caller, boolean stream) {
        if (enabled && caller.isPresent() && !stream) {
            return inLine(rc, route.upstream().name() + " for " + caller.get().subject());
        }
        return Future.succeededFuture(atOnce(rc, route, caller, stream));
    }

    private Optional<Problem> atOnce(RoutingContext rc, Route route, Optional<Caller> caller, boolean stream) {
        if (!enabled) {
            return Optional.empty();
        }
        var address = Addresses.key(rc.request().remoteAddress());
        var service = route.upstream().name();
        if (caller.isEmpty()) {
            // However many addresses somebody has: what he keeps busy by reading slowly is not what those who signed in need.
            return take(rc, service + " for " + address, strangersCalls) && take(rc, service + " for strangers", strangersCallsOfAll)
                    ? Optional.empty() : Optional.of(Problem.TOO_MANY_CALLS);
        }
        var owner = caller.get().subject();
        return take(rc, "streams of " + owner, calls.streamsPerPerson()) && take(rc, "streams from " + address, calls.streamsPerAddress())
                ? Optional.empty() : Optional.of(Problem.TOO_MANY_STREAMS);
    }

    private Future<Optional<Problem>> inLine(RoutingContext rc, String owner) {
        // The one who gives a place back may be on another thread; the request goes on where it started.
        Promise<Slots.Slot> place = ((ContextInternal) Vertx.currentContext()).promise();
        if (!slots.wait(owner, calls.perCaller(), calls.waiting(), place)) {
            return Future.succeededFuture(Optional.of(Problem.TOO_MANY_CALLS));
        }
        if (!place.future().isComplete()) {
            var closed = closed(rc);
            ChannelFutureListener gone = ignored -> place.tryFail("gone");
            closed.addListener(gone);
            var timer = rc.vertx().setTimer(calls.longestWait().toMillis(), ignored -> place.tryFail("waited in vain"));
            place.future().onComplete(ignored -> {
                rc.vertx().cancelTimer(timer);
                closed.removeListener(gone);
            });
        }
        return place.future().map(slot -> {
            untilItEnds(rc, slot);
            return Optional.<Problem>empty();
        }).otherwise(Optional.of(Problem.TOO_MANY_CALLS));
    }

    /**
     * A connection that is closed while an answer waits to be written ends the request without a word to its end handlers (Vert.x 4.5: the
     * failed write resets the response first), so the connection's own end counts too.
     */
    private static void untilItEnds(RoutingContext rc, Slots.Slot slot) {
        var closed = closed(rc);
        ChannelFutureListener release = gone -> slot.close();
        closed.addListener(release);
        rc.addEndHandler(ended -> {
            slot.close();
            closed.removeListener(release);
        });
    }

    private static ChannelFuture closed(RoutingContext rc) {
        return ((ConnectionBase) rc.request().connection()).channel().closeFuture();
    }

    private boolean take(RoutingContext rc, String owner, int most) {
        var slot = slots.take(owner, most);
        slot.ifPresent(taken -> untilItEnds(rc, taken));
        return slot.isPresent();
    }
}
