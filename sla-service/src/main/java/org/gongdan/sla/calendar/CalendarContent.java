package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.input.Line;

/**
 * What somebody who edits a calendar sees.
 *
 * @param title what people call it
 * @param base  name of the calendar it overlays, or null. Weekdays and days it does not mention are as the base says
 * @param zone  IANA zone of all its times; an overlay may leave it out
 * @param weeks weekly patterns, one for every time the week changed
 * @param days  days unlike the others
 */
public record CalendarContent(@Line(max = 100) String title, @Line(max = 50) String base,
        @Schema(implementation = String.class) ZoneId zone,
        @Size(max = 100) List<@NotNull @Valid WeekPattern> weeks, @Size(max = 3000) List<@NotNull @Valid SpecialDay> days) {

    public CalendarContent {
        base = base == null || base.isBlank() ? null : base;
        weeks = weeks == null ? List.of() : weeks.stream().sorted(java.util.Comparator.comparing(WeekPattern::begin)).toList();
        days = days == null ? List.of()
                : days.stream().sorted(java.util.Comparator.comparing(SpecialDay::date, java.util.Comparator.nullsFirst(
                        java.util.Comparator.naturalOrder()))).toList();
    }

    CalendarContent withDays(List<SpecialDay> others) {
        return new CalendarContent(title, base, zone, weeks, others);
    }

    /** The whole calendar, told without its base. @param under the base, whole itself; null when there is none */
    CalendarContent over(CalendarContent under) {
        if (under == null) {
            return this;
        }
        TreeMap<LocalDate, SpecialDay> merged = new TreeMap<>();
        under.days.forEach(day -> merged.put(day.date(), day));
        days.forEach(day -> merged.put(day.date(), day));
        return new CalendarContent(title, null, zone == null ? under.zone : zone, weeksOver(under), new ArrayList<>(merged.values()));
    }

    private List<WeekPattern> weeksOver(CalendarContent under) {
        TreeMap<LocalDate, WeekPattern> mine = byBegin(weeks);
        TreeMap<LocalDate, WeekPattern> theirs = byBegin(under.weeks);
        TreeSet<LocalDate> begins = new TreeSet<>(mine.keySet());
        begins.addAll(theirs.keySet());
        List<WeekPattern> merged = new ArrayList<>();
        for (LocalDate begin : begins) {
            Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
            if (theirs.floorEntry(begin) != null) {
                hours.putAll(theirs.floorEntry(begin).getValue().hours());
            }
            if (mine.floorEntry(begin) != null) {
                hours.putAll(mine.floorEntry(begin).getValue().hours());
            }
            merged.add(new WeekPattern(begin.equals(LocalDate.MIN) ? null : begin, hours));
        }
        return merged;
    }

    private static TreeMap<LocalDate, WeekPattern> byBegin(List<WeekPattern> weeks) {
        TreeMap<LocalDate, WeekPattern> sorted = new TreeMap<>();
        weeks.forEach(week -> sorted.put(week.begin(), week));
        return sorted;
    }
}
