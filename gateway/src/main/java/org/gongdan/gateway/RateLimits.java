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

/**
 * A token bucket per client: the signed-in subject, in each process; or the address of those who are not signed in, of whose limit each process has its share.
 */
@ApplicationScoped
class RateLimits {

    private final boolean enabled;
    private final Limit known;
    private final Limit strangers;

    RateLimits(GatewayConfig config) {
        var limit = config.rateLimit();
        enabled = limit.enabled();
        known = new Limit(limit, 1);
        strangers = new Limit(limit, config.replicas());
    }

    /** Takes one token. @return 0, or seconds after which there is one again */
    long wait(RoutingContext rc, Optional<Caller> caller) {
        return enabled ? limit(caller).wait(client(rc, caller)) : 0;
    }

    /** Nanoseconds after which an admitted request goes on: what comes in a heap is spread over time. To be asked once for each. */
    long pause(RoutingContext rc, Optional<Caller> caller) {
        return enabled ? limit(caller).turns.next(client(rc, caller)) : 0;
    }

    private Limit limit(Optional<Caller> caller) {
        return caller.isPresent() ? known : strangers;
    }

    private static String client(RoutingContext rc, Optional<Caller> caller) {
        return caller.map(Caller::subject).orElseGet(() -> Addresses.key(rc.request().remoteAddress()));
    }

    private static final class Limit {

        private final int burst;
        private final int perSecond;
        private final Cache<String, Bucket> buckets;
        private final Turns turns;

        Limit(GatewayConfig.RateLimit limit, int replicas) {
            burst = Share.of(limit.burst(), replicas);
            perSecond = Share.of(limit.perSecond(), replicas);
            // A bucket untouched for as long as it takes to refill is full again: forgetting it changes nothing.
            var refill = Duration.ofSeconds(burst / perSecond + 1);
            buckets = Caffeine.newBuilder().maximumSize(limit.clients()).expireAfterAccess(refill.multipliedBy(2)).build();
            turns = new Turns(Share.of(limit.unpaced(), replicas), perSecond, refill, limit.clients(), TimeMeter.SYSTEM_NANOTIME);
        }

        long wait(String client) {
            var probe = buckets.get(client, ignored -> bucket()).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }
}
