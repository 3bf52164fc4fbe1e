package org.gongdan.journeys;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a journey waits for what other processes do; generous, since the machine may be busy. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(30);
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
