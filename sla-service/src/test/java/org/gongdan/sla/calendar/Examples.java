package org.gongdan.sla.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongdan.platform.event.EventJson;

/** Calendars tests use. */
public final class Examples {

    /** Monday to Friday 09:00–12:00 and 13:30–18:00 in Shanghai, no special day. */
    public static final CalendarContent OFFICE = office(ZoneId.of("Asia/Shanghai"), "09:00-12:00", "13:30-18:00");

    private Examples() {
    }

    /** The same hours from Monday to Friday. */
    public static CalendarContent office(ZoneId zone, String... hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, hours(hours));
            }
        }
        return new CalendarContent("office", null, zone, List.of(new WeekPattern(null, week)), List.of());
    }

    public static List<Hours> hours(String... hours) {
        return java.util.Arrays.stream(hours).map(Hours::parse).toList();
    }

    public static SpecialDay halfDay(String date, String name, String... hours) {
        return new SpecialDay(LocalDate.parse(date), name, hours(hours), null, null);
    }

    /** office-cn as it is shipped: with the notice of 2026. */
    public static CalendarContent officeCn() {
        return with(OFFICE, "/calendars/cn-2026.json");
    }

    /** With a notice for 2027 too, which is made up: the Council had not published it. */
    public static CalendarContent officeCnWith2027() {
        return with(officeCn(), "/calendars/fictional-2027.json");
    }

    public static CalendarContent with(CalendarContent content, SpecialDay... days) {
        return content.withDays(List.of(days));
    }

    public static Calendar calendar(CalendarContent whole) {
        return new WorkingCalendar(whole);
    }

    static HolidayNotice notice(String resource) throws IOException {
        try (InputStream file = Examples.class.getResourceAsStream(resource)) {
            return JsonNotice.read(EventJson.mapper().readTree(file));
        }
    }

    private static CalendarContent with(CalendarContent content, String resource) {
        try {
            return notice(resource).in(content, DayOfWeek.MONDAY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
