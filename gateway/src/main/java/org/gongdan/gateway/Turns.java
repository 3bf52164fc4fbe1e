package org.gongdan.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Slows down what somebody does too often, where {@link RateLimits} refuses it: so many at once, and after them each waits for its turn.
 * The turns of one address follow each other at a fixed rate, however many connections it has. Per replica.
 */
final class Turns {

    private final int burst;
    private final int perSecond;
    private final long longest;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param burst   turns without waiting after a pause
     * @param longest no turn waits longer, and no debt of turns grows beyond it, so that it is soon over for those who mend their ways
     * @param clients remembered; the least recently seen are forgotten first
     */
    Turns(int burst, int perSecond, Duration longest, long clients, TimeMeter clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.longest = longest.toNanos();
        this.clock = clock;
        // By then the bucket is full again: forgetting it changes nothing.
        var refill = longest.plusSeconds(burst / perSecond + 1);
        buckets = Caffeine.newBuilder().maximumSize(clients).expireAfterAccess(refill).build();
    }

    /** @return nanoseconds until the client's next turn, which is his from now on; 0 for at once */
    long next(String client) {
        var bucket = buckets.get(client, ignored -> bucket());
        var wait = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (wait >= longest) {
            return longest;
        }
        bucket.consumeIgnoringRateLimits(1);
        return wait;
    }

    private Bucket bucket() {
        return Bucket.builder().withCustomTimePrecision(clock)
                .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
