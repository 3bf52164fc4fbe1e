package org.gongdan.platform.timer;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the timer loop sleeps when nothing is due. While this process commits things it does not sleep but looks as often as ever, since each
 * commit may have set a timer that falls due before any it knows. When nothing has been committed for {@code after}, what it knows is all there is:
 * it sleeps until the next timer falls due, but no longer than {@code quiet}, for another process of the service may have set one and ended.
 */
record Nap(Duration quiet, Duration after) {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    boolean possible(Duration sinceLastCommit) {
        return sinceLastCommit.compareTo(after) >= 0;
    }

    /** @param next when the first timer falls due, after {@code now}; null when there is none */
    Duration length(Instant now, Instant next) {
        if (next == null || Duration.between(now, next).compareTo(quiet) > 0) {
            return quiet;
        }
        Duration left = Duration.between(now, next);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
