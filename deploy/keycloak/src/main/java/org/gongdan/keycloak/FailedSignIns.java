package org.gongdan.keycloak;

import java.time.Duration;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Counts failed sign-ins under a key, such as a name with an address, and says whether the next one must wait: after a number of free ones a
 * minute, and twice as long after each further one, up to a quarter of an hour. What waits does not count.
 */
final class FailedSignIns {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int KEYS = 200_000;
    private static final int DOUBLINGS = 4;

    private final int free;
    private final LongSupplier nowMillis;
    private final Cache<String, Failures> failures;

    private record Failures(int count, long waitsUntil) {
    }

    /** @param free failures without a wait */
    FailedSignIns(int free, LongSupplier nowMillis) {
        this.free = free;
        this.nowMillis = nowMillis;
        failures = Caffeine.newBuilder().maximumSize(KEYS).expireAfterWrite(REMEMBERED).build();
    }

    /** Returns true when from now on the key waits. */
    boolean failed(String key) {
        Failures now = failures.asMap().compute(key, (ignored, known) -> {
            int count = known == null ? 1 : known.count() + 1;
            return new Failures(count, count < free ? 0 : nowMillis.getAsLong() + wait(count - free));
        });
        return now.waitsUntil() > 0;
    }

    boolean waits(String key) {
        Failures known = failures.getIfPresent(key);
        return known != null && known.waitsUntil() > nowMillis.getAsLong();
    }

    void forget(String key) {
        failures.invalidate(key);
    }

    private static long wait(int beyond) {
        return Math.min(FIRST_WAIT.toMillis() << Math.min(beyond, DOUBLINGS), LONGEST_WAIT.toMillis());
    }
}
