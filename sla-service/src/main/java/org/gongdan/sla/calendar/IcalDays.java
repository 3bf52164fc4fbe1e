package org.gongdan.sla.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;

/** Days of an event by the rules of RFC 5545: its end is not part of it, a duration is as good as an end, repetitions and exceptions count. */
final class IcalDays {

    private static final int LONGEST = 60;
    private static final int MOST_REPETITIONS = 400;
    private static final Set<Frequency> DAYS = Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final VEvent event;
    private final String place;
    private final ZoneId zone;

    /** @param place how errors name the event @param zone in which the file's UTC times are days, or null when it does not say */
    IcalDays(VEvent event, String place, ZoneId zone) {
        this.event = event;
        this.place = place;
        this.zone = zone;
    }

    /** First days of its repetitions; only one when it does not repeat. */
    SortedSet<LocalDate> starts() {
        SortedSet<LocalDate> starts = new TreeSet<>(Set.of(first()));
        RecurrenceRule rule = event.getRecurrenceRule();
        if (rule != null) {
            starts.addAll(repeated(rule));
        }
        if (!event.getExceptionRules().isEmpty() || event.getRecurrenceDates().stream().anyMatch(dates -> !dates.getPeriods().isEmpty())) {
            throw new InvalidInput(place, "notice-repeats", "EXRULE, RDATE;VALUE=PERIOD");
        }
        event.getRecurrenceDates().forEach(dates -> dates.getDates().forEach(date -> starts.add(day(date))));
        event.getExceptionDates().forEach(dates -> dates.getValues().forEach(date -> starts.remove(day(date))));
        return starts;
    }

    /** The days of the repetition that begins on a day. */
    Stream<LocalDate> from(LocalDate start) {
        return start.datesUntil(start.plusDays(length()));
    }

    private LocalDate first() {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new InvalidInput(place, "notice-without-date");
        }
        return day(event.getDateStart().getValue());
    }

    private long length() {
        LocalDate first = first();
        LocalDate end = first.plusDays(1);
        if (event.getDateEnd() != null && event.getDuration() != null) {
            throw new InvalidInput(place, "notice-malformed", "DTEND, DURATION");
        }
        if (event.getDateEnd() != null) {
            end = day(event.getDateEnd().getValue());
        } else if (event.getDuration() != null) {
            end = first.plusDays(wholeDays(event.getDuration().getValue()));
        }
        if (!end.isAfter(first) || first.plusDays(LONGEST).isBefore(end)) {
            throw new InvalidInput(place, "notice-length", first.toString(), end.toString());
        }
        return first.until(end, ChronoUnit.DAYS);
    }

    private long wholeDays(biweekly.util.Duration duration) {
        Duration length = Duration.ofMillis(duration.toMillis());
        if (!length.equals(Duration.ofDays(length.toDays()))) {
            throw new InvalidInput(place, "notice-no-whole-day", duration.toString());
        }
        return length.toDays();
    }

    private SortedSet<LocalDate> repeated(RecurrenceRule rule) {
        Recurrence told = rule.getValue();
        if (event.getProperties(RecurrenceRule.class).size() > 1 || told == null || !DAYS.contains(told.getFrequency())) {
            throw new InvalidInput(place, "notice-repeats", "RRULE");
        }
        if (told.getCount() == null && told.getUntil() == null) {
            throw new InvalidInput(place, "notice-endless");
        }
        LocalDate last = told.getUntil() == null ? null : until(told.getUntil());
        // The library takes dates for times of this machine's zone; so it repeats midnights of UTC, and the end is compared here.
        RecurrenceRule open = new RecurrenceRule(new Recurrence.Builder(told).until((ICalDate) null).build());
        LocalDate first = first();
        var dates = open.getDateIterator(new ICalDate(Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant()), true), TimeZone.getTimeZone("UTC"));
        SortedSet<LocalDate> days = new TreeSet<>();
        while (dates.hasNext()) {
            LocalDate day = dates.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (last != null && day.isAfter(last)) {
                break;
            }
            days.add(day);
            if (days.size() > MOST_REPETITIONS) {
                throw new InvalidInput(place, "notice-endless");
            }
        }
        if (days.isEmpty() || !days.getFirst().equals(first)) {
            // RFC 5545 leaves open what it means when the rule does not hold for the first day.
            throw new InvalidInput(place, "notice-repeats", "RRULE, DTSTART " + first);
        }
        return days;
    }

    private LocalDate until(ICalDate until) {
        return until.hasTime() && !until.getRawComponents().isUtc() || zone == null ? local(until).toLocalDate() : in(zone, until).toLocalDate();
    }

    /** @return the date of a whole day: a date, or the midnight with which it begins where the event says it is */
    LocalDate day(ICalDate date) {
        if (date == null || date.getRawComponents() == null) {
            throw new InvalidInput(place, "notice-no-whole-day", String.valueOf(date));
        }
        boolean utc = date.hasTime() && date.getRawComponents().isUtc();
        if (utc && zone == null) {
            throw new InvalidInput(place, "notice-no-whole-day", date.getRawComponents().toString(true, false));
        }
        LocalDateTime time = utc ? in(zone, date) : local(date);
        if (!time.equals(time.toLocalDate().atStartOfDay())) {
            throw new InvalidInput(place, "notice-no-whole-day", time.toString());
        }
        return time.toLocalDate();
    }

    private LocalDateTime in(ZoneId there, ICalDate date) {
        return date.hasTime() ? ZonedDateTime.of(local(date), ZoneOffset.UTC).withZoneSameInstant(there).toLocalDateTime() : local(date);
    }

    private LocalDateTime local(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        try {
            return LocalDateTime.of(parts.getYear(), parts.getMonth(), parts.getDate(), parts.getHour(), parts.getMinute(), parts.getSecond());
        } catch (DateTimeException noDate) {
            throw new InvalidInput(place, "notice-no-whole-day", parts.toString(true, false));
        }
    }
}
