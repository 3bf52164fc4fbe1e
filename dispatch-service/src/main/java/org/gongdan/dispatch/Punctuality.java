package org.gongdan.dispatch;

import java.time.Duration;
import java.time.Instant;

/** How well an arrival met the target of 10 to 5 minutes before the window begins (R81). */
public enum Punctuality {
    EARLY, ON_TARGET, TIGHT, LATE;

    private static final Duration TARGET_FROM = Duration.ofMinutes(10);
    private static final Duration TARGET_TO = Duration.ofMinutes(5);

    static Punctuality of(Instant arrival, Instant windowStart) {
        if (arrival.isAfter(windowStart)) {
            return LATE;
        }
        if (arrival.isAfter(windowStart.minus(TARGET_TO))) {
            return TIGHT;
        }
        return arrival.isBefore(windowStart.minus(TARGET_FROM)) ? EARLY : ON_TARGET;
    }
}
