package org.gongdan.platform.timer;

import java.util.concurrent.TimeUnit;

/**
 * How fast a backlog of timers is worked off. What a timer does costs its service, the broker, every consumer and the database; a hundred
 * thousand at once, as fast as they can, leave nothing to the commands of people who are waiting for an answer.
 *
 * @param perSecond timers of one kind that all processes of the service fire together; 0: as many as they can
 */
record Pace(int perSecond) {

    /** Nanoseconds to rest after so many were fired in so many nanoseconds, by one of so many processes: each has an equal share. */
    long rest(int fired, long nanos, int processes) {
        return perSecond == 0 ? 0 : Math.max(0, fired * processes * TimeUnit.SECONDS.toNanos(1) / perSecond - nanos);
    }
}
