package org.gongdan.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;

/** A token bucket per client: the signed-in subject, or the address of those who are not signed in. Per replica. */
@ApplicationScoped
class RateLimits {

    private final GatewayConfig.RateLimit limit;
    private final Cache<String, Bucket> buckets;

    RateLimits(GatewayConfig config) {
        limit = config.rateLimit();
        // A bucket untouched for as long as it takes to refill is full again: forgetting it changes nothing.
        var refill = Duration.ofSeconds(limit.burst() / limit.perSecond() + 1);
        buckets = Caffeine.newBuilder().maximumSize(limit.clients()).expireAfterAccess(refill.multipliedBy(2)).build();
    }

    /** Takes one token; answers 429 and returns false when there is none. */
    boolean admits(RoutingContext rc, String subject) {
        if (!limit.enabled()) {
            return true;
        }
        var client = subject != null ? subject : Addresses.key(rc.request().remoteAddress());
        var probe = buckets.get(client, ignored -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        var wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        Problem.TOO_MANY_REQUESTS.answer(rc, wait);
        return false;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
