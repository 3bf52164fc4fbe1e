package org.gongdan.sla.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/** Times in queries about calendars. */
final class Moment {

    private static final int LOCAL = "2026-11-20T09:30".length();
    private static final Duration LONGEST = Duration.ofDays(3660);

    private Moment() {
    }

    /** @param text an instant with offset, or a time by the clock on the wall in the calendar's zone. @throws InvalidInput when it is neither */
    static Instant of(String field, String text, ZoneId zone) {
        if (text == null) {
            throw new InvalidInput(field, "calendar-time-missing");
        }
        Instant at = parse(field, text, zone);
        int year = at.atZone(zone).getYear();
        if (year <= WorkingCalendar.FIRST_YEAR || year >= WorkingCalendar.LAST_YEAR) {
            throw beyond(field);
        }
        return at;
    }

    /** @throws InvalidInput when it is no ISO-8601 duration between nothing and ten years */
    static Duration length(String field, String text) {
        try {
            Duration length = Duration.parse(text == null ? "" : text);
            if (length.isNegative() || length.compareTo(LONGEST) > 0) {
                throw new InvalidInput(field, "calendar-duration", text);
            }
            return length;
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "calendar-duration", String.valueOf(text));
        }
    }

    /** @throws InvalidInput when it is due in a year calendars do not know */
    static Instant add(Calendar calendar, Instant from, Duration within) {
        Instant due = calendar.add(from, within);
        if (!due.isBefore(WorkingCalendar.END)) {
            throw beyond("within");
        }
        return due;
    }

    private static InvalidInput beyond(String field) {
        return new InvalidInput(field, "calendar-beyond", Integer.toString(WorkingCalendar.FIRST_YEAR),
                Integer.toString(WorkingCalendar.LAST_YEAR));
    }

    private static Instant parse(String field, String text, ZoneId zone) {
        try {
            boolean local = text.length() <= LOCAL || text.indexOf('Z') < 0 && text.indexOf('+', LOCAL) < 0 && text.indexOf('-', LOCAL) < 0;
            return local ? Values.dateTime(text).atZone(zone).toInstant() : Values.instant(text);
        } catch (Misfit malformed) {
            throw malformed.in(field);
        }
    }
}
