package org.gongdan.sla.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.gongdan.sla.calendar.Calendars;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What was promised, as it stood when the promise was made; settings that change later do not change it.
 *
 * @param within      counted time allowed from the start, or null when the promise names an instant
 * @param at          instant promised, or null when the promise allows a time
 * @param calendar    revision of the calendar that tells which time counts for {@code within}, such as {@code office-cn@3}, or {@code 24x7};
 *                    {@link Calendars#current} finds it
 * @param pausesOn    reasons of waiting during which the clock stands still
 * @param warnPercent share of the way to the due time after which to warn
 * @param basis       contract that says so, or null when it is what every customer is promised
 */
public record Terms(@JsonFormat(shape = JsonFormat.Shape.STRING) Duration within, Instant at, String calendar, Set<String> pausesOn,
        int warnPercent, Basis basis) {

    public Terms {
        if ((within == null) == (at == null)) {
            throw new IllegalArgumentException("a promise allows a time or names an instant");
        }
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    public Terms(Duration within, Instant at, String calendar, Set<String> pausesOn, int warnPercent) {
        this(within, at, calendar, pausesOn, warnPercent, null);
    }

    public static Terms within(Duration time, int warnPercent) {
        return within(time, Set.of(), warnPercent);
    }

    public static Terms within(Duration time, Set<String> pausesOn, int warnPercent) {
        return within(time, Calendars.AROUND_THE_CLOCK, pausesOn, warnPercent);
    }

    public static Terms within(Duration time, String calendar, Set<String> pausesOn, int warnPercent) {
        return new Terms(time, null, calendar, pausesOn, warnPercent, null);
    }

    public static Terms at(Instant instant, int warnPercent) {
        return new Terms(null, instant, Calendars.AROUND_THE_CLOCK, Set.of(), warnPercent, null);
    }

    /** The same, counted by this revision of its calendar. */
    public Terms countedBy(String revision) {
        return new Terms(within, at, revision, pausesOn, warnPercent, basis);
    }

    /** Short form for people who look at the table: {@code PT24H} or the instant. */
    public String target() {
        return within == null ? at.toString() : within.toString();
    }
}
