package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a contact is written: which news, in which words, with which links. */
@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class MailIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @BeforeAll
    static void namesOfKinds() {
        HeardEvents.kindDescribed("RESOLUTION_24H", "24小时内解决");
        HeardEvents.kindDescribed("EXPECTED_TIME", "在客户期望时间内解决");
        HeardEvents.kindDescribed("ROSTER_HANDOVER", "及时交接班");
    }

    @BeforeEach
    void openMailbox() {
        Mailbox.open();
    }

    @AfterEach
    void closeMailbox() {
        Mailbox.close();
    }

    @Test
    void contactOfNewTicketIsToldItsNumberAndSummary() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();

        // When
        heard.ticketOpened();

        // Then
        Mail mail = Post.onlyMailTo(heard.email);
        assertEquals("【报修已受理】" + heard.number + " 积分卡无法读取", mail.subject());
        assertTrue(mail.body().contains("刘店长，您好！"), mail.body());
        assertTrue(mail.body().contains("工单号：" + heard.number), mail.body());
        assertEquals("\"万安信息服务有限公司\" <noreply@gongdan.example>", mail.from());
        assertTrue(mail.html().contains("/tickets/" + heard.ticket + "\"") && mail.html().contains("021-5550 8000"), mail.html());
        Topics.Event event = Topics.shared().await("notification-events",
                it -> "NotificationDelivered.v1".equals(it.type()) && heard.ticket.toString().equals(it.text("ticketId")));
        assertEquals("TICKET_OPENED", event.text("template"));
        assertEquals("EMAIL", event.text("channel"));
        assertEquals(heard.customer.toString(), event.headers().get("ce_customer"));
        assertEquals("<" + event.text("notificationId") + "@gongdan>", mail.messageId());
    }

    @Test
    void contactIsToldTheDeadlineOfTheResolutionPromiseAlone() {
        // Given
        HeardEvents heard = aTicket();
        Instant dueAt = ZonedDateTime.of(2099, 11, 23, 11, 0, 0, 0, SHANGHAI).toInstant();
        heard.contactChanged();
        heard.ticketOpened();

        // When
        heard.promiseMade("ACKNOWLEDGE", dueAt);
        heard.promiseMade("RESOLUTION_24H", dueAt);

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        Mail mail = Mailbox.mailsTo(heard.email).stream().filter(it -> it.subject().contains("解决时限")).findFirst().orElseThrow();
        assertTrue(mail.body().contains("我们承诺于2099年11月23日 11:00前为您解决"), mail.body());
    }

    @Test
    void contactIsToldTheWindowOfTheVisitInTheStandardSentence() {
        // Given
        HeardEvents heard = aTicket();
        ZonedDateTime tomorrow = ZonedDateTime.now(SHANGHAI).plusDays(1).with(LocalTime.of(14, 0));
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        heard.visitScheduled(tomorrow.toInstant(), tomorrow.plusHours(2).toInstant());

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        Mail mail = Mailbox.mailsTo(heard.email).getLast();
        String date = tomorrow.getMonthValue() + "月" + tomorrow.getDayOfMonth() + "日";
        assertTrue(mail.body().contains(date + "我将于14:00-16:00之间为您提供上门服务"), mail.body());
        assertTrue(mail.body().contains("李工"), mail.body());
    }

    @Test
    void theEngineerIsNamedAsTheTopicOfContactsHasIt() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(1, DAYS);
        UUID engineer = UUID.randomUUID();
        heard.contactChanged();
        heard.ticketOpened();
        HeardEvents.engineerChanged(engineer, "孙工");
        await().until(() -> isKnown(engineer));
        Post.onlyMailTo(heard.email);

        // When
        heard.visitScheduledBy(engineer, start, start.plus(1, HOURS));

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("工程师：孙工"), Mailbox.mailsTo(heard.email).getLast().body());
    }

    @Test
    void anEngineerNobodyHasHeardOfIsNamedLater() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(1, DAYS);
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        heard.visitScheduledBy(UUID.randomUUID(), start, start.plus(1, HOURS));

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("工程师：稍后告知"), Mailbox.mailsTo(heard.email).getLast().body());
    }

    @Test
    void delayIsApologisedForWithReasonAndNewWindow() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(2, HOURS);
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        heard.visitDelayed(start, start.plus(1, HOURS), start.plus(1, DAYS), start.plus(1, DAYS).plus(1, HOURS));

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        Mail mail = Mailbox.mailsTo(heard.email).getLast();
        assertTrue(mail.subject().startsWith("【致歉：上门延误】" + heard.number), mail.subject());
        assertTrue(mail.body().contains("非常抱歉") && mail.body().contains("上一家客户的故障尚未排除") && mail.body().contains("之间为您提供上门服务"), mail.body());
    }

    @Test
    void contactIsToldTheNewWindowOfARescheduledVisit() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(2, HOURS);
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        heard.visitRescheduled(start, start.plus(1, HOURS), start.plus(1, DAYS), start.plus(1, DAYS).plus(1, HOURS));

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("客户上午盘点"));
    }

    @Test
    void whoIsToSignReadsForWhichTicketVisitAndEngineer() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(2, HOURS);
        UUID engineer = UUID.randomUUID();
        heard.contactChanged();
        heard.ticketOpened();
        HeardEvents.engineerChanged(engineer, "孙工");
        heard.visitScheduledBy(engineer, start, start.plus(1, HOURS));
        Post.lastOf(2, heard.email);

        // When
        heard.signatureLinkIssued("http://localhost:8080/sign/abc", heard.now.plus(1, DAYS));

        // Then
        Mail mail = Post.lastOf(3, heard.email);
        assertEquals("【请签字确认】上门服务单 V" + heard.number + "（工单 " + heard.number + "）", mail.subject());
        assertTrue(mail.body().contains("产品：收银机 PT-80") && mail.body().contains("工程师：孙工"), mail.body());
        assertTrue(mail.html().contains("<a href=\"http://localhost:8080/sign/abc\""), mail.html());
    }

    @Test
    void whoSignedIsToldWhereTheOrderLies() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(2, HOURS);
        heard.contactChanged();
        heard.ticketOpened();
        heard.visitScheduled(start, start.plus(1, HOURS));
        Post.lastOf(2, heard.email);

        // When
        heard.visitSigned();

        // Then
        Mail mail = Post.lastOf(3, heard.email);
        assertEquals("【已签字】上门服务单 V" + heard.number + "（工单 " + heard.number + "）", mail.subject());
        assertTrue(mail.body().contains("/visits/" + heard.visit + "\n"), mail.body());
    }

    @Test
    void aContactIsWrittenToInHisLanguage() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactSpeaks("en");

        // When
        heard.ticketOpened();

        // Then
        assertEquals("[Report received] " + heard.number + " 积分卡无法读取", Post.onlyMailTo(heard.email).subject());
    }

    @Test
    void linkToSignGoesToTheContactAndIsKeptNowhere() throws Exception {
        // Given
        HeardEvents heard = aTicket();
        String url = "http://localhost:8080/sign/" + UUID.randomUUID();
        heard.contactChanged();

        // When
        heard.signatureLinkIssued(url, heard.now.plus(1, DAYS));

        // Then
        assertTrue(Post.onlyMailTo(heard.email).body().contains(url));
        await().untilAsserted(() -> assertEquals("SENT", Rows.one("select status from notification where contact_id = ?", heard.contact)));
        assertNull(Rows.one("select body from notification where contact_id = ?", heard.contact));
        assertFalse(Rows.one("select data::text from notification where contact_id = ?", heard.contact).contains(url));
    }

    @Test
    void whoMayAnswerByALinkOfHisOwnIsAskedByIt() throws Exception {
        // Given
        HeardEvents heard = aTicket();
        String url = "http://localhost:8080/answer/" + UUID.randomUUID();
        heard.contactChanged();
        heard.ticketOpened();
        heard.step("TicketResolved.v1", 2, "method", "REMOTE", "asked", true);

        // When
        heard.answerLinkIssued(2, "REMOTE", url);

        // Then
        Mail mail = Post.lastOf(2, heard.email);
        assertEquals("【已解决】" + heard.number + " 积分卡无法读取", mail.subject());
        for (String link : List.of(url, url + "?do=rate", url + "?do=reopen")) {
            assertTrue(mail.html().contains("<a href=\"" + link + "\""), link + " in " + mail.html());
        }
        assertTrue(mail.body().contains("已通过远程解决"), mail.body());
        await().untilAsserted(() -> assertEquals("0",
                Rows.one("select count(*)::text from notification where contact_id = ? and status = 'PENDING'", heard.contact)));
        assertEquals("0",
                Rows.one("select count(*)::text from notification where contact_id = ? and data::text like '%/answer/%'", heard.contact));
    }

    @Test
    void customersTextIsNeverReadAsTemplateOrHeader() {
        // Given
        HeardEvents heard = aTicket();
        Map<String, Object> body = heard.opened();
        body.put("summary", "{salutation} $1 \\ \r\nBcc: thief@example.com");
        heard.contactChanged();

        // When
        heard.ticketOpened(body);

        // Then
        Mail mail = Post.onlyMailTo(heard.email);
        assertEquals("【报修已受理】" + heard.number + " {salutation} $1 \\ Bcc: thief@example.com", mail.subject());
        assertEquals(List.of(), Mailbox.mailsTo("thief@example.com"));
    }

    private static boolean isKnown(UUID engineer) throws java.sql.SQLException, java.io.IOException {
        try (var connection = PostgresServer.shared().connect();
                var select = connection.prepareStatement("select 1 from engineer where id = ?")) {
            select.setObject(1, engineer);
            return select.executeQuery().next();
        }
    }
}
