package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices by the rules of their format, RFC 5545. */
class IcalNoticeTest {

    private static final String WORKED = "UID:w;SUMMARY:【班】国庆节调休;DTSTART;VALUE=DATE:20261010";

    /** @param events properties of each, separated by semicolons before a name in capitals */
    private static String file(String head, String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").append(head);
        for (String event : events) {
            text.append("BEGIN:VEVENT\r\n").append(event.replaceAll(
                    ";(?=(UID|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|STATUS|SEQUENCE|RECURRENCE-ID"
                            + "|LAST-MODIFIED|TRANSP|X-[A-Z-]+|BEGIN|END|TRIGGER|ACTION)[;:-])",
                    "\r\n"))
                    .append("\r\nEND:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private static String days(String text) {
        StringBuilder days = new StringBuilder();
        IcalNotice.read(text).days().stream().sorted(java.util.Comparator.comparing(HolidayNotice.Day::date))
                .forEach(day -> days.append(day.off() ? " -" : " +").append(day.date().toString().substring(5)));
        return days.toString().strip();
    }

    @Test
    void markedDaysOfTheCouncilAreOffAndWorked() {
        assertEquals("-10-01 +10-10", days(file("", "SUMMARY:【休】国庆节;DTSTART;VALUE=DATE:20261001", WORKED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DTSTART;VALUE=DATE:20261001;STATUS:CANCELLED                                                        | +10-10",
            "DTSTART;VALUE=DATE:20261001;STATUS:CONFIRMED                                                        | -10-01 +10-10",
            "DTSTART;VALUE=DATE:20261001;TRANSP:TRANSPARENT                                                      | -10-01 +10-10",
            "DTSTART;VALUE=DATE:20261001;TRANSP:OPAQUE                                                           | -10-01 +10-10",
            "DTSTART;VALUE=DATE:20261001;DTEND;VALUE=DATE:20261004                                               | -10-01 -10-02 -10-03 +10-10",
            "DTSTART;VALUE=DATE:20261001;DURATION:P3D                                                            | -10-01 -10-02 -10-03 +10-10",
            "DTSTART;VALUE=DATE:20261001;DURATION:P1W                                                            | -10-01 -10-02 -10-03 "
                    + "-10-04 -10-05 -10-06 -10-07 +10-10",
            "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY;COUNT=3                                                | -10-01 -10-02 -10-03 +10-10",
            "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY;UNTIL=20261003                                         | -10-01 -10-02 -10-03 +10-10",
            "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=WEEKLY;BYDAY=TH,FR;COUNT=3                                   | -10-01 -10-02 -10-08 +10-10",
            "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY;COUNT=4;EXDATE;VALUE=DATE:20261002                     | -10-01 -10-03 -10-04 +10-10",
            "DTSTART;VALUE=DATE:20261001;RDATE;VALUE=DATE:20261005,20261006                                      | -10-01 -10-05 -10-06 +10-10",
            "DTSTART;VALUE=DATE:20261001;EXDATE;VALUE=DATE:20261001                                              | +10-10",
            "DTSTART;TZID=Asia/Shanghai:20261001T000000;DTEND;TZID=Asia/Shanghai:20261003T000000                 | -10-01 -10-02 +10-10",
            "DTSTART:20261001T000000;DURATION:PT24H                                                              | -10-01 +10-10",
            "DTSTART;VALUE=DATE:20261001;BEGIN:VALARM;TRIGGER:-PT15M;ACTION:DISPLAY;END:VALARM                   | -10-01 +10-10"})
    void eventsAreReadByTheRulesOfTheFormat(String properties, String days) {
        assertEquals(days, days(file("", "UID:h;SUMMARY:国庆节（休）;" + properties, WORKED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/Santiago", "Pacific/Kiritimati", "Pacific/Honolulu"})
    void theDaysAreTheSameWhereverTheServiceRuns(String machine) {
        // Given
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        try {
            // When
            String days = days(file("",
                    "UID:h;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY;UNTIL=20261003;EXDATE;VALUE=DATE:20261002", WORKED));

            // Then
            assertEquals("-10-01 -10-03 +10-10", days);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void timesInUtcAreDaysWhereTheFileSaysSo() {
        String event = "SUMMARY:国庆节（休）;DTSTART:20260930T160000Z;DTEND:20261002T160000Z";
        assertEquals("-10-01 -10-02 +10-10", days(file("X-WR-TIMEZONE:Asia/Shanghai\r\n", event, WORKED)));
        assertEquals("notice-no-whole-day", assertThrows(InvalidInput.class, () -> IcalNotice.read(file("", event, WORKED))).code());
    }

    @Test
    void aRepetitionThatWasMovedIsWhereItWasMovedTo() {
        // Given
        String series = "UID:h;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY;COUNT=3";
        String moved = "UID:h;SUMMARY:国庆节（休）;RECURRENCE-ID;VALUE=DATE:20261002;DTSTART;VALUE=DATE:20261006";
        String cancelled = "UID:h;SUMMARY:国庆节（休）;RECURRENCE-ID;VALUE=DATE:20261003;DTSTART;VALUE=DATE:20261003;STATUS:CANCELLED";

        // When
        String days = days(file("", series, moved, cancelled, WORKED));

        // Then
        assertEquals("-10-01 -10-06 +10-10", days);
        assertEquals("notice-moved-from-nowhere", assertThrows(InvalidInput.class,
                () -> IcalNotice.read(file("", series, moved.replace("20261002", "20261020"), WORKED))).code());
    }

    @Test
    void ofSeveralVersionsOfAnEventTheLatestHolds() {
        assertEquals("-10-02 +10-10", days(file("", "UID:h;SEQUENCE:2;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261002",
                "UID:h;SEQUENCE:1;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001", WORKED)));
        assertEquals("+10-10", days(file("", "UID:h;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001",
                "UID:h;SEQUENCE:1;STATUS:CANCELLED;SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001", WORKED)));
        assertEquals("-10-02 +10-10", days(file("", "UID:h;LAST-MODIFIED:20260101T000000Z;SUMMARY:（休）;DTSTART;VALUE=DATE:20261001",
                "UID:h;LAST-MODIFIED:20260201T000000Z;SUMMARY:（休）;DTSTART;VALUE=DATE:20261002", WORKED)));
    }

    @Test
    void tasksAndJournalsAreNoDays() {
        assertEquals("+10-10", days(file(
                "BEGIN:VTODO\r\nSUMMARY:国庆节（休）\r\nDTSTART;VALUE=DATE:20261001\r\nEND:VTODO\r\n"
                        + "BEGIN:VJOURNAL\r\nSUMMARY:放假\r\nDTSTART;VALUE=DATE:20261002\r\nEND:VJOURNAL\r\n",
                WORKED)));
    }

    @Test
    void aListOfHolidaysNeedsNoMarksAndOneWithWorkedDaysDoes() {
        String bank = "SUMMARY:Spring bank holiday;DTSTART;VALUE=DATE:20260525";
        String friday = "SUMMARY:Good Friday;DTSTART;VALUE=DATE:20260403";
        assertEquals("-04-03 -05-25", days(file("", bank, friday)));
        assertEquals("-05-25 +10-10", days(file("", bank, "SUMMARY:Special Working Day;DTSTART;VALUE=DATE:20261010")));
        assertEquals("notice-unmarked", assertThrows(InvalidInput.class, () -> IcalNotice.read(file("", bank, friday, WORKED))).code());
    }

    @Test
    void foldedLinesAreOne() {
        assertEquals("-10-01 +10-10", days(file("", "SUMMARY:国庆节\r\n （\r\n 休）;DTSTART;VALUE=DA\r\n TE:20261001", WORKED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SUMMARY:国庆节调休;DTSTART;VALUE=DATE:20261001                                          | event 1: 国庆节调休      | notice-unclear",
            "SUMMARY:国庆节放假（班）;DTSTART;VALUE=DATE:20261001                                    | event 1: 国庆节放假（班） | notice-unclear",
            "SUMMARY:立春;DTSTART;VALUE=DATE:20260204                                                | event 1: 立春            | notice-unmarked",
            "SUMMARY:放假;DTSTART:20261001T090000;DTEND:20261001T180000                              | event 1: 放假            | notice-no-whole-day",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;RRULE:FREQ=YEARLY                              | event 1: 放假            | notice-endless",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;RRULE:FREQ=HOURLY;COUNT=3                      | event 1: 放假            | notice-repeats",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3             | event 1: 放假            | notice-repeats",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20260201;RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1 | event 1: 放假        | notice-repeats",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;DTEND;VALUE=DATE:20261003;DURATION:P1D         | event 1: 放假            | notice-malformed",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;STATUS:TENTATIVE                               | event 1: 放假            | notice-not-certain",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261010                                                | event 2: 【班】国庆节调休 | calendar-date-twice",
            "SUMMARY:上班;X-APPLE-SPECIAL-DAY:WORK-HOLIDAY;DTSTART;VALUE=DATE:20261001               | event 1: 上班            | notice-contradicts",
            "SUMMARY:放假;DTSTART;VALUE=DATE:20261001;DURATION:PT8H                                  | event 1: 放假            | notice-no-whole-day",
            "UID:w;SUMMARY:放假;DTSTART;VALUE=DATE:20261001                                          | event 2: 【班】国庆节调休 | notice-two-versions"})
    void whatIsNotCertainIsRefusedWithItsEvent(String properties, String field, String code) {
        // When
        InvalidInput error = assertThrows(InvalidInput.class, () -> IcalNotice.read(file("", properties, WORKED)));

        // Then
        assertEquals(code, error.code());
        assertEquals(field, error.field());
    }

    @Test
    void everythingThatCannotBeReadIsToldAtOnce() {
        // When
        InvalidInput error = assertThrows(InvalidInput.class, () -> IcalNotice.read(
                file("", "SUMMARY:国庆节调休;DTSTART;VALUE=DATE:20261009", "SUMMARY:放假", WORKED, "SUMMARY:值班;DTSTART;VALUE=DATE:20261001")));

        // Then
        assertEquals(List.of("event 2: 放假", "event 1: 国庆节调休", "event 4: 值班"), error.all().stream().map(InvalidInput::field).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCEL", "REPLY", "REFRESH"})
    void messagesThatPublishNothingAreRefused(String method) {
        assertEquals("notice-method",
                assertThrows(InvalidInput.class, () -> IcalNotice.read(file("METHOD:" + method + "\r\n", WORKED))).code());
    }

    @Test
    void aFileThatWasCutOffIsRefused() {
        String whole = file("", "SUMMARY:放假;DTSTART;VALUE=DATE:20261001", WORKED);
        assertEquals("notice-malformed",
                assertThrows(InvalidInput.class, () -> IcalNotice.read(whole.substring(0, whole.indexOf("END:VEVENT") + 12))).code());
        assertEquals("notice-malformed",
                assertThrows(InvalidInput.class, () -> IcalNotice.read(whole.replaceFirst("END:VEVENT\r\n", ""))).code());
    }

    @Test
    void aFileIsReadInItsEncodingAndRefusedInAnother() {
        String text = file("", "SUMMARY:国庆节（休）;DTSTART;VALUE=DATE:20261001", WORKED);
        MediaType plain = new MediaType("text", "calendar");
        MediaType gbk = new MediaType("text", "calendar", Map.of("charset", "GBK"));
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        for (String read : List.of(NoticeText.of(text.getBytes(StandardCharsets.UTF_8), plain), NoticeText.of(marked, plain),
                NoticeText.of(text.getBytes(Charset.forName("GBK")), gbk),
                NoticeText.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), plain))) {
            assertEquals("-10-01 +10-10", days(read));
        }
        assertEquals("notice-encoding",
                assertThrows(InvalidInput.class, () -> NoticeText.of(text.getBytes(Charset.forName("GBK")), plain)).code());
        assertEquals("notice-encoding", assertThrows(InvalidInput.class,
                () -> NoticeText.of(new byte[0], new MediaType("text", "calendar", Map.of("charset", "none")))).code());
    }
}
