package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class HolidayNoticeTest {

    private static final String EVENT = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            %s
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:上班(补国庆节假期)
            DTSTART;VALUE=DATE:20270926
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void theNoticeOf2026IsTheCouncils() throws IOException {
        // When
        HolidayNotice notice = shipped();

        // Then
        assertEquals(2026, notice.year());
        assertEquals(33, notice.days().stream().filter(HolidayNotice.Day::off).count());
        assertEquals(List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
                notice.days().stream().filter(day -> !day.off()).map(day -> day.date().toString()).toList());
    }

    @Test
    void offDaysBecomeHolidaysAndMakeUpDaysWorkAsTheWeekdayNamed() throws IOException {
        // When
        CalendarContent content = shipped().in(Examples.OFFICE, DayOfWeek.FRIDAY);

        // Then
        assertEquals(39, content.days().size());
        assertEquals(SpecialDay.off(LocalDate.of(2026, 1, 1), "元旦", "notice-2026"), content.days().getFirst());
        assertEquals(SpecialDay.working(LocalDate.of(2026, 10, 10), "国庆节", DayOfWeek.FRIDAY, "notice-2026"), content.days().getLast());
    }

    @Test
    void aCorrectedNoticeReplacesTheEarlierOneAndLeavesWhatWasEnteredByHand() throws IOException {
        // Given
        SpecialDay halfDay = new SpecialDay(LocalDate.of(2026, 2, 14), "除夕前半天", List.of(Hours.parse("09:00-12:00")), null, null);
        CalendarContent before = shipped().in(Examples.OFFICE.withDays(List.of(halfDay)), DayOfWeek.MONDAY);
        HolidayNotice corrected = new HolidayNotice(2026,
                List.of(new HolidayNotice.Day(LocalDate.of(2026, 10, 8), "国庆节", true, "days[0]")));

        // When
        CalendarContent after = corrected.in(before, DayOfWeek.MONDAY);

        // Then
        assertEquals(halfDay, before.days().stream().filter(day -> day.date().equals(halfDay.date())).findFirst().orElseThrow());
        assertEquals(List.of(halfDay, SpecialDay.off(LocalDate.of(2026, 10, 8), "国庆节", "notice-2026")), after.days());
    }

    @Test
    void ofTwoNoticesTheLaterOneHoldsForADayThatBothName() {
        // Given
        LocalDate day = LocalDate.of(2026, 1, 4);
        CalendarContent before = new HolidayNotice(2025, List.of(new HolidayNotice.Day(day, "元旦", true, "days[0]"))).in(Examples.OFFICE,
                DayOfWeek.MONDAY);

        // When
        CalendarContent after = new HolidayNotice(2026, List.of(new HolidayNotice.Day(day, "元旦", false, "days[0]"))).in(before,
                DayOfWeek.MONDAY);

        // Then
        assertEquals(List.of(SpecialDay.working(day, "元旦", DayOfWeek.MONDAY, "notice-2026")),
                after.days().stream().filter(one -> one.date().equals(day)).toList());
    }

    @Test
    void iCalendarTellsOffDaysFromMakeUpDays() {
        // When
        HolidayNotice notice = IcalNotice.read(EVENT.formatted("SUMMARY:国庆节假期\nDTSTART;VALUE=DATE:20271001\nDTEND;VALUE=DATE:20271008"));

        // Then
        assertEquals(8, notice.days().size());
        assertEquals(new HolidayNotice.Day(LocalDate.of(2027, 10, 1), "国庆节假期", true, "event 1: 国庆节假期"), notice.days().getFirst());
        assertEquals(new HolidayNotice.Day(LocalDate.of(2027, 9, 26), "上班(补国庆节假期)", false, "event 2: 上班(补国庆节假期)"), notice.days().getLast());
        assertEquals(2027, notice.year());
    }

    @Test
    void marksOfTheSystemCalendarAreUnderstoodAndNotPartOfTheName() {
        // When
        HolidayNotice notice = IcalNotice
                .read(EVENT.formatted("SUMMARY:国庆节（休）\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\nDTSTART;VALUE=DATE:20271001"));

        // Then
        assertEquals("国庆节", notice.days().getFirst().name());
        assertEquals(true, notice.days().getFirst().off());
    }

    @Test
    void inAFileWithoutMarksEveryDayIsAHoliday() {
        // When
        HolidayNotice notice = IcalNotice.read(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Tag der Deut\r\n schen Einheit\r\nDTSTART;VALUE=DATE:20261003\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        // Then
        assertEquals(List.of(
                new HolidayNotice.Day(LocalDate.of(2026, 10, 3), "Tag der Deutschen Einheit", true, "event 1: Tag der Deutschen Einheit")),
                notice.days());
    }

    @Test
    void namesNobodyWouldWriteAreRefusedBeforeAnybodyAsksWhatTheyMean() {
        for (String name : List.of("a" + "\u0301\u0316".repeat(50_000), "休" + " ".repeat(100_000) + "x", "x".repeat(100_000))) {
            // Given
            String file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + name + "\nDTSTART;VALUE=DATE:20271001\nEND:VEVENT\nEND:VCALENDAR\n";
            ObjectNode notice = EventJson.mapper().createObjectNode().put("year", 2027);
            notice.putArray("days").addObject().put("name", name).put("date", "2027-10-01").put("isOffDay", true);

            // When
            InvalidInput ofFile = assertThrows(InvalidInput.class, () -> IcalNotice.read(file));
            InvalidInput ofNotice = assertThrows(InvalidInput.class, () -> JsonNotice.read(notice));

            // Then
            assertEquals("notice-name", ofFile.code());
            assertEquals("notice-name", ofNotice.code());
            assertFalse(HolidayNotice.isReadable(name));
        }
    }

    @Test
    void namesAreCountedInCharacters() {
        ContentCheck.entered(Examples.OFFICE.withDays(List.of(SpecialDay.off(LocalDate.of(2027, 10, 1), "𠮷".repeat(100), null))));
        assertThrows(InvalidInput.class, () -> ContentCheck
                .entered(Examples.OFFICE.withDays(List.of(SpecialDay.off(LocalDate.of(2027, 10, 1), "𠮷".repeat(101), null)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SUMMARY:立春;DTSTART;VALUE=DATE:20270204                                    | event 1: 立春        | notice-unmarked",
            "SUMMARY:国庆节假期;DTSTART:20271001T090000                                 | event 1: 国庆节假期  | notice-no-whole-day",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20271001;RRULE:FREQ=YEARLY           | event 1: 国庆节假期  | notice-endless",
            "SUMMARY:国庆节假期                                                         | event 1: 国庆节假期  | notice-without-date",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20271001;DTEND;VALUE=DATE:20270901   | event 1: 国庆节假期  | notice-length",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20271001;DTEND;VALUE=DATE:20290901   | event 1: 国庆节假期  | notice-length",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20270926                             | event 2: 上班(补国庆节假期) | calendar-date-twice",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20301001                             | event 1: 国庆节假期  | notice-other-year",
            "SUMMARY:国庆节;X-APPLE-SPECIAL-DAY:PARTY;DTSTART;VALUE=DATE:20271001       | event 1: 国庆节      | notice-unknown",
            "SUMMARY:国庆节假期;DTSTART;VALUE=DATE:20271001;garbage                     | line 14              | notice-malformed"})
    void whatIsNotUnderstoodIsToldWithItsEvent(String lines, String field, String code) {
        // Given
        String text = EVENT.formatted(lines.strip().replaceAll(";(?=(DT|RR|X-|garb))", "\n"));

        // When
        InvalidInput error = assertThrows(InvalidInput.class, () -> IcalNotice.read(text));

        // Then
        assertEquals(code, error.code());
        assertEquals(field, error.field());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}                                                                                          | year               | malformed-value",
            "{\"year\":2027}                                                                             | days               | notice-empty",
            "{\"year\":2027,\"days\":[]}                                                                 | days               | notice-empty",
            "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2027-02-30\",\"isOffDay\":true}]}        | days[0].date       | date-malformed",
            "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2027-02-03\"}]}                          | days[0].isOffDay   | malformed-value",
            "{\"year\":2027,\"days\":[{\"name\":\"\",\"date\":\"2027-02-03\",\"isOffDay\":true}]}         | days[0]            | notice-name",
            "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2017-02-03\",\"isOffDay\":true}]}        | days[0]            | notice-other-year",
            "{\"year\":2027,\"days\":[{\"name\":\"x\",\"date\":\"2027-02-03\",\"isoffday\":true}]}        | days[0].isoffday   | notice-unknown",
            "{\"year\":2027,\"days\":[{\"name\":\"国庆节（班）\",\"date\":\"2027-10-01\",\"isOffDay\":true}]} | days[0]            | notice-contradicts",
            "{\"year\":2027,\"days\":[{\"name\":\"元\\u0000旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]} | days[0]           | notice-name",
            "{\"year\":2027,\"days\":[{\"name\":5,\"date\":\"2027-02-03\",\"isOffDay\":true}]}            | days[0].name       | malformed-value",
            "{\"year\":2027,\"holidays\":[]}                                                             | holidays           | notice-unknown",
            "[]                                                                                          | days               | notice-empty"})
    void whatIsNotUnderstoodIsToldWithItsField(String json, String field, String code) throws IOException {
        // Given
        var notice = EventJson.mapper().readTree(json);

        // When
        InvalidInput error = assertThrows(InvalidInput.class, () -> JsonNotice.read(notice));

        // Then
        assertEquals(code, error.code());
        assertEquals(field, error.field());
    }

    @Test
    void anEmptyOrForeignFileIsRefused() {
        assertEquals("notice-empty", assertThrows(InvalidInput.class, () -> IcalNotice.read("")).code());
        assertEquals("notice-malformed", assertThrows(InvalidInput.class, () -> IcalNotice.read("<html>\n<body>\n")).code());
        assertNull(Examples.OFFICE.base());
    }

    private static HolidayNotice shipped() throws IOException {
        return Examples.notice("/calendars/cn-2026.json");
    }
}
