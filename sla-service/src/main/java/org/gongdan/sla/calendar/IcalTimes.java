package org.gongdan.sla.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TimeZone;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;

/**
 * Which days the dates and times of an event are. A time with a zone is read as it is written: whose midnight it is says the event itself. A time in UTC
 * is a day where the file says it is, by {@code X-WR-TIMEZONE}.
 */
final class IcalTimes {

    private final VEvent event;
    private final String place;
    private final ZoneId zone;
    private final TimezoneInfo zones;

    /** @param place how errors name the event @param zone of the file, or null when it does not say @param zones of the file's properties */
    IcalTimes(VEvent event, String place, ZoneId zone, TimezoneInfo zones) {
        this.event = event;
        this.place = place;
        this.zone = zone;
        this.zones = zones;
    }

    LocalDate first() {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new InvalidInput(place, "notice-without-date");
        }
        return day(event.getDateStart().getValue(), event.getDateStart());
    }

    boolean startsInUtc() {
        return isUtc(event.getDateStart().getValue());
    }

    /** @return the date of a whole day: a date, or the midnight with which it begins where the event says it is */
    LocalDate day(ICalDate date, ICalProperty of) {
        if (date == null || date.getRawComponents() == null) {
            throw new InvalidInput(place, "notice-no-whole-day", String.valueOf(date));
        }
        if (isUtc(date) && zone == null) {
            throw new InvalidInput(place, "notice-no-whole-day", date.getRawComponents().toString(true, false));
        }
        LocalDateTime time = isUtc(date) ? in(zone, local(date)) : local(date);
        if (!time.equals(time.toLocalDate().atStartOfDay()) || date.hasTime() && !isUtc(date) && isElsewhere(of, time)) {
            throw new InvalidInput(place, "notice-no-whole-day", time + " " + Objects.requireNonNullElse(of.getParameter("TZID"), ""));
        }
        return time.toLocalDate();
    }

    /** Midnight of another zone than the file's or than the one in which the event begins is no whole day here. */
    private boolean isElsewhere(ICalProperty of, LocalDateTime time) {
        ZoneId there = zone(of);
        DateStart start = event.getDateStart();
        boolean asStart = start == null || start.getValue() == null || !start.getValue().hasTime() || isUtc(start.getValue())
                || Objects.equals(named(of), named(start)) || isSame(there, zone(start), time);
        return !asStart || there != null && zone != null && !isSame(there, zone, time);
    }

    private static boolean isSame(ZoneId one, ZoneId other, LocalDateTime time) {
        return one != null && other != null && one.getRules().getOffset(time).equals(other.getRules().getOffset(time));
    }

    /** @return the last day of a rule. @throws InvalidInput when it is another day in another zone, and the zone is not said */
    LocalDate until(ICalDate until) {
        LocalDateTime written = local(until);
        if (!isUtc(until)) {
            return written.toLocalDate();
        }
        DateStart start = event.getDateStart();
        boolean timed = start.getValue().hasTime();
        ZoneId there = timed && !startsInUtc() && zone(start) != null ? zone(start) : timed && named(start) != null ? null : zone;
        if (there == null && (timed || !written.toLocalTime().equals(LocalTime.MIDNIGHT))) {
            throw new InvalidInput(place, "notice-repeats", "UNTIL=" + until.getRawComponents().toString(true, false));
        }
        LocalDate last = there == null ? written.toLocalDate() : in(there, written).toLocalDate();
        if (!timed && !last.equals(written.toLocalDate())) {
            throw new InvalidInput(place, "notice-repeats", "UNTIL=" + until.getRawComponents().toString(true, false));
        }
        return last;
    }

    /** @return the zone of a property by its name, or by the definition in the file; null when it has none or an unknown one */
    private ZoneId zone(ICalProperty of) {
        TimezoneAssignment assigned = zones.getTimezone(of);
        if (assigned == null) {
            return null;
        }
        TimeZone defined = assigned.getTimeZone();
        if (ZoneId.getAvailableZoneIds().contains(defined.getID())) {
            return ZoneId.of(defined.getID());
        }
        LocalDateTime start = local(event.getDateStart().getValue());
        return ZoneOffset.ofTotalSeconds(defined.getOffset(start.toInstant(ZoneOffset.UTC).toEpochMilli()) / 1000);
    }

    /** What it says of its zone, whether or not the zone is known. */
    private String named(ICalProperty of) {
        TimezoneAssignment assigned = zones.getTimezone(of);
        return assigned == null ? of.getParameter("TZID") : assigned.getTimeZone().getID();
    }

    private static boolean isUtc(ICalDate date) {
        return date.hasTime() && date.getRawComponents().isUtc();
    }

    private static LocalDateTime in(ZoneId there, LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(there).toLocalDateTime();
    }

    private LocalDateTime local(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        try {
            return LocalDateTime.of(parts.getYear(), parts.getMonth(), parts.getDate(), parts.getHour(), parts.getMinute(),
                    parts.getSecond());
        } catch (DateTimeException noDate) {
            throw new InvalidInput(place, "notice-no-whole-day", parts.toString(true, false));
        }
    }
}
