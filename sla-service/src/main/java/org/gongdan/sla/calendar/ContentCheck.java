package org.gongdan.sla.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.gongdan.platform.problem.DomainException.InvalidInput;

/** What must be right about a calendar before anything is counted by it. */
final class ContentCheck {

    private static final int MOST_DAYS = 3_000;
    private static final int MOST_WEEKS = 100;
    private static final int LONGEST_TEXT = 100;

    private ContentCheck() {
    }

    /** @throws InvalidInput naming the field */
    static void entered(CalendarContent content) {
        text("title", content.title());
        if (content.title() == null || content.title().isBlank()) {
            throw new InvalidInput("title", "calendar-title-missing");
        }
        if (content.weeks().size() > MOST_WEEKS || content.days().size() > MOST_DAYS) {
            throw new InvalidInput(content.weeks().size() > MOST_WEEKS ? "weeks" : "days", "calendar-too-large", MOST_WEEKS, MOST_DAYS);
        }
        Set<LocalDate> begins = new HashSet<>();
        for (WeekPattern week : content.weeks()) {
            date("weeks.from", week.from());
            if (!begins.add(week.begin())) {
                throw new InvalidInput("weeks.from", "calendar-date-twice", String.valueOf(week.from()));
            }
            week.hours().forEach((day, hours) -> hours("weeks.hours." + day, hours));
        }
        Set<LocalDate> dates = new HashSet<>();
        for (SpecialDay day : content.days()) {
            if (day.date() == null) {
                throw new InvalidInput("days.date", "calendar-date-missing");
            }
            date("days.date", day.date());
            if (!dates.add(day.date())) {
                throw new InvalidInput("days.date", "calendar-date-twice", day.date().toString());
            }
            if (day.as() != null && !day.hours().isEmpty()) {
                throw new InvalidInput("days.as", "calendar-day-ambiguous", day.date().toString());
            }
            text("days.name", day.name());
            text("days.source", day.source());
            hours("days.hours", day.hours());
        }
    }

    /** @param whole told without its base. @throws InvalidInput when it leaves open what counts, or nothing ever does */
    static void whole(CalendarContent whole) {
        if (whole.zone() == null) {
            throw new InvalidInput("zone", "calendar-zone-missing");
        }
        if (whole.weeks().isEmpty() || whole.weeks().getFirst().from() != null) {
            throw new InvalidInput("weeks", "calendar-first-week-missing");
        }
        for (WeekPattern week : whole.weeks()) {
            if (week.hours().values().stream().allMatch(List::isEmpty)) {
                throw new InvalidInput("weeks.hours", "calendar-without-working-time");
            }
        }
    }

    private static void hours(String field, List<Hours> hours) {
        for (int index = 1; index < hours.size(); index++) {
            if (hours.get(index) == null || hours.get(index).from() < hours.get(index - 1).to()) {
                throw new InvalidInput(field, "calendar-hours-overlap");
            }
        }
    }

    private static void date(String field, LocalDate date) {
        if (date != null && (date.getYear() < WorkingCalendar.FIRST_YEAR || date.getYear() > WorkingCalendar.LAST_YEAR)) {
            throw new InvalidInput(field, "calendar-beyond", Integer.toString(WorkingCalendar.FIRST_YEAR),
                    Integer.toString(WorkingCalendar.LAST_YEAR));
        }
    }

    private static void text(String field, String text) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new InvalidInput(field, "calendar-text-too-long", LONGEST_TEXT);
        }
    }
}
