package org.gongdan.sla.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.component.VEvent;
import biweekly.io.scribe.ScribeIndex;
import biweekly.property.CalendarScale;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.DurationProperty;
import biweekly.property.ICalProperty;
import biweekly.property.LastModified;
import biweekly.property.Method;
import biweekly.property.RecurrenceId;
import biweekly.property.RecurrenceRule;
import biweekly.property.Sequence;
import biweekly.property.Status;
import biweekly.property.Summary;
import biweekly.property.Uid;

/** What RFC 5545 demands of a file before its events mean anything. The library reads past it, and takes the first of two contradictions. */
final class IcalForm {

    static final String MARK = "X-APPLE-SPECIAL-DAY";
    static final String ZONE = "X-WR-TIMEZONE";
    private static final int MOST_EVENTS = 2000;
    private static final Set<String> PUBLISHING = Set.of("PUBLISH", "REQUEST", "ADD");
    private static final List<Class<? extends ICalProperty>> ONCE_IN_FILE = List.of(Method.class, CalendarScale.class);
    private static final List<Class<? extends ICalProperty>> ONCE_IN_EVENT = List.of(Uid.class, Summary.class, DateStart.class,
            DateEnd.class,
            DurationProperty.class, RecurrenceRule.class, RecurrenceId.class, Status.class, Sequence.class, LastModified.class,
            DateTimeStamp.class);
    private static final ScribeIndex NAMES = new ScribeIndex();
    private static final Pattern EVENT_BEGINS = line("BEGIN:VEVENT");
    private static final Pattern EVENT_ENDS = line("END:VEVENT");
    private static final Pattern FILE_BEGINS = line("BEGIN:VCALENDAR");
    private static final Pattern FILE_ENDS = line("END:VCALENDAR");

    private IcalForm() {
    }

    /** @throws InvalidInput when it was cut off, which would be taken for a shorter notice, or holds more events than any notice */
    static void mustBeWhole(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (!upper.startsWith("BEGIN:VCALENDAR") || !upper.endsWith("END:VCALENDAR") || count(FILE_BEGINS, text) != count(FILE_ENDS, text)
                || count(EVENT_BEGINS, text) != count(EVENT_ENDS, text)) {
            throw new InvalidInput("END", "notice-malformed", "END:VCALENDAR, END:VEVENT");
        }
        if (count(EVENT_BEGINS, text) > MOST_EVENTS) {
            throw new InvalidInput("VEVENT", "notice-too-many", MOST_EVENTS);
        }
    }

    /** @throws InvalidInput when events stand where none may, so that they were not read */
    static void mustHoldNoMoreThan(long calendars, long events, String text) {
        if (calendars != count(FILE_BEGINS, text) || events != count(EVENT_BEGINS, text)) {
            throw new InvalidInput("BEGIN", "notice-malformed", "BEGIN:VCALENDAR, BEGIN:VEVENT");
        }
    }

    /** @throws InvalidInput when it publishes nothing, or counts its days in another way */
    static void check(ICalendar calendar) {
        once("VCALENDAR", calendar, ONCE_IN_FILE, ZONE);
        String method = calendar.getMethod() == null ? "PUBLISH" : upper(calendar.getMethod().getValue());
        if (!PUBLISHING.contains(method)) {
            throw new InvalidInput("METHOD", "notice-method", method);
        }
        if (calendar.getVersion() != null && calendar.getVersion() != ICalVersion.V2_0) {
            throw new InvalidInput("VERSION", "notice-unknown", calendar.getVersion().getVersion());
        }
        String scale = calendar.getCalendarScale() == null ? "GREGORIAN" : upper(calendar.getCalendarScale().getValue());
        if (!scale.equals("GREGORIAN")) {
            throw new InvalidInput("CALSCALE", "notice-unknown", scale);
        }
    }

    /** @throws InvalidInput when it says twice what an event says once */
    static void check(String place, VEvent event) {
        once(place, event, ONCE_IN_EVENT, MARK);
    }

    private static void once(String place, ICalComponent of, List<Class<? extends ICalProperty>> properties, String experimental) {
        Stream<String> known = properties.stream().filter(property -> of.getProperties(property).size() > 1)
                .map(property -> NAMES.getPropertyScribe(property).getPropertyName(ICalVersion.V2_0));
        List<String> twice = Stream
                .concat(known, Stream.of(experimental).filter(property -> of.getExperimentalProperties(property).size() > 1)).toList();
        if (!twice.isEmpty()) {
            throw new InvalidInput(place, "notice-said-twice", String.join(", ", twice));
        }
    }

    private static String upper(String value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    private static Pattern line(String text) {
        return Pattern.compile("(?im)^" + text + "\\s*$");
    }

    private static long count(Pattern line, String text) {
        return line.matcher(text).results().count();
    }
}
