package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a library reads past: contradictions, rules it does not know, zones, and files that are larger than any notice. */
class IcalRulesTest {

    private static final String SHANGHAI = "X-WR-TIMEZONE:Asia/Shanghai~";
    private static final String WINDOWS = "BEGIN:VTIMEZONE~TZID:China Standard "
            + "Time~BEGIN:STANDARD~DTSTART:16010101T000000~TZOFFSETFROM:+0800~TZOFFSETTO:+0800~END:STANDARD~END:VTIMEZONE~";

    /** @param lines of the file between its head and its end, separated by ~ */
    private static String file(String lines) {
        return ("BEGIN:VCALENDAR~VERSION:2.0~" + lines + "~END:VCALENDAR~").replace("~", "\r\n");
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT~" + properties + "~END:VEVENT";
    }

    private static String days(String text) {
        return IcalNotice.read(text).days().stream().map(day -> (day.off() ? "-" : "+") + day.date().toString().substring(5)).sorted()
                .collect(Collectors.joining(" "));
    }

    private static String code(String text) {
        return assertThrows(InvalidInput.class, () -> IcalNotice.read(text)).code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUMMARY:上班", "STATUS:CONFIRMED~STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261002", "UID:a~UID:b",
            "DTEND;VALUE=DATE:20261002~DTEND;VALUE=DATE:20261003",
            "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY~X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY", "SEQUENCE:1~SEQUENCE:2"})
    void whatIsSaidTwiceCouldMeanEither(String again) {
        assertEquals("notice-said-twice", code(file(event("SUMMARY:放假~DTSTART;VALUE=DATE:20261001~" + again))));
        assertEquals("notice-said-twice", code(file("METHOD:PUBLISH~METHOD:CANCEL~" + event("SUMMARY:放假~DTSTART;VALUE=DATE:20261001"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSCALE=CHINESE;FREQ=YEARLY;COUNT=2", "FREQ=DAILY;COUNT=3;SKIP=FORWARD", "FREQ=DAILY;COUNT=3;X-PART=1",
            "FREQ=DAILY;COUNT=3;BYHOUR=9", "FREQ=DAILY;COUNT=3;UNTIL=20261010", "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;INTERVAL=0;COUNT=3", "COUNT=3", "FREQ=FORTNIGHTLY;COUNT=3", "FREQ=DAILY;UNTIL=20261003T160000Z"})
    void ruleThatIsNotUnderstoodIsRefusedAsAWhole(String rule) {
        assertThrows(InvalidInput.class, () -> IcalNotice.read(file(event("SUMMARY:放假~DTSTART;VALUE=DATE:20261001~RRULE:" + rule))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DTSTART;TZID=Asia/Shanghai:20261001T000000~RRULE:FREQ=DAILY;UNTIL=20261002T160000Z          | -10-01 -10-02 -10-03",
            "DTSTART;TZID=Asia/Shanghai:20261001T000000~RRULE:FREQ=DAILY;UNTIL=20261002T155959Z          | -10-01 -10-02",
            "DTSTART;TZID=China Standard Time:20261001T000000~RRULE:FREQ=DAILY;UNTIL=20261002T160000Z    | -10-01 -10-02 -10-03",
            "DTSTART;VALUE=DATE:20261001~RRULE:FREQ=DAILY;UNTIL=20261003T000000Z                         | -10-01 -10-02 -10-03",
            "DTSTART:20260930T160000Z~RRULE:FREQ=DAILY;UNTIL=20261002T160000Z~EXDATE:20261001T160000Z    | -10-01 -10-03"})
    void anEndInUtcIsADayInTheZoneOfTheEvent(String properties, String days) {
        assertEquals(days, days(file(SHANGHAI + WINDOWS + event("SUMMARY:放假~" + properties))));
        if (!properties.startsWith("DTSTART:")) {
            assertEquals(days, days(file(WINDOWS + event("SUMMARY:放假~" + properties))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DTSTART;TZID=Nowhere:20261001T000000~RRULE:FREQ=DAILY;UNTIL=20261002T160000Z            | notice-repeats",
            "DTSTART:20260930T160000Z~RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2                             | notice-repeats",
            "DTSTART;VALUE=DATE:20261001~RRULE:FREQ=DAILY;UNTIL=20261003T160000Z                     | notice-repeats",
            "DTSTART;TZID=Asia/Tokyo:20261001T000000                                                 | notice-no-whole-day",
            "DTSTART;TZID=Asia/Shanghai:20261001T000000~DTEND;TZID=Asia/Tokyo:20261002T000000        | notice-no-whole-day"})
    void midnightOfAnotherZoneIsNoWholeDay(String properties, String code) {
        assertEquals(code, code(file(SHANGHAI + event("SUMMARY:放假~" + properties))));
    }

    @Test
    void versionsOfAnEventMayStandInSeveralCalendarsOfAFile() {
        String next = "~END:VCALENDAR~BEGIN:VCALENDAR~VERSION:2.0~";
        assertEquals("-10-05",
                days(file(event("UID:a~SUMMARY:放假~DTSTART;VALUE=DATE:20261001") + next
                        + event("UID:a~SEQUENCE:1~STATUS:CANCELLED~SUMMARY:放假~DTSTART;VALUE=DATE:20261001")
                        + "~" + event("UID:b~SUMMARY:放假~DTSTART;VALUE=DATE:20261005"))));
        assertEquals("-10-01 -10-08", days(file(event("UID:a~SUMMARY:放假~DTSTART;VALUE=DATE:20261001~RRULE:FREQ=DAILY;COUNT=2") + next
                + event("UID:a~RECURRENCE-ID;VALUE=DATE:20261002~SUMMARY:放假~DTSTART;VALUE=DATE:20261008"))));
    }

    @Test
    void anEventThatIsThereTwiceInTheSameWordsIsOne() {
        assertEquals("-10-01", days(
                file(event("UID:a~SUMMARY:放假~DTSTART;VALUE=DATE:20261001") + "~" + event("UID:a~SUMMARY:放假~DTSTART;VALUE=DATE:20261001"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observance\\nTo hide observances, go to the settings", "纪念日\\n要隐藏纪念日，请前往设置", "补班", "make-up workday"})
    void descriptionsThatSayTheDayIsWorkedLeaveItOpen(String description) {
        assertEquals("notice-unclear", code(file(event("SUMMARY:青年节~DTSTART;VALUE=DATE:20260504~DESCRIPTION:" + description))));
        assertEquals("-05-04", days(file(event("SUMMARY:青年节~DTSTART;VALUE=DATE:20260504~DESCRIPTION:Public holiday"))));
    }

    @Test
    void namesThatTellOfAnotherDayAreRefused() {
        assertEquals("notice-unclear", code(file(event("SUMMARY:10月10日上班~DTSTART;VALUE=DATE:20261008"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALSCALE:CHINESE~", "VERSION:1.0~", "GARBAGE~END:VCALENDAR~",
            "BEGIN:VEVENT~SUMMARY:放假~DTSTART;VALUE=DATE:20261003~",
            "BEGIN:VTODO~BEGIN:VEVENT~SUMMARY:放假~DTSTART;VALUE=DATE:20261003~END:VEVENT~END:VTODO~"})
    void filesOfAnotherKindOrWithEventsWhereNoneMayStandAreRefused(String head) {
        assertThrows(InvalidInput.class, () -> IcalNotice.read(file(head + event("SUMMARY:放假~DTSTART;VALUE=DATE:20261001"))));
    }

    @Test
    void linesFoldedInTheMiddleOfACharacterAreOneAgain() {
        // Given
        byte[] whole = file(event("SUMMARY:国庆节（休）~DTSTART;VALUE=DATE:20261001")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int summary = new String(whole, StandardCharsets.ISO_8859_1).indexOf("SUMMARY:") + 10;
        folded.write(whole, 0, summary);
        folded.writeBytes("\r\n ".getBytes(StandardCharsets.UTF_8));
        folded.write(whole, summary, whole.length - summary);

        // When
        HolidayNotice read = IcalNotice.read(NoticeText.of(folded.toByteArray(), new MediaType("text", "calendar")));

        // Then
        assertEquals("国庆节", read.days().getFirst().name());
    }

    @Test
    void filesLargerThanAnyNoticeAreRefusedAtOnce() {
        String many = IntStream.range(0, 2001).mapToObj(id -> event("UID:" + id + "~SUMMARY:放假~DTSTART;VALUE=DATE:20261001"))
                .collect(Collectors.joining("~"));
        String repeated = IntStream.range(0, 2000)
                .mapToObj(id -> event("UID:" + id + "~SUMMARY:放假~DTSTART;VALUE=DATE:20261001~DURATION:P60D~RRULE:FREQ=YEARLY;COUNT=400"))
                .collect(Collectors.joining("~"));
        assertEquals("notice-too-many", code(file(many)));
        assertEquals(1, assertThrows(InvalidInput.class, () -> IcalNotice.read(file(repeated))).all().size());
        assertEquals("notice-name", code(file(event("SUMMARY:" + "放假".repeat(100_000) + "~DTSTART;VALUE=DATE:20261001"))));
    }
}
