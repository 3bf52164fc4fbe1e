package org.gongdan.sla;

import java.time.Duration;
import java.time.Instant;

/** Tells which time counts for a promise. */
public interface Calendar {

    /** Every hour of every day counts. */
    Calendar AROUND_THE_CLOCK = new Calendar() {
        @Override
        public Instant add(Instant from, Duration counted) {
            return from.plus(counted);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    /** The first instant by which so much counted time has passed since {@code from}; earlier than {@code from} when negative. */
    Instant add(Instant from, Duration counted);

    /** Counted time from one instant to another; negative when {@code to} is the earlier one. */
    Duration between(Instant from, Instant to);
}
