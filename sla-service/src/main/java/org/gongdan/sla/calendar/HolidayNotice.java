package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Texts;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/**
 * A yearly notice of holidays and make-up working days.
 *
 * @param year the year it is for; it may name days of the year before and after
 */
record HolidayNotice(int year, List<Day> days) {

    /** More than three years have; a notice is for one. */
    static final int MOST_DAYS = 1100;
    private static final String SOURCE = "notice-";
    private static final int LONGEST_NAME = 100;
    private static final int FAR_TOO_LONG = 1_000;

    /** @param off whether nobody works; otherwise it is a make-up working day @param place where it stands in the notice, for errors */
    record Day(LocalDate date, String name, boolean off, String place) {
    }

    /** @throws InvalidInput naming every place where days are missing, named twice or far from the year */
    HolidayNotice {
        if (days.isEmpty()) {
            throw new InvalidInput("days", "notice-empty");
        }
        if (days.size() > MOST_DAYS) {
            throw new InvalidInput("days", "notice-too-many", MOST_DAYS);
        }
        Set<LocalDate> dates = new HashSet<>();
        List<InvalidInput> errors = new ArrayList<>();
        List<Day> read = new ArrayList<>();
        for (Day day : days) {
            if (!Values.isInRange(day.date())) {
                throw new InvalidInput(day.place(), "date-out-of-range");
            }
            if (Math.abs(day.date().getYear() - year) > 1) {
                errors.add(new InvalidInput(day.place(), "notice-other-year", day.date().toString(), Integer.toString(year)));
            }
            if (!dates.add(day.date())) {
                errors.add(new InvalidInput(day.place(), "calendar-date-twice", day.date().toString()));
            }
            read.add(new Day(day.date(), name(day, errors), day.off(), day.place()));
        }
        if (!errors.isEmpty()) {
            throw InvalidInput.together(errors);
        }
        days = List.copyOf(read);
    }

    /** Whether it is worth looking at what a name says: it is not far too long, and nothing in it makes reading it slow. */
    static boolean isReadable(String name) {
        try {
            Texts.mustFit(name);
            return name.length() <= FAR_TOO_LONG;
        } catch (Misfit unfit) {
            return false;
        }
    }

    private static String name(Day day, List<InvalidInput> errors) {
        try {
            return Texts.line(day.name(), LONGEST_NAME);
        } catch (Misfit unfit) {
            errors.add(new InvalidInput(day.place(), "notice-name"));
            return day.name();
        }
    }

    String source() {
        return SOURCE + year;
    }

    private static boolean isNoticed(SpecialDay day) {
        return day.source() != null && day.source().startsWith(SOURCE);
    }

    /**
     * Puts the days into a calendar. They replace what an earlier notice for the same year said, and what a notice for another year said of
     * the same days; what somebody entered by hand stays.
     *
     * @param workAs weekday whose intervals a make-up working day has
     */
    CalendarContent in(CalendarContent content, DayOfWeek workAs) {
        Set<LocalDate> told = new HashSet<>(days.stream().map(Day::date).toList());
        List<SpecialDay> all = new ArrayList<>(content.days().stream()
                .filter(day -> !source().equals(day.source()) && !(isNoticed(day) && told.contains(day.date()))).toList());
        Set<LocalDate> taken = new HashSet<>(all.stream().map(SpecialDay::date).toList());
        for (Day day : days) {
            if (!taken.contains(day.date())) {
                all.add(day.off() ? SpecialDay.off(day.date(), day.name(), source())
                        : SpecialDay.working(day.date(), day.name(), workAs, source()));
            }
        }
        return content.withDays(all);
    }
}
