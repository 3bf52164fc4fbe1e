package org.gongdan.sla.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.sla.calendar.HolidayNotice.Day;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;

/**
 * A notice as iCalendar (RFC 5545): every event is one or more whole days. Whether they are off is told by {@code X-APPLE-SPECIAL-DAY} or by the
 * summary (休, 假期, 上班, 班); in a file without any such mark every event is a holiday, in one with marks an event without is an error.
 */
final class IcalNotice extends VObjectDataAdapter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Set<String> REPEATING = Set.of("RRULE", "RDATE", "DURATION");
    private static final int LONGEST = 60;

    private final List<Event> events = new ArrayList<>();
    private Event event;

    private static final class Event {
        private int line;
        private LocalDate first;
        private LocalDate end;
        private String summary = "";
        private Boolean off;
    }

    /** @throws InvalidInput naming the line that is malformed or unknown */
    static HolidayNotice read(String text) {
        IcalNotice notice = new IcalNotice();
        try (VObjectReader reader = new VObjectReader(new StringReader(text == null ? "" : text), SyntaxRules.iCalendar())) {
            reader.parse(notice);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        return notice.result();
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (name.equals("VEVENT")) {
            event = new Event();
            event.line = context.getLineNumber();
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (!name.equals("VEVENT")) {
            return;
        }
        if (event.first == null) {
            throw new InvalidInput(line(event.line), "notice-without-date");
        }
        event.end = event.end == null ? event.first.plusDays(1) : event.end;
        if (!event.end.isAfter(event.first) || event.first.plusDays(LONGEST).isBefore(event.end)) {
            throw new InvalidInput(line(event.line), "notice-length", event.first.toString(), event.end.toString());
        }
        events.add(event);
        event = null;
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        if (event == null || !context.getParentComponents().getLast().equals("VEVENT")) {
            return;
        }
        String name = property.getName().toUpperCase(Locale.ROOT);
        if (REPEATING.contains(name)) {
            throw new InvalidInput(line(context.getLineNumber()), "notice-repeats", name);
        }
        switch (name) {
            case "DTSTART" -> event.first = date(property.getValue(), context);
            case "DTEND" -> event.end = date(property.getValue(), context);
            case "SUMMARY" -> event.summary = property.getValue().replace("\\,", ",").strip();
            case "X-APPLE-SPECIAL-DAY" -> event.off = special(property.getValue(), context);
            default -> { }
        }
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        throw new InvalidInput(line(context.getLineNumber()), "notice-malformed", warning.getMessage());
    }

    private HolidayNotice result() {
        if (event != null) {
            throw new InvalidInput(line(event.line), "notice-malformed", "END:VEVENT");
        }
        events.forEach(found -> found.off = found.off == null ? told(found.summary) : found.off);
        boolean marked = events.stream().anyMatch(found -> found.off != null);
        List<Day> days = new ArrayList<>();
        for (Event found : events) {
            if (marked && found.off == null) {
                throw new InvalidInput(line(found.line), "notice-unmarked", found.summary);
            }
            for (LocalDate date = found.first; date.isBefore(found.end); date = date.plusDays(1)) {
                days.add(new Day(date, found.summary.replaceAll("\\s*[（(][休班][)）]$", ""), !marked || found.off, line(found.line)));
            }
        }
        return new HolidayNotice(year(days), days);
    }

    /** @return whether the summary says that the days are off, or null when it says nothing of the kind */
    private static Boolean told(String summary) {
        if (summary.contains("上班") || summary.contains("补班") || summary.matches(".*[（(]班[)）]") || summary.equals("班")) {
            return false;
        }
        return summary.contains("休") || summary.contains("假期") || summary.contains("放假") ? true : null;
    }

    private static boolean special(String value, Context context) {
        return switch (value) {
            case "WORK-HOLIDAY" -> true;
            case "ALTERNATE-WORKDAY" -> false;
            default -> throw new InvalidInput(line(context.getLineNumber()), "notice-unknown", value);
        };
    }

    private static LocalDate date(String value, Context context) {
        try {
            return LocalDate.parse(value, DATE);
        } catch (DateTimeException noDate) {
            throw new InvalidInput(line(context.getLineNumber()), "notice-no-whole-day", value);
        }
    }

    /** The year of most days: a notice for one year may begin in the one before. */
    private static int year(List<Day> days) {
        Map<Integer, Long> counts = days.stream().collect(Collectors.groupingBy(day -> day.date().getYear(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }

    private static String line(int number) {
        return "line " + number;
    }
}
