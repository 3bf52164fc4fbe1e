package org.gongdan.sla.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;

import org.gongdan.platform.problem.DomainException.InvalidInput;

import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;

/** The days on which an event repeats. A rule with a part that is not understood, such as another calendar's months, is refused as a whole. */
final class IcalRule {

    private static final int MOST_REPETITIONS = 400;
    private static final Set<Frequency> DAYS = EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final Recurrence rule;
    private final String place;
    private final IcalTimes times;

    /** @param place how errors name the event */
    IcalRule(RecurrenceRule rule, String place, IcalTimes times) {
        this.rule = rule.getValue();
        this.place = place;
        this.times = times;
    }

    SortedSet<LocalDate> days() {
        if (rule == null || rule.getFrequency() == null || !DAYS.contains(rule.getFrequency())) {
            throw new InvalidInput(place, "notice-repeats", "FREQ");
        }
        if (!rule.getXRules().isEmpty()) {
            throw new InvalidInput(place, "notice-repeats", String.join(", ", rule.getXRules().keySet()));
        }
        if (!rule.getByHour().isEmpty() || !rule.getByMinute().isEmpty() || !rule.getBySecond().isEmpty()) {
            throw new InvalidInput(place, "notice-repeats", "BYHOUR, BYMINUTE, BYSECOND");
        }
        if (rule.getCount() != null && (rule.getCount() < 1 || rule.getUntil() != null)
                || rule.getInterval() != null && rule.getInterval() < 1) {
            throw new InvalidInput(place, "notice-repeats", "COUNT, UNTIL, INTERVAL");
        }
        if (times.startsInUtc() && !isSameInEveryZone()) {
            throw new InvalidInput(place, "notice-repeats", "RRULE, DTSTART UTC");
        }
        if (rule.getCount() == null && rule.getUntil() == null) {
            throw new InvalidInput(place, "notice-endless");
        }
        return repeated(times.first(), rule.getUntil() == null ? null : times.until(rule.getUntil()));
    }

    /** Weekdays and months of UTC are not those of the place. */
    private boolean isSameInEveryZone() {
        return (rule.getFrequency() == Frequency.DAILY || rule.getFrequency() == Frequency.WEEKLY) && rule.getByDay().isEmpty()
                && rule.getByMonth().isEmpty()
                && rule.getByMonthDay().isEmpty();
    }

    private SortedSet<LocalDate> repeated(LocalDate first, LocalDate last) {
        // The library takes dates for times of this machine's zone; so it repeats midnights of UTC, and the end is compared here.
        RecurrenceRule open = new RecurrenceRule(new Recurrence.Builder(rule).until((ICalDate) null).build());
        var dates = open.getDateIterator(new ICalDate(Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant()), true),
                TimeZone.getTimeZone("UTC"));
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
}
