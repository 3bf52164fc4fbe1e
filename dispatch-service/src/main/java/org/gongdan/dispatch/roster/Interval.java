package org.gongdan.dispatch.roster;

import java.time.Instant;

/** From an instant until just before another. */
record Interval(Instant start, Instant end) {

    boolean isEmpty() {
        return !start.isBefore(end);
    }

    /** What of it lies within another. */
    Interval within(Interval other) {
        return new Interval(start.isBefore(other.start) ? other.start : start, end.isAfter(other.end) ? other.end : end);
    }
}
