package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a whole calendar says about single days. */
final class DayPlan {

    private final NavigableMap<LocalDate, WeekPattern> weeks = new TreeMap<>();
    private final NavigableMap<LocalDate, SpecialDay> days = new TreeMap<>();

    DayPlan(CalendarContent whole) {
        whole.weeks().forEach(week -> weeks.put(week.begin(), week));
        whole.days().forEach(day -> days.put(day.date(), day));
    }

    List<Hours> hours(LocalDate date) {
        SpecialDay day = days.get(date);
        if (day == null) {
            return usual(date, date.getDayOfWeek());
        }
        return day.as() == null ? day.hours() : usual(date, day.as());
    }

    /** The named days of these on which nobody works, or not as long as usual: it is their names that explain why time did not count. */
    List<SpecialDay> rests(LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true).values().stream()
                .filter(day -> day.name() != null)
                .filter(day -> hours(day.date()).isEmpty()
                        || Hours.minutes(hours(day.date())) < Hours.minutes(usual(day.date(), day.date().getDayOfWeek())))
                .toList();
    }

    private List<Hours> usual(LocalDate date, DayOfWeek weekday) {
        return weeks.floorEntry(date).getValue().on(weekday);
    }
}
