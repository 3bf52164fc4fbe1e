package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;

import org.gongdan.sla.promise.Terms;

/**
 * What follows from a clock's facts.
 *
 * @param dueAt      when the promise must be kept; of a paused clock, when it would have to be if it ran on from the pause
 * @param warnAt     when to warn
 * @param warned     whether we did for this due time
 * @param remaining  counted time left at the last fact; negative when it was late
 * @param endedAt    when it was kept (in time or not) or became void, or null
 * @param breachedAt the due time that passed, or null
 * @param calendar   revision of the calendar it is counted by now; {@code 24x7} when the due time is an agreed instant
 * @param terms      terms that hold at the last fact
 */
public record ClockState(ClockStatus status, Instant startedAt, Instant dueAt, Instant warnAt, boolean warned, Duration remaining,
        Instant endedAt, Instant breachedAt, String calendar, Terms terms) {
}
