package org.gongdan.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.ext.web.RoutingContext;

/** A token bucket per client: the signed-in subject, or the address of those who are not signed in. Per replica. */
@ApplicationScoped
class RateLimits {

    private final GatewayConfig.RateLimit limit;
    private final Cache<String, Bucket> buckets;
    private final Turns turns;

    RateLimits(GatewayConfig config) {
        limit = config.rateLimit();
        // A bucket untouched for as long as it takes to refill is full again: forgetting it changes nothing.
        var refill = Duration.ofSeconds(limit.burst() / limit.perSecond() + 1);
        buckets = Caffeine.newBuilder().maximumSize(limit.clients()).expireAfterAccess(refill.multipliedBy(2)).build();
        turns = new Turns(limit.unpaced(), limit.perSecond(), refill, limit.clients(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Takes one token. @return 0, or seconds after which there is one again */
    long wait(RoutingContext rc, Optional<Caller> caller) {
        if (!limit.enabled()) {
            return 0;
        }
        var probe = buckets.get(client(rc, caller), ignored -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    /** Nanoseconds after which an admitted request goes on: what comes in a heap is spread over time. To be asked once for each. */
    long pause(RoutingContext rc, Optional<Caller> caller) {
        return limit.enabled() ? turns.next(client(rc, caller)) : 0;
    }

    private static String client(RoutingContext rc, Optional<Caller> caller) {
        return caller.map(Caller::subject).orElseGet(() -> Addresses.key(rc.request().remoteAddress()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
