package org.gongdan.platform.timer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is when timers of several kinds are due: the kind whose oldest timer has waited longest, unless it rests. A kind rests when a backlog
 * of it goes faster than the {@link Pace}, and for a moment when somebody else holds what is due; meanwhile it is another's turn.
 */
final class Turns {

    private final Map<String, Long> restsUntil = new HashMap<>();

    /** @param due kinds with due timers, the one that has waited longest first. @return nothing when all of them rest */
    Optional<String> next(List<String> due, long nanos) {
        return due.stream().filter(kind -> left(kind, nanos) <= 0).findFirst();
    }

    void rest(String kind, long untilNanos) {
        restsUntil.put(kind, untilNanos);
    }

    /** Nanoseconds until the first of these kinds has rested. */
    long left(List<String> due, long nanos) {
        return due.stream().mapToLong(kind -> left(kind, nanos)).min().orElse(0);
    }

    private long left(String kind, long nanos) {
        return restsUntil.getOrDefault(kind, nanos) - nanos;
    }
}
