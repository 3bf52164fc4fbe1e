package org.gongdan.sla.calendar;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.sla.calendar.HolidayNotice.Day;
import org.gongdan.sla.calendar.IcalEvents.Held;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.RawProperty;

/**
 * A notice as iCalendar (RFC 5545). Whether the days of an event are off or worked is told by {@code X-APPLE-SPECIAL-DAY} or by its summary
 * ({@link DayMeaning}); in a file without any such mark every event is a holiday, in one with marks an event without is an error.
 */
final class IcalNotice {

    /** What the library says of zones it has no definition of; days are read as they are written, whatever their zone. */
    private static final List<Integer> ABOUT_ZONES = List.of(37, 38, 39);
    /** How some calendars say that a day is remembered and worked. */
    private static final Pattern OBSERVANCE = Pattern.compile("\\s*(observance\\b|纪念日).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DATED = Pattern.compile("[0-9]");

    private final List<InvalidInput> errors = new ArrayList<>();
    private final List<Held> events = new ArrayList<>();

    private IcalNotice() {
    }

    /** @throws InvalidInput naming every line and event that cannot be read; nothing is taken then */
    static HolidayNotice read(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidInput("days", "notice-empty");
        }
        IcalNotice notice = new IcalNotice();
        notice.parse(text);
        List<Day> days = notice.days();
        if (!notice.errors.isEmpty()) {
            throw InvalidInput.together(notice.errors);
        }
        return new HolidayNotice(year(days), days);
    }

    private void parse(String text) {
        IcalForm.mustBeWhole(text);
        IcalEvents all = new IcalEvents(errors);
        int calendars = 0;
        try (ICalReader reader = new ICalReader(text)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                reader.getWarnings().forEach(this::unreadable);
                all.add(calendar);
                calendars++;
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        IcalForm.mustHoldNoMoreThan(calendars, all.size(), text);
        events.addAll(all.held());
    }

    private void unreadable(ParseWarning warning) {
        if (warning.getCode() == null || !ABOUT_ZONES.contains(warning.getCode())) {
            String line = warning.getLineNumber() == null ? "line" : "line " + warning.getLineNumber();
            errors.add(new InvalidInput(line, "notice-malformed", String.valueOf(warning.getMessage())));
        }
    }

    private List<Day> days() {
        Map<Held, Boolean> off = new LinkedHashMap<>();
        boolean marked = false;
        for (Held event : events) {
            if (!HolidayNotice.isReadable(event.summary())) {
                errors.add(new InvalidInput(event.place(), "notice-name"));
                continue;
            }
            DayMeaning said = DayMeaning.of(event.summary());
            try {
                Boolean told = told(event, said);
                marked |= told != null && said != DayMeaning.CALLED_HOLIDAY;
                off.put(event, told);
            } catch (InvalidInput unclear) {
                errors.add(unclear);
            }
        }
        List<Day> days = new ArrayList<>();
        for (Map.Entry<Held, Boolean> told : off.entrySet()) {
            Held event = told.getKey();
            if (marked && told.getValue() == null) {
                errors.add(new InvalidInput(event.place(), "notice-unmarked", dates(event)));
            }
            boolean isOff = !Boolean.FALSE.equals(told.getValue());
            event.days().forEach(date -> days.add(new Day(date, DayMeaning.named(event.summary()), isOff, event.place())));
        }
        return days;
    }

    /** @return whether its days are off, or null when it does not say */
    private static Boolean told(Held event, DayMeaning said) {
        RawProperty mark = event.event().getExperimentalProperty(IcalForm.MARK);
        Boolean off = mark == null ? null : switch (String.valueOf(mark.getValue()).strip().toUpperCase(Locale.ROOT)) {
            case "WORK-HOLIDAY" -> true;
            case "ALTERNATE-WORKDAY" -> false;
            default -> throw new InvalidInput(event.place(), "notice-unknown", mark.getValue());
        };
        if (off != null && said.contradicts(off)) {
            throw new InvalidInput(event.place(), "notice-contradicts", dates(event));
        }
        boolean named = said == DayMeaning.PLAIN || said == DayMeaning.CALLED_HOLIDAY;
        boolean open = off == null && (said == DayMeaning.UNCLEAR || named && isDoubted(event.event()));
        if (open || DayMeaning.isOfOtherDays(event.summary(), event.days())) {
            throw new InvalidInput(event.place(), "notice-unclear", dates(event));
        }
        return off != null || said == DayMeaning.PLAIN ? off : Boolean.valueOf(said != DayMeaning.WORKED);
    }

    /** Whether its description says that people work on a day whose name does not say it. */
    private static boolean isDoubted(VEvent event) {
        String text = event.getDescription() == null || event.getDescription().getValue() == null ? "" : event.getDescription().getValue();
        return OBSERVANCE.matcher(text).matches() || !DATED.matcher(text).find() && DayMeaning.of(text) == DayMeaning.WORKED;
    }

    private static String dates(Held event) {
        return event.days().stream().map(LocalDate::toString).limit(5).collect(Collectors.joining(", "));
    }

    /** The year of most days: a notice for one year may begin in the one before. */
    private static int year(List<Day> days) {
        Map<Integer, Long> counts = days.stream()
                .collect(Collectors.groupingBy(day -> day.date().getYear(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }
}
