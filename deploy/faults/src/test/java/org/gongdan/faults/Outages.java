package org.gongdan.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When sla-service could not keep time, because it or its database was away. */
final class Outages {
    private final List<Stretch> stretches = new ArrayList<>();

    private record Stretch(Instant from, Instant to) {
    }

    void add(Instant from, Instant to) {
        stretches.add(new Stretch(from, to));
    }

    /** The longest time without an outage between these instants. */
    Duration longestWithout(Instant from, Instant to) {
        var longest = Duration.ZERO;
        var begin = from;
        for (var stretch : stretches) {
            if (!stretch.to().isAfter(begin) || !stretch.from().isBefore(to)) {
                continue;
            }
            longest = max(longest, Duration.between(begin, stretch.from()));
            begin = stretch.to();
        }
        return max(longest, Duration.between(begin, to));
    }

    Duration total() {
        return stretches.stream().map(stretch -> Duration.between(stretch.from(), stretch.to())).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
