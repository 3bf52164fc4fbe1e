package org.gongdan.platform.timer;

import java.util.concurrent.TimeUnit;

/**
 * How fast a backlog of timers is worked off. What a timer does costs its service, the broker, every consumer and the database; a hundred
 * thousand at once, as fast as they can, leave nothing to the commands of people who are waiting for an answer.
 *
 * @param perSecond timers of one kind that one process fires; 0: as many as it can
 */
record Pace(int perSecond) {

    /** Nanoseconds to rest after so many were fired in so many nanoseconds. */
    long rest(int fired, long nanos) {
        return perSecond == 0 ? 0 : Math.max(0, fired * TimeUnit.SECONDS.toNanos(1) / perSecond - nanos);
    }
}
