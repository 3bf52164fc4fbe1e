package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.component.VEvent;

/** Days of an event by the rules of RFC 5545: its end is not part of it, a duration is as good as an end, repetitions and exceptions count. */
final class IcalDays {

    private static final int LONGEST = 60;

    private final VEvent event;
    private final String place;
    private final IcalTimes times;

    /** @param place how errors name the event */
    IcalDays(VEvent event, String place, IcalTimes times) {
        this.event = event;
        this.place = place;
        this.times = times;
    }

    /** First days of its repetitions; only one when it does not repeat. */
    SortedSet<LocalDate> starts() {
        SortedSet<LocalDate> starts = new TreeSet<>(Set.of(times.first()));
        if (event.getRecurrenceRule() != null) {
            starts.addAll(new IcalRule(event.getRecurrenceRule(), place, times).days());
        }
        if (!event.getExceptionRules().isEmpty() || event.getRecurrenceDates().stream().anyMatch(dates -> !dates.getPeriods().isEmpty())) {
            throw new InvalidInput(place, "notice-repeats", "EXRULE, RDATE;VALUE=PERIOD");
        }
        event.getRecurrenceDates().forEach(dates -> dates.getDates().forEach(date -> starts.add(times.day(date, dates))));
        event.getExceptionDates().forEach(dates -> dates.getValues().forEach(date -> starts.remove(times.day(date, dates))));
        return starts;
    }

    /** The days of the repetition that begins on a day. */
    Stream<LocalDate> from(LocalDate start) {
        return start.datesUntil(start.plusDays(length()));
    }

    /** The repetition that an event stands for in place of its series. */
    LocalDate replaced() {
        return times.day(event.getRecurrenceId().getValue(), event.getRecurrenceId());
    }

    private long length() {
        LocalDate first = times.first();
        LocalDate end = first.plusDays(1);
        if (event.getDateEnd() != null && event.getDuration() != null) {
            throw new InvalidInput(place, "notice-malformed", "DTEND, DURATION");
        }
        if (event.getDateEnd() != null) {
            end = times.day(event.getDateEnd().getValue(), event.getDateEnd());
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
}
