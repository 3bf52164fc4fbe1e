package org.gongdan.journeys;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a journey waits for what other processes do. A machine that is shared may be five times slower than it was yesterday, and nothing here is about
 * speed: what comes, comes at once on a good day.
 */
final class Patience {
    static final Duration LONGEST = Duration.ofSeconds(90);
    static final int MILLIS = (int) LONGEST.toMillis();
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {
    }

    static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(BETWEEN);
    }

    /** The first that fits, once there is one. */
    static <T> T one(String what, Supplier<List<T>> look, Predicate<T> wanted) {
        return await(what).until(look::get, seen -> seen.stream().anyMatch(wanted)).stream().filter(wanted).findFirst().orElseThrow();
    }
}
