package org.gongdan.sla.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.RawProperty;
import biweekly.util.ICalDate;

/**
 * What holds of the events of a file by RFC 5545: of several versions of an event the latest, in the place of a repetition that was
 * moved the one it was moved to, and nothing that was cancelled.
 */
final class IcalEvents {

    /** @param place how errors name the event @param days those of it that hold */
    record Held(VEvent event, String place, String summary, List<LocalDate> days) {
    }

    /** @param place how errors name it */
    private record Told(VEvent event, String place, ZoneId zone, TimezoneInfo zones) {

        String uid() {
            String uid = event.getUid() == null ? null : event.getUid().getValue();
            return uid == null || uid.isBlank() ? null : uid;
        }

        ICalDate moved() {
            return event.getRecurrenceId() == null ? null : event.getRecurrenceId().getValue();
        }

        String summary() {
            return event.getSummary() == null || event.getSummary().getValue() == null ? "" : event.getSummary().getValue().strip();
        }

        int sequence() {
            return event.getSequence() == null || event.getSequence().getValue() == null ? 0 : event.getSequence().getValue();
        }

        Date changed() {
            Date modified = event.getLastModified() == null ? null : event.getLastModified().getValue();
            Date stamped = event.getDateTimeStamp() == null ? null : event.getDateTimeStamp().getValue();
            return modified != null ? modified : stamped != null ? stamped : new Date(0);
        }
    }

    private static final int LONGEST_NAME = 60;

    private final List<Told> told = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<InvalidInput> errors;
    private int days;

    /** @param errors where what cannot be read is added */
    IcalEvents(List<InvalidInput> errors) {
        this.errors = errors;
    }

    /** A file may hold several calendars; versions of an event may stand in any of them. */
    void add(ICalendar calendar) {
        attempt(() -> IcalForm.check(calendar));
        ZoneId zone = zone(calendar);
        for (VEvent event : calendar.getEvents()) {
            Told one = new Told(event, place(told.size() + 1, event), zone, calendar.getTimezoneInfo());
            told.add(one);
            attempt(() -> IcalForm.check(one.place(), event));
        }
    }

    int size() {
        return told.size();
    }

    List<Held> held() {
        Map<String, List<Told>> byId = new LinkedHashMap<>();
        for (Told one : told) {
            byId.computeIfAbsent(one.uid() == null ? one.place() : one.uid(), id -> new ArrayList<>()).add(one);
        }
        byId.values().stream().takeWhile(same -> days <= HolidayNotice.MOST_DAYS).forEach(same -> attempt(() -> hold(same)));
        return held;
    }

    private void hold(List<Told> same) {
        Map<LocalDate, Told> latest = new LinkedHashMap<>();
        for (List<Told> versions : versions(same).values()) {
            Told one = latest(versions);
            if (one.event().getRecurrenceId() != null && one.event().getRecurrenceId().getRange() != null) {
                throw new InvalidInput(one.place(), "notice-repeats", "RANGE");
            }
            Told sameDay = latest.put(one.moved() == null ? null : days(one).replaced(), one);
            if (sameDay != null) {
                throw new InvalidInput(one.place(), "notice-two-versions", sameDay.place());
            }
        }
        Told whole = latest.remove(null);
        if (whole != null && isCancelled(whole)) {
            return;
        }
        if (whole != null) {
            SortedSet<LocalDate> starts = days(whole).starts();
            latest.forEach((day, moved) -> {
                if (!starts.remove(day)) {
                    throw new InvalidInput(moved.place(), "notice-moved-from-nowhere", day.toString());
                }
            });
            add(whole, whole.summary(), starts);
        }
        String usual = whole == null ? "" : whole.summary();
        latest.values().stream().filter(moved -> !isCancelled(moved))
                .forEach(moved -> attempt(() -> add(moved, moved.summary().isEmpty() ? usual : moved.summary(), days(moved).starts())));
    }

    private static Map<String, List<Told>> versions(List<Told> same) {
        Map<String, List<Told>> versions = new LinkedHashMap<>();
        for (Told one : same) {
            String repetition = one.moved() == null ? "" : String.valueOf(one.moved().getRawComponents());
            versions.computeIfAbsent(repetition, none -> new ArrayList<>()).add(one);
        }
        return versions;
    }

    /** Of versions of one event the latest; two that are equally late must say the same. */
    private static Told latest(List<Told> versions) {
        Comparator<Told> order = Comparator.comparingInt(Told::sequence).thenComparing(Told::changed);
        Told latest = versions.stream().max(order).orElseThrow();
        for (Told other : versions) {
            if (order.compare(other, latest) == 0 && !other.event().equals(latest.event())) {
                throw new InvalidInput(other.place(), "notice-two-versions", latest.place());
            }
        }
        return latest;
    }

    private boolean isCancelled(Told one) {
        String status = one.event().getStatus() == null ? "CONFIRMED"
                : String.valueOf(one.event().getStatus().getValue()).toUpperCase(Locale.ROOT);
        return switch (status) {
            case "CANCELLED" -> true;
            case "CONFIRMED" -> false;
            default -> throw new InvalidInput(one.place(), "notice-not-certain", status);
        };
    }

    private void add(Told one, String summary, SortedSet<LocalDate> starts) {
        isCancelled(one);
        IcalDays days = days(one);
        List<LocalDate> dates = starts.stream().flatMap(days::from).limit(HolidayNotice.MOST_DAYS + 1L).toList();
        this.days += dates.size();
        if (this.days > HolidayNotice.MOST_DAYS) {
            throw new InvalidInput(one.place(), "notice-too-many", HolidayNotice.MOST_DAYS);
        }
        held.add(new Held(one.event(), one.place(), summary, dates));
    }

    private IcalDays days(Told one) {
        return new IcalDays(one.event(), one.place(), new IcalTimes(one.event(), one.place(), one.zone(), one.zones()));
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInput unreadable) {
            errors.add(unreadable);
        }
    }

    private static String place(int number, VEvent event) {
        String summary = event.getSummary() == null ? null : event.getSummary().getValue();
        String name = Objects.requireNonNullElse(summary, "").strip();
        int shown = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return "event " + number + (name.isEmpty() ? "" : ": " + name.substring(0, shown));
    }

    private static ZoneId zone(ICalendar calendar) {
        RawProperty told = calendar.getExperimentalProperty(IcalForm.ZONE);
        try {
            return told == null ? null : ZoneId.of(told.getValue().strip());
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
