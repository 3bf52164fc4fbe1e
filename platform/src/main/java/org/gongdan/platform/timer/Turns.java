package org.gongdan.platform.timer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is when timers of several kinds are due: the kind whose oldest timer has waited longest, unless it rests. Meanwhile it is another's
 * turn. A kind with a backlog rests as its {@link Pace} says. Any other rests until the next look: what falls due one by one is fired together, and
 * what somebody else holds is not asked for without a pause.
 */
final class Turns {

    private final Map<String, Long> restsUntil = new HashMap<>();
    private final Pace pace;
    private final Duration poll;
    private final int batch;

    /** @param poll time between two looks. @param batch timers that are fired at once: where there are so many, there may be more */
    Turns(Pace pace, Duration poll, int batch) {
        this.pace = pace;
        this.poll = poll;
        this.batch = batch;
    }

    /** @param due kinds with due timers, the one that has waited longest first. @return nothing when all of them rest */
    Optional<String> next(List<String> due, long nanos) {
        return due.stream().filter(kind -> left(kind, nanos) <= 0).findFirst();
    }

    /** @param fired how many timers of the kind were fired between these times; 0 when none could be. @param processes which share the pace */
    void fired(String kind, int fired, long begin, long end, int processes) {
        restsUntil.put(kind, end + (isBacklog(fired) ? pace.rest(fired, end - begin, processes) : poll.toNanos()));
    }

    boolean isBacklog(int fired) {
        return fired == batch;
    }

    /** Nanoseconds until the first of these kinds has rested. */
    long left(List<String> due, long nanos) {
        return due.stream().mapToLong(kind -> left(kind, nanos)).min().orElse(0);
    }

    private long left(String kind, long nanos) {
        return restsUntil.getOrDefault(kind, nanos) - nanos;
    }
}
