package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    /**
     * The first instant by which so much counted time has passed since {@code from}: the end of a working interval, not the beginning of the
     * next; {@code from} itself when nothing has to pass; earlier than {@code from} when negative. A calendar of working hours counts from 1950
     * to 2199; when less counts until there, the end of 2199 (or the beginning of 1950): nothing is refused that was promised by it.
     */
    Instant add(Instant from, Duration counted);

    /** Counted time from one instant to another; negative when {@code to} is the earlier one. */
    Duration between(Instant from, Instant to);

    /** Why the rest of the time between two instants did not count; empty when {@code to} is not later. */
    default List<NotCounted> notCounted(Instant from, Instant to) {
        return List.of();
    }

    /** @param name the day off, such as 国庆节, or null for nights and other hours outside the weekly pattern */
    record NotCounted(String name, Duration time) {
    }
}
