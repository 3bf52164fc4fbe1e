package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.Audience;
import org.gongdan.notification.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    /** 11:00 in Shanghai on 22 November. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);
    private static final String DATA = """
            {"windowStart": "%s", "windowEnd": "%s", "previousStart": "2026-11-22T02:00:00Z", "previousEnd": "2026-11-22T03:30:00Z", "engineerName": "李工",
             "reason": "TRAFFIC", "kind": "RESOLUTION_24H", "dueAt": "2026-11-23T03:00:00Z", "percent": 80, "step": "due+PT1H",
                 "because": "PAUSED", "breachedAt": "2026-11-23T02:00:00Z", "url": "https://x.example/s",
                 "waitsFor": "PARTS", "method": "REMOTE", "expiresAt": "2026-11-23T03:00:00Z"}""";

    private static final Pending.KindName KIND = new Pending.KindName("24小时内解决", "Resolution within 24 hours");

    private static Letter letter(Template template, String language, String start, String end) {
        return new Letters(CLOCK, language, "supervisor@gongdan.example", "manager@gongdan.example", "duty@gongdan.example")
                .write(new Pending(UUID.randomUUID(), UUID.randomUUID(), template, UUID.randomUUID(),
                        UUID.randomUUID(), UUID.randomUUID(), DATA.formatted(start, end), false, false, 0,
                        new Pending.Ticket("2611-0042", "积分卡无法读取"),
                        new Pending.Contact("刘店长", "liu@xingfu.example"), false, KIND));
    }

    static Stream<Arguments> everyTemplateInEveryLanguage() {
        return Arrays.stream(Template.values())
                .flatMap(template -> Stream.of("zh", "en").map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateIsCompleteAndAddressesItsAudience(Template template, String language) {
        // When
        Letter letter = letter(template, language, "2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z");

        // Then
        assertEquals(template.audience() == Audience.SUPERVISOR ? "supervisor@gongdan.example" : "liu@xingfu.example", letter.to());
        assertFalse(letter.subject().isBlank() || letter.subject().contains("\n"), letter.subject());
        assertFalse(
                letter.body().contains("{") || letter.body().contains("null") || letter.body().contains("TRAFFIC")
                        || letter.body().contains("RESOLUTION_24H") || letter.body().contains("PAUSED") || letter.body().contains("PARTS")
                        || letter.body().contains("REMOTE"),
                letter.body());
        assertTrue(!template.namesTicket() || letter.body().contains("2611-0042"), letter.body());
    }

    @ParameterizedTest
    @CsvSource({"zh, 承诺“24小时内解决”已于", "en, promise \"Resolution within 24 hours\" of"})
    void aKindOfPromiseIsCalledByItsNameInTheLanguageOfTheLetter(String language, String words) {
        // When
        Letter letter = letter(Template.SLA_BREACHED, language, "2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z");

        // Then
        assertTrue(letter.body().contains(words), letter.body());
    }

    @Test
    void visitOfTodayIsAnnouncedInTheStandardSentence() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z").body()
                .contains("今天我将于14:00-16:00之间为您提供上门服务"));
    }

    @Test
    void visitOfAnotherDayNamesTheDay() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T16:30:00Z", "2026-11-22T18:00:00Z").body()
                .contains("11月23日我将于00:30-02:00之间为您提供上门服务"));
    }

    @Test
    void dayOfAnotherYearNamesTheYear() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2027-01-02T01:30:00Z", "2027-01-02T03:00:00Z").body()
                .contains("2027年1月2日我将于09:30-11:00之间为您提供上门服务"));
        assertTrue(letter(Template.VISIT_SCHEDULED, "en", "2027-01-02T01:30:00Z", "2027-01-02T03:00:00Z").body()
                .contains("On 2 January 2027 I will be with you"));
    }

    @Test
    void windowOverMidnightNamesBothDays() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T14:00:00Z", "2026-11-22T17:00:00Z").body()
                .contains("今天我将于22:00-11月23日01:00之间为您提供上门服务"));
        assertTrue(letter(Template.VISIT_SCHEDULED, "en", "2026-11-22T14:00:00Z", "2026-11-22T17:00:00Z").body()
                .contains("Today I will be with you between 22:00-23 November 01:00"));
    }

    @Test
    void whatACustomerWaitsForIsNeverCalledByACode() {
        // When
        Letter letter = write(Template.TICKET_WAITING, "zh", "{\"waitsFor\": \"NEW_IN_A_LATER_VERSION\"}", "积分卡无法读取", "刘店长");

        // Then
        assertEquals("【等待】2611-0042 需等待必要的条件", letter.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void namesAndTextsBeginNoParagraphAndTurnNoDirection(String language) {
        // When
        Letter letter = write(Template.TICKET_OPENED, language, "{}", "a\r\n\r\nhttps://evil.example\u2028b\u202Ec\uFEFF\uD800",
                "刘\n\n店长\u2066");

        // Then
        assertTrue(letter.subject().endsWith("2611-0042 a https://evil.example bc\uFFFD"), letter.subject());
        assertTrue(letter.body().contains("a https://evil.example bc\uFFFD\n") && letter.body().contains("刘 店长"), letter.body());
    }

    private static Letter write(Template template, String language, String data, String summary, String salutation) {
        return new Letters(CLOCK, language, "s@gongdan.example", "m@gongdan.example", "d@gongdan.example").write(new Pending(
                UUID.randomUUID(), UUID.randomUUID(), template,
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), data, false, false, 0, new Pending.Ticket("2611-0042", summary),
                new Pending.Contact(salutation, "liu@xingfu.example"), false, null));
    }

    @Test
    void reasonInFreeTextStaysAsItIs() {
        Letter letter = new Letters(CLOCK, "zh", "s@gongdan.example", "m@gongdan.example", "d@gongdan.example")
                .write(new Pending(UUID.randomUUID(), UUID.randomUUID(), Template.VISIT_RESCHEDULED, UUID.randomUUID(),
                        UUID.randomUUID(), UUID.randomUUID(),
                        DATA.formatted("2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z").replace("TRAFFIC", "客户上午盘点"), false, false, 0,
                        new Pending.Ticket("2611-0042", "s"), new Pending.Contact("刘店长", "liu@xingfu.example"), false, null));
        assertTrue(letter.body().contains("改约原因：客户上午盘点"), letter.body());
    }

    @ParameterizedTest
    @CsvSource({"manager, m@gongdan.example", "duty, d@gongdan.example", "supervisor, s@gongdan.example", "nightwatch, s@gongdan.example"})
    void anEscalationIsAddressedToTheRoleItNames(String role, String to) {
        // When
        Letter letter = new Letters(CLOCK, "zh", "s@gongdan.example", "m@gongdan.example", "d@gongdan.example")
                .write(new Pending(UUID.randomUUID(), UUID.randomUUID(),
                        Template.SLA_ESCALATED, UUID.randomUUID(), UUID.randomUUID(), null,
                        "{\"kind\": \"OUR_OWN\", \"dueAt\": \"2026-11-23T03:00:00Z\", \"step\": \"80%\", \"role\": \"" + role + "\"}",
                        false, false, 0,
                        new Pending.Ticket("2611-0042", "积分卡无法读取"), null, false, null));

        // Then
        assertEquals(to, letter.to());
        assertEquals("【升级通知】2611-0042 （名称未知）", letter.subject(), "a kind that nobody has named is not called by its code");
    }
}
