package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;

class CalendarFamilyTest {

    private static final Instant SATURDAY = at("2026-11-28T00:00");
    private static final CalendarContent SATURDAYS_TOO = new CalendarContent("Shop", "office-cn", null,
            List.of(new WeekPattern(LocalDate.of(2026, 7, 1),
                    Map.of(DayOfWeek.SATURDAY, Examples.hours("10:00-16:00"), DayOfWeek.MONDAY, List.of()))),
            List.of(SpecialDay.off(LocalDate.of(2026, 11, 27), "店庆", null)));

    @Test
    void anOverlayAddsToItsBaseFromItsDateOn() {
        // When
        Calendar shop = new WorkingCalendar(family().change("shop", SATURDAYS_TOO).get("shop"));

        // Then
        assertEquals(Duration.ofHours(6), shop.between(SATURDAY, SATURDAY.plus(Duration.ofDays(1))), "Saturday is the overlay's");
        assertEquals(Duration.ZERO, shop.between(SATURDAY.minus(Duration.ofDays(1)), SATURDAY), "Friday is a day off of its own");
        assertEquals(Duration.ofMinutes(450), shop.between(SATURDAY.minus(Duration.ofDays(2)), SATURDAY.minus(Duration.ofDays(1))),
                "Thursday is the base's");
        assertEquals(Duration.ZERO, shop.between(SATURDAY.plus(Duration.ofDays(2)), SATURDAY.plus(Duration.ofDays(3))),
                "an empty list closes Monday");
        assertEquals(Duration.ofMinutes(450), shop.between(at("2026-06-29T00:00"), at("2026-06-30T00:00")),
                "Mondays before July are the base's");
    }

    @Test
    void aHolidayOfTheBaseIsOneOfTheOverlay() {
        // When
        Calendar shop = new WorkingCalendar(family().change("shop", SATURDAYS_TOO).get("shop"));

        // Then
        assertEquals(Duration.ZERO, shop.between(at("2026-10-03T00:00"), at("2026-10-04T00:00")));
    }

    @Test
    void aChangeOfTheBaseChangesEveryOverlayOnIt() {
        // Given
        CalendarFamily family = family();
        family.change("shop", SATURDAYS_TOO);
        family.change("shop-night", new CalendarContent("Night", "shop", null, List.of(), List.of()));
        family.change("alone", Examples.OFFICE);

        // When
        var changed = family.change("office-cn", Examples.office(ZoneId.of("Asia/Shanghai"), "08:00-20:00"));

        // Then
        assertEquals(List.of("office-cn", "shop", "shop-night"), List.copyOf(changed.keySet()));
        assertEquals(Duration.ofHours(12),
                new WorkingCalendar(changed.get("shop-night")).between(at("2026-12-01T00:00"), at("2026-12-02T00:00")));
    }

    @Test
    void anOverlayCannotStandOnItselfOrOnNothing() {
        CalendarFamily family = family();
        family.change("shop", SATURDAYS_TOO);
        assertEquals("calendar-base-circular", assertThrows(InvalidInput.class, () -> family.change("office-cn", over("shop"))).code());
        assertEquals("calendar-base-circular",
                assertThrows(InvalidInput.class, () -> family().change("office-cn", over("office-cn"))).code());
        assertEquals("calendar-base-unknown", assertThrows(InvalidInput.class, () -> family().change("shop", over("nothing"))).code());
    }

    @Test
    void aBaseMayNotLeaveAnOverlayWithoutWork() {
        // Given
        CalendarFamily family = family();
        CalendarContent mondays = new CalendarContent("m", null, ZoneId.of("UTC"),
                List.of(new WeekPattern(null, Map.of(DayOfWeek.MONDAY, Examples.hours("09:00-10:00")))), null);
        family.change("other", Examples.OFFICE);
        family.change("no-fridays",
                new CalendarContent("f", "other", null, List.of(new WeekPattern(null, Map.of(DayOfWeek.MONDAY, List.of()))), null));

        // When
        DomainException refused = assertThrows(DomainException.class, () -> family.change("other", mondays));

        // Then
        assertEquals("calendar-breaks-overlay", refused.code());
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsField() {
        refused("zone", "calendar-zone-missing", new CalendarContent("t", null, null, Examples.OFFICE.weeks(), null));
        refused("title", "calendar-title-missing", new CalendarContent(" ", null, Examples.OFFICE.zone(), Examples.OFFICE.weeks(), null));
        refused("weeks", "calendar-first-week-missing", new CalendarContent("t", null, Examples.OFFICE.zone(), List.of(), null));
        refused("weeks", "calendar-first-week-missing", week(LocalDate.of(2026, 1, 1), "09:00-10:00"));
        refused("weeks.hours", "calendar-without-working-time", week(null));
        refused("weeks.hours.MONDAY", "calendar-hours-overlap", week(null, "09:00-12:00", "11:00-13:00"));
        refused("weeks.hours.MONDAY", "calendar-hours-overlap", week(null, "13:00-14:00", "09:00-12:00"));
        refused("weeks.from", "calendar-date-twice", new CalendarContent("t", null, Examples.OFFICE.zone(),
                List.of(Examples.OFFICE.weeks().getFirst(), Examples.OFFICE.weeks().getFirst()), null));
        refused("days.date", "calendar-date-missing", Examples.OFFICE.withDays(List.of(SpecialDay.off(null, "x", null))));
        refused("days.date", "calendar-beyond", Examples.OFFICE.withDays(List.of(SpecialDay.off(LocalDate.of(20260, 1, 1), "x", null))));
        refused("days.date", "calendar-date-twice",
                Examples.OFFICE.withDays(List.of(Examples.halfDay("2026-01-01", "a"), Examples.halfDay("2026-01-01", "b"))));
        refused("days.as", "calendar-day-ambiguous", Examples.OFFICE.withDays(
                List.of(new SpecialDay(LocalDate.of(2026, 1, 1), "x", Examples.hours("09:00-10:00"), DayOfWeek.MONDAY, null))));
    }

    private static void refused(String field, String code, CalendarContent content) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> family().change("mine", content));
        assertEquals(code, refused.code());
        assertEquals(field, refused.field());
    }

    private static CalendarContent week(LocalDate from, String... hours) {
        return new CalendarContent("t", null, Examples.OFFICE.zone(),
                List.of(new WeekPattern(from, Map.of(DayOfWeek.MONDAY, Examples.hours(hours)))), null);
    }

    private static CalendarContent over(String base) {
        return new CalendarContent("t", base, null, List.of(), List.of());
    }

    private static CalendarFamily family() {
        return new CalendarFamily(Map.of("office-cn", Examples.officeCn()));
    }

    private static Instant at(String shanghai) {
        return java.time.LocalDateTime.parse(shanghai).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
