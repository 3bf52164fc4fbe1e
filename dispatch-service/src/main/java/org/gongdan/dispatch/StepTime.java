package org.gongdan.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.gongdan.platform.problem.DomainException.Rejected;

/**
 * When a step of a visit happened, as the engineer tells who may have had no network then. What cannot be is refused; what is unlikely is
 * asked back, and taken when he is sure.
 */
final class StepTime {

    /** By how much the clock of a phone may run ahead. */
    private static final Duration SKEW = Duration.ofMinutes(2);
    /** People tell whole minutes, so a step may seem to begin before the one before it ended. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /** How far from the window an arrival is still likely. */
    private static final Duration LIKELY = Duration.ofHours(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private StepTime() {
    }

    /** @param told when it happened; null for now. @throws Rejected when it lies ahead, or before the step before it */
    static Instant of(Instant told, Visit visit, Instant now) {
        if (told == null) {
            return now;
        }
        Instant at = told.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(SKEW))) {
            throw new Rejected("step-in-future");
        }
        if (at.isBefore(visit.steppedAt.minus(GRACE))) {
            throw new Rejected("step-before-previous", TIME.format(visit.steppedAt));
        }
        if (at.isBefore(visit.steppedAt)) {
            return visit.steppedAt;
        }
        return at.isAfter(now) ? now : at;
    }

    /** @param sure whether the engineer was asked and means it. @throws Rejected when the arrival is far from what was agreed */
    static Instant ofArrival(Instant told, boolean sure, Visit visit, Instant now) {
        Instant at = of(told, visit, now);
        boolean far = visit.windowStart != null
                && (at.isBefore(visit.windowStart.minus(LIKELY)) || at.isAfter(visit.windowEnd.plus(LIKELY)));
        if (far && !sure) {
            throw new Rejected("arrival-unlikely", TIME.format(at), TIME.format(visit.windowStart));
        }
        return at;
    }
}
