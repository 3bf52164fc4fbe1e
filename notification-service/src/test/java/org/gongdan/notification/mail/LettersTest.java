package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.Audience;
import org.gongdan.notification.DemoCompany;
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
                 "because": "PAUSED",
                 "visitId": "0192f0aa-2222-7000-8000-000000000002", "reportId": "0192f0aa-2222-7000-8000-000000000002",
                 "signedAt": "2026-11-22T02:30:00Z", "month": "2026-10", "amount": "500.00", "currency": "CNY", "agreement": "XF-2026",
                 "pieces": [{"kind": "RESOLUTION_24H", "zh": "24小时内解决", "en": "Resolution within 24 hours", "agreement": "XF-2026",
                     "amount": "500.00", "ticketId": "0192f0aa-1111-7000-8000-000000000001", "number": "2611-0042", "summary": "积分卡无法读取"}],
                 "breachedAt": "2026-11-23T02:00:00Z", "url": "https://x.example/s",
                 "waitsFor": "PARTS", "method": "REMOTE", "expiresAt": "2026-11-23T03:00:00Z"}""";

    private static final UUID TICKET = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Pending.KindName KIND = new Pending.KindName("24小时内解决", "Resolution within 24 hours");
    private static final Pending.Around AROUND = new Pending.Around("幸福超市", "王坐席", "V2611-0007", "李工", null);

    private static Letters letters(String language) {
        return new Letters(CLOCK, DemoCompany.WANAN, language, "s@gongdan.example", "m@gongdan.example", "d@gongdan.example");
    }

    private static Pending pending(Template template, String data, String summary, String salutation, String speaks) {
        return new Pending(UUID.randomUUID(), UUID.randomUUID(), template, UUID.randomUUID(), TICKET, UUID.randomUUID(), data, false, false,
                0,
                new Pending.Ticket("2611-0042", summary, "收银机 PT-80"), new Pending.Contact(salutation, "liu@xingfu.example", speaks), false,
                KIND, AROUND);
    }

    private static Letter letter(Template template, String language, String start, String end) {
        return letters(language).write(pending(template, DATA.formatted(start, end), "积分卡无法读取", "刘店长", null));
    }

    private static Letter letter(Template template, String language) {
        return letter(template, language, "2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z");
    }

    static Stream<Arguments> everyTemplateInEveryLanguage() {
        return Arrays.stream(Template.values())
                .flatMap(template -> Stream.of("zh", "en").map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplateInEveryLanguage")
    void everyTemplateIsCompleteAndAddressesItsAudience(Template template, String language) {
        // When
        Letter letter = letter(template, language);

        // Then
        assertEquals(template.audience() == Audience.SUPERVISOR ? "s@gongdan.example" : "liu@xingfu.example", letter.to());
        assertFalse(letter.subject().isBlank() || letter.subject().contains("\n"), letter.subject());
        assertFalse(letter.html().contains("NOT_FOUND") || letter.html().replaceAll("(?s)<style>.*</style>", "").contains("{"),
                letter.html());
        assertTrue(letter.html().contains("万安信息服务有限公司") && letter.text().contains("021-5550 8000"), letter.text());
        assertFalse(
                letter.text().contains("{") || letter.text().contains("null") || letter.text().contains("TRAFFIC")
                        || letter.text().contains("RESOLUTION_24H") || letter.text().contains("PAUSED") || letter.text().contains("PARTS")
                        || letter.text().contains("REMOTE") || letter.text().contains("due+PT1H") || letter.text().contains("NOT_FOUND"),
                letter.text());
        assertTrue(!template.namesTicket() || letter.text().contains("2611-0042"), letter.text());
    }

    @ParameterizedTest
    @CsvSource({"zh, 承诺“24小时内解决”已于", "en, promise \"Resolution within 24 hours\" of"})
    void aKindOfPromiseIsCalledByItsNameInTheLanguageOfTheLetter(String language, String words) {
        // When
        Letter letter = letter(Template.SLA_BREACHED, language);

        // Then
        assertTrue(letter.text().contains(words), letter.text());
    }

    @Test
    void visitOfTodayIsAnnouncedInTheStandardSentence() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z").text()
                .contains("今天我将于14:00-16:00之间为您提供上门服务"));
    }

    @Test
    void visitOfAnotherDayNamesTheDay() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T16:30:00Z", "2026-11-22T18:00:00Z").text()
                .contains("11月23日我将于00:30-02:00之间为您提供上门服务"));
    }

    @Test
    void dayOfAnotherYearNamesTheYear() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2027-01-02T01:30:00Z", "2027-01-02T03:00:00Z").text()
                .contains("2027年1月2日我将于09:30-11:00之间为您提供上门服务"));
        assertTrue(letter(Template.VISIT_SCHEDULED, "en", "2027-01-02T01:30:00Z", "2027-01-02T03:00:00Z").text()
                .contains("On 2 January 2027 I will be with you"));
    }

    @Test
    void windowOverMidnightNamesBothDays() {
        assertTrue(letter(Template.VISIT_SCHEDULED, "zh", "2026-11-22T14:00:00Z", "2026-11-22T17:00:00Z").text()
                .contains("今天我将于22:00-11月23日01:00之间为您提供上门服务"));
        assertTrue(letter(Template.VISIT_SCHEDULED, "en", "2026-11-22T14:00:00Z", "2026-11-22T17:00:00Z").text()
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
        assertTrue(letter.text().contains("a https://evil.example bc\uFFFD\n") && letter.text().contains("刘 店长"), letter.text());
    }

    private static Letter write(Template template, String language, String data, String summary, String salutation) {
        return letters(language).write(pending(template, data, summary, salutation, null));
    }

    @Test
    void reasonInFreeTextStaysAsItIs() {
        Letter letter = write(Template.VISIT_RESCHEDULED, "zh",
                DATA.formatted("2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z").replace("TRAFFIC", "客户上午盘点"), "s", "刘店长");
        assertTrue(letter.text().contains("改约原因：客户上午盘点"), letter.text());
    }

    @ParameterizedTest
    @CsvSource({"manager, m@gongdan.example", "duty, d@gongdan.example", "supervisor, s@gongdan.example", "nightwatch, s@gongdan.example"})
    void anEscalationIsAddressedToTheRoleItNames(String role, String to) {
        // When
        Letter letter = letters("zh")
                .write(new Pending(UUID.randomUUID(), UUID.randomUUID(), Template.SLA_ESCALATED, UUID.randomUUID(), TICKET,
                        null, "{\"kind\": \"OUR_OWN\", \"dueAt\": \"2026-11-23T03:00:00Z\", \"step\": \"80%\", \"role\": \"" + role + "\"}",
                        false, false, 0, new Pending.Ticket("2611-0042", "积分卡无法读取", null), null, false, null,
                        new Pending.Around(null, null, null, null, null)));

        // Then
        assertEquals(to, letter.to());
        assertEquals("【升级通知】2611-0042 （名称未知）", letter.subject(), "a kind that nobody has named is not called by its code");
    }

    @Test
    void whatPeopleWroteIsNoHtml() {
        // Given
        String hostile = "<img src=x onerror=alert(1)>&amp;\"'</td></table>{#p}{number}" + "长".repeat(10_000);

        // When
        Letter letter = write(Template.TICKET_OPENED, "zh", "{}", hostile, "<b>刘</b>");

        // Then
        assertFalse(letter.html().contains("<img") || letter.html().contains("<b>") || letter.html().contains("x onerror=alert(1)>"),
                letter.html());
        assertTrue(letter.html().contains("&lt;img src=x onerror=alert(1)&gt;&amp;amp;&quot;&#39;&lt;/td&gt;"), letter.html());
        assertTrue(letter.text().contains("<img src=x onerror=alert(1)>&amp;\"'</td></table>{#p}{number}长长"),
                "text stays as it was written");
        assertTrue(letter.html().contains("长".repeat(10_000)));
    }

    @Test
    void aLetterFetchesNothingAndRunsNothing() {
        for (Template template : Template.values()) {
            // When
            String html = letter(template, "zh").html();

            // Then
            assertFalse(html.matches("(?is).*(<script|<img|<link|<iframe|<form|src=|@import|url\\(|javascript:| on[a-z]+=).*"), html);
        }
    }

    @ParameterizedTest
    @CsvSource({"TICKET_OPENED, /tickets/0192f0aa-1111-7000-8000-000000000001",
            "TICKET_CLOSED, /tickets/0192f0aa-1111-7000-8000-000000000001?do=rate",
            "VISIT_SCHEDULED, /visits/0192f0aa-2222-7000-8000-000000000002", "VISIT_SIGNED, /visits/0192f0aa-2222-7000-8000-000000000002",
            "REPORT_RELEASED, /reports/monthly/0192f0aa-2222-7000-8000-000000000002",
            "SLA_WARNED, /tickets/0192f0aa-1111-7000-8000-000000000001", "COMPENSATION_OWED, /compensations",
            "COMPENSATION_WITHDRAWN, /compensations", "SHIFT_NOT_HANDED_OVER, /roster"})
    void aLetterLeadsToWhatItIsAbout(Template template, String page) {
        for (String language : new String[] {"zh", "en"}) {
            // When
            Letter letter = letter(template, language);

            // Then
            assertTrue(letter.text().lines().anyMatch(("https://gongdan.example" + page)::equals), letter.text());
            assertTrue(letter.html().contains("<a href=\"https://gongdan.example" + page + "\""), letter.html());
        }
    }

    /** Whoever was told before there were such links, or has none, signs in. */
    @ParameterizedTest
    @CsvSource({
            "'{\"method\": \"REMOTE\", \"url\": \"https://x.example/answer/t\"}', https://x.example/answer/t, https://x.example/answer/t?do=rate",
            "'{\"method\": \"REMOTE\"}', https://gongdan.example/tickets/0192f0aa-1111-7000-8000-000000000001?do=confirm,"
                    + " https://gongdan.example/tickets/0192f0aa-1111-7000-8000-000000000001?do=rate"})
    void whoseFaultIsSolvedAnswersByALinkOfHisOwnOrSignsIn(String data, String confirm, String rate) {
        for (String language : new String[] {"zh", "en"}) {
            // When
            Letter letter = letters(language).write(pending(Template.TICKET_RESOLVED, data, "积分卡无法读取", "刘店长", null));

            // Then
            for (String link : new String[] {confirm, rate}) {
                assertTrue(letter.text().lines().anyMatch(link::equals), letter.text());
                assertTrue(letter.html().contains("<a href=\"" + link + "\""), letter.html());
            }
            boolean his = data.contains("url");
            assertEquals(his, letter.text().contains(language.equals("zh") ? "无需登录" : "need no account"), letter.text());
            assertEquals(!his, letter.text().contains(language.equals("zh") ? "需要登录" : "ask you to sign in"), letter.text());
        }
    }

    @Test
    void whoHasRatedIsNotAskedToDoSoAgain() {
        String data = "{\"method\": \"REMOTE\", \"url\": \"https://x.example/answer/t\", \"rated\": \"true\"}";
        Letter letter = letters("zh").write(pending(Template.TICKET_RESOLVED, data, "积分卡无法读取", "刘店长", null));
        assertFalse(letter.text().contains("评价") || letter.html().contains("do=rate"), letter.text());
    }

    @Test
    void whoSignsReadsForWhichTicketAndVisit() {
        // When
        Letter letter = letter(Template.SIGNATURE_LINK, "zh");

        // Then
        assertEquals("【请签字确认】上门服务单 V2611-0007（工单 2611-0042）", letter.subject());
        for (String words : new String[] {"工单号：2611-0042", "产品：收银机 PT-80", "服务单号：V2611-0007", "工程师：李工", "有效期至：11月23日 11:00",
                "https://x.example/s"}) {
            assertTrue(letter.text().contains(words), letter.text());
        }
        assertTrue(letter.text().indexOf("https://") == letter.text().indexOf("https://x.example/s"), "the link to sign is the first one");
    }

    @Test
    void aLinkThatIsNoPageIsNotSent() {
        // Given
        String data = "{\"url\": \"javascript:alert(1)\", \"expiresAt\": \"2026-11-23T03:00:00Z\"}";

        // When / Then
        assertThrows(IllegalArgumentException.class, () -> write(Template.SIGNATURE_LINK, "zh", data, "s", "刘店长"));
    }

    @ParameterizedTest
    @CsvSource({"zh, 客户：幸福超市, 负责人：王坐席, 承诺：24小时内解决, 还剩 1 天",
            "en, Customer: 幸福超市, Owner: 王坐席, Promise: Resolution within 24 hours, 1 d left"})
    void supervisorsReadWhoseTicketItIsAndHowMuchTimeIsLeft(String language, String customer, String owner, String promise, String left) {
        // When
        Letter letter = letter(Template.SLA_WARNED, language);

        // Then
        for (String words : new String[] {customer, owner, promise, left}) {
            assertTrue(letter.text().contains(words), letter.text());
        }
    }

    @Test
    void aContactReadsHisOwnLanguageAndColleaguesTheirs() {
        // Given
        String data = DATA.formatted("2026-11-22T06:00:00Z", "2026-11-22T08:00:00Z");

        // When
        Letter his = letters("zh").write(pending(Template.TICKET_OPENED, data, "s", "Ms Liu", "en"));
        Letter ours = letters("zh").write(pending(Template.SLA_WARNED, data, "s", "Ms Liu", "en"));

        // Then
        assertTrue(his.subject().startsWith("[Report received]") && his.html().contains("<html lang=\"en\">"), his.subject());
        assertTrue(ours.subject().startsWith("【时限预警】"), ours.subject());
        assertTrue(letters("zh").write(pending(Template.TICKET_OPENED, data, "s", "山田様", "ja")).subject().startsWith("【报修已受理】"),
                "a language that we do not write");
    }

    @ParameterizedTest
    @CsvSource({"zh, 500.00, 2026年10月", "en, 500.00, October 2026"})
    void compensationIsToldInMoneyAndMonthsOfPeople(String language, String amount, String month) {
        // When
        Letter letter = letter(Template.COMPENSATION_OWED, language);

        // Then
        assertTrue(letter.subject().contains(amount) && letter.subject().contains(month), letter.subject());
        assertTrue(letter.text().contains("XF-2026") && letter.text().contains("2611-0042"), letter.text());
    }

    @ParameterizedTest
    @CsvSource({"zh, ¥1100.50, 24小时内解决, 其中：¥600.50, （名称未知）",
            "en, CN¥1100.50, Resolution within 24 hours, Of it: CN¥600.50, (name not known)"})
    void oneLetterTellsAllThatAMonthCosts(String language, String sum, String kind, String part, String unnamed) {
        // When
        Letter letter = write(Template.COMPENSATION_OWED, language,
                """
                {"month": "2026-10", "currency": "CNY", "pieces": [
                    {"kind": "RESOLUTION_24H", "zh": "24小时内解决", "en": "Resolution within 24 hours", "agreement": "XF-2026", "amount": "500.00",
                        "number": "2610-0007", "summary": "收银机死机"},
                    {"kind": "NEW", "zh": null, "en": null, "agreement": "XF-2026", "amount": "600.50", "number": null, "summary": null}]}""",
                "积分卡无法读取", "刘店长");

        // Then
        assertTrue(letter.subject().replace(",", "").endsWith(sum), letter.subject());
        assertTrue(Stream.of(kind, part, unnamed, "2610-0007 收银机死机").allMatch(letter.text()::contains), letter.text());
        assertEquals(2, letter.text().split("XF-2026", -1).length, letter.text());
        assertFalse(letter.text().contains("null"), letter.text());
    }

    /** "I will be with you": the reader has to know who. */
    @ParameterizedTest
    @CsvSource({"VISIT_SCHEDULED", "VISIT_RESCHEDULED", "VISIT_DELAYED"})
    void aLetterThatAnnouncesSomebodySaysWho(Template template) {
        for (String language : new String[] {"zh", "en"}) {
            // When
            Letter letter = letter(template, language);

            // Then
            assertTrue(letter.text().contains("zh".equals(language) ? "工程师：李工" : "Engineer: 李工"), letter.text());
        }
    }

    @Test
    void whatNobodyToldIsLeftOut() {
        // Given
        Pending bare = new Pending(UUID.randomUUID(), UUID.randomUUID(), Template.SIGNATURE_LINK, UUID.randomUUID(), null,
                UUID.randomUUID(),
                "{\"url\": \"https://x.example/s\", \"expiresAt\": \"2027-01-02T03:00:00Z\"}", false, false, 0, null,
                new Pending.Contact("刘店长", "liu@xingfu.example", null), false, null, new Pending.Around(null, null, null, null, null));

        // When
        Letter letter = letters("zh").write(bare);

        // Then
        assertEquals("【请签字确认】上门服务单", letter.subject());
        assertTrue(letter.text().contains("2027年1月2日 11:00前有效"), letter.text());
        assertFalse(letter.text().contains("工单号") || letter.text().contains("工程师") || letter.text().contains("null"), letter.text());
    }
}
