package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The customer is told every step of his ticket (R138): once each, in order, in no words that are ours. */
@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class StepMailIT {

    private static final String EVIDENCE = "供应商说周五到，别告诉客户";

    @BeforeEach
    void openMailbox() {
        Mailbox.open();
    }

    @AfterEach
    void closeMailbox() {
        Mailbox.close();
    }

    private static List<Mail> mails(HeardEvents heard) {
        return Mailbox.mailsTo(heard.email);
    }

    /** What is told of, in the order of arrival: the words in brackets of each subject. */
    private static List<String> told(HeardEvents heard) {
        return mails(heard).stream().map(mail -> mail.subject().replaceAll("【(.*)】.*", "$1")).toList();
    }

    private static void soonTold(HeardEvents heard, String... steps) {
        await().untilAsserted(() -> assertEquals(List.of(steps), told(heard)));
    }

    /** Everything sent to the service before this call has been handled and told once this ticket's mail is there. */
    private static void letEverythingBeforeArrive() {
        HeardEvents other = aTicket();
        other.contactChanged();
        other.ticketOpened();
        soonTold(other, "报修已受理");
    }

    private static void reported(HeardEvents heard) {
        heard.contactChanged();
        heard.ticketOpened();
        soonTold(heard, "报修已受理");
    }

    private static UUID resolved(HeardEvents heard, long sequence) {
        return heard.step("TicketResolved.v1", sequence, "number", heard.number, "summary", "积分卡无法读取", "category", "HARDWARE", "cause",
                "刘店长拔了线", "fix", "插回去",
                "method", "REMOTE", "resolvedAt", heard.now, "resolvedBy", "agent");
    }

    @Test
    void everyStepIsOneMailCase4() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().untilAsserted(() -> assertEquals(2, mails(heard).size()));

        // When
        heard.step("TicketAcknowledged.v1", 2, "by", "agent");
        heard.step("TicketWaiting.v1", 3, "reason", "PARTS", "evidence", EVIDENCE);
        heard.step("TicketResumed.v1", 4);
        resolved(heard, 5);

        // Then
        await().untilAsserted(() -> assertEquals(6, mails(heard).size()));
        assertEquals(List.of("开始处理", "等待", "恢复处理", "已解决"), told(heard).subList(2, 6));
        assertTrue(mails(heard).get(3).body().contains("需要等待备件到货"), mails(heard).get(3).body());
        assertTrue(mails(heard).get(5).body().contains("已通过远程解决"), mails(heard).get(5).body());
        for (Mail mail : mails(heard)) {
            assertTrue(mail.body().contains("刘店长，您好！") && mail.body().contains(heard.number) && mail.body().contains("积分卡无法读取"),
                    mail.body());
            assertFalse(mail.body().contains(EVIDENCE) || mail.body().contains("拔了线") || mail.body().contains("插回去"), mail.body());
        }
    }

    @Test
    void stepsAreToldInOrderWhenNobodyCouldBeToldBefore() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.step("TicketAcknowledged.v1", 2, "by", "agent");
        heard.step("TicketWaiting.v1", 3, "reason", "CUSTOMER", "evidence", EVIDENCE);
        heard.step("TicketResumed.v1", 4);
        heard.step("TicketWaiting.v1", 5, "reason", "THIRD_PARTY", "evidence", EVIDENCE);
        heard.step("TicketResumed.v1", 6);
        resolved(heard, 7);
        await().untilAsserted(
                () -> assertEquals("7", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.contactChanged();

        // Then
        soonTold(heard, "报修已受理", "开始处理", "等待", "恢复处理", "等待", "恢复处理", "已解决");
    }

    @Test
    void whatIsWrittenToTheCustomerReachesHimAsItWasWrittenAndEscaped() {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);

        // When
        heard.step("MessageSent.v1", 2, "messageId", UUID.randomUUID(), "text", "备件 <b>明天</b> 上午到店。\n\n请先：\n  1. 留人\u202e等候", "by",
                "agent");

        // Then
        soonTold(heard, "报修已受理", "答复");
        Mail mail = mails(heard).getLast();
        assertTrue(mail.body().contains("备件 <b>明天</b> 上午到店。\n\n请先：\n  1. 留人等候\n"), mail.body());
        assertTrue(mail.html().contains("&lt;b&gt;明天&lt;/b&gt;") && mail.html().contains("请先：<br>  1. 留人等候</p>"), mail.html());
    }

    /** What is heard in one millisecond has ids in any order. */
    @ParameterizedTest
    @ValueSource(strings = {"1324567", "2143657", "7654321", "1357246"})
    void stepsAreToldInOrderWhateverTheirIdsAre(String order) {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.step("TicketAcknowledged.v1", 2, "by", "agent");
        heard.step("TicketWaiting.v1", 3, "reason", "CUSTOMER", "evidence", EVIDENCE);
        heard.step("TicketResumed.v1", 4);
        resolved(heard, 5);
        heard.step("TicketReopened.v1", 6, "reason", EVIDENCE, "byCustomer", false);
        heard.step("TicketCancelled.v1", 7, "reason", EVIDENCE, "byCustomer", false);
        await().untilAsserted(
                () -> assertEquals("7", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));
        Rows.one("""
                with changed as (update notification set id = cast('01900000-0000-7000-8000-' || substr(replace(cast(ticket_id as text), '-', ''), 22, 11)
                    || substr(?, cast(greatest(sequence, 1) as int), 1) as uuid) where ticket_id = ? returning 1)
                select count(*) from changed""", order, heard.ticket);

        // When
        heard.contactChanged();

        // Then
        soonTold(heard, "报修已受理", "开始处理", "等待", "恢复处理", "已解决", "重新处理", "工单取消");
    }

    @Test
    void stepsAreToldInOrderAfterTheMailServerWasAway() {
        // Given
        HeardEvents heard = aTicket();
        Mailbox.close();
        heard.contactChanged();
        heard.ticketOpened();
        await()
                .until(() -> !"0".equals(Rows.one("select attempts from notification where ticket_id = ?", heard.ticket)));
        heard.step("TicketWaiting.v1", 2, "reason", "PARTS", "evidence", EVIDENCE);
        heard.step("TicketResumed.v1", 3);
        await()
                .untilAsserted(() -> assertEquals("3", Rows.one("select count(*) from notification where ticket_id = ?", heard.ticket)));

        // When
        Mailbox.open();

        // Then
        soonTold(heard, "报修已受理", "等待", "恢复处理");
    }

    @Test
    void stepHeardOfTooEarlyIsToldAfterThoseBefore() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.step("TicketResumed.v1", 3);
        heard.step("TicketWaiting.v1", 2, "reason", "PARTS", "evidence", EVIDENCE);
        await().untilAsserted(
                () -> assertEquals("2", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.ticketOpened();

        // Then
        soonTold(heard, "报修已受理", "等待", "恢复处理");
    }

    @Test
    void stepHeardOfTwiceIsToldOnce() {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);
        UUID event = heard.step("TicketWaiting.v1", 2, "reason", "PARTS", "evidence", EVIDENCE);
        soonTold(heard, "报修已受理", "等待");

        // When
        Topics.shared().send("ticket-events", event, "TicketWaiting.v1", heard.ticket, 2, heard.customer,
                EventJson.write(Map.of("ticketId", heard.ticket, "customerId", heard.customer, "reason", "PARTS", "evidence", EVIDENCE,
                        "at", heard.now)));

        // Then
        letEverythingBeforeArrive();
        soonTold(heard, "报修已受理", "等待");
    }

    @Test
    void workBeginsOnceInWhateverWayItWasSeen() {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);

        // When
        heard.step("TicketAssigned.v1", 2, "assignee", "engineer", "by", "agent");
        heard.step("TicketAssigned.v1", 3, "assignee", "engineer2", "by", "agent");
        heard.step("VisitRequested.v1", 4, "number", heard.number, "need", "n", "by", "agent");

        // Then
        letEverythingBeforeArrive();
        soonTold(heard, "报修已受理", "开始处理");
    }

    @ParameterizedTest
    @CsvSource({"TicketClosed.v2, 工单关闭", "TicketReopened.v1, 重新处理", "TicketCancelled.v1, 工单取消"})
    void whatWasDoneForTheCustomerIsToldAndWhatHeDidHimselfIsNot(String event, String told) {
        // Given
        HeardEvents byUs = aTicket();
        HeardEvents byCustomer = aTicket();
        reported(byUs);
        reported(byCustomer);

        // When
        byCustomer.step(event, 2, "reason", EVIDENCE, "closedAt", byCustomer.now, "byCustomer", true);
        byUs.step(event, 2, "reason", EVIDENCE, "closedAt", byUs.now, "byCustomer", false);

        // Then
        soonTold(byUs, "报修已受理", told);
        assertFalse(mails(byUs).getLast().body().contains(EVIDENCE), mails(byUs).getLast().body());
        letEverythingBeforeArrive();
        soonTold(byCustomer, "报修已受理");
    }

    @ParameterizedTest
    @CsvSource({"TicketClosed.v1, 工单关闭", "TicketReopened.v1, 重新处理", "TicketCancelled.v1, 工单取消"})
    void oldEventThatDoesNotSayWhoDidItIsTold(String event, String told) {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);

        // When
        heard.step(event, 2, "reason", EVIDENCE, "closedAt", heard.now, "confirmedBy", "刘店长（电话）");

        // Then
        soonTold(heard, "报修已受理", told);
    }

    @ParameterizedTest
    @CsvSource({"TicketCancelled.v1, true", "TicketCancelled.v1, false", "TicketClosed.v2, true", "TicketResolved.v1, false"})
    void nothingIsPromisedOfATicketThatHasEnded(String end, boolean byCustomer) {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);
        heard.step(end, 2, "reason", EVIDENCE, "closedAt", heard.now, "byCustomer", byCustomer, "method", "REMOTE", "number", heard.number,
                "summary", "s", "category", "HARDWARE",
                "cause", "c", "fix", "f", "resolvedAt", heard.now, "resolvedBy", "agent");
        await()
                .untilAsserted(() -> assertEquals("t", Rows.one("select ended from ticket_end where ticket_id = ?", heard.ticket)));

        // When
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));

        // Then
        await().untilAsserted(() -> assertEquals("EXPIRED",
                Rows.one("select error from notification where ticket_id = ? and template = 'PROMISE_MADE'", heard.ticket)));
        assertFalse(told(heard).contains("解决时限"), told(heard).toString());
    }

    @Test
    void whatIsPromisedOfAReopenedTicketIsTold() {
        // Given
        HeardEvents heard = aTicket();
        reported(heard);
        resolved(heard, 2);
        heard.step("TicketReopened.v1", 3, "reason", EVIDENCE, "byCustomer", false);
        soonTold(heard, "报修已受理", "已解决", "重新处理");

        // When
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));

        // Then
        soonTold(heard, "报修已受理", "已解决", "重新处理", "解决时限");
    }

    @Test
    void stepsOfATicketThatNamesNobodyAreToldToNobody() {
        // Given
        HeardEvents heard = aTicket();
        Map<String, Object> body = heard.opened();
        body.remove("contactId");
        heard.ticketOpened(body);

        // When
        heard.step("TicketAcknowledged.v1", 2, "by", "agent");

        // Then
        HeardEvents other = aTicket();
        other.contactChanged();
        other.ticketOpened();
        other.step("TicketAcknowledged.v1", 2, "by", "agent");
        soonTold(other, "报修已受理", "开始处理");
        await()
                .untilAsserted(() -> assertEquals("0", Rows.one("select count(*) from notification where ticket_id = ?", heard.ticket)));
    }

    @Test
    void domainInAnotherScriptGetsItsMailsAndNobodyElseDoesCase3() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged("liu" + heard.contact + "@乡.example");

        // When
        heard.ticketOpened();

        // Then
        String box = "liu" + heard.contact + "@xn--wjq.example";
        await().untilAsserted(() -> assertEquals(1, Mailbox.mailsTo(box).size()));
        assertEquals(List.of(box), Mailbox.boxes().stream().filter(name -> name.contains(heard.contact.toString())).toList());
        Topics.shared().await("notification-events",
                event -> "NotificationDelivered.v1".equals(event.type()) && heard.ticket.toString().equals(event.text("ticketId")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"刘店长%s@乡.example", "liu%s@xingfu.example, wang%s@xingfu.example", "group: liu%s@xingfu.example;",
            "\"liu%s\"@xingfu.example", "liu%s@xingfu.example.",
            "liu%s@-straße.example", "liu%s@[127.0.0.1]"})
    void addressThatCannotBeCarriedIsRefusedAndReachesNobodyCase3(String written) {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged(written.replace("%s", heard.contact.toString()));

        // When
        heard.ticketOpened();

        // Then
        Topics.Event failed = Topics.shared().await("notification-events",
                event -> "NotificationFailed.v1".equals(event.type()) && heard.ticket.toString().equals(event.text("ticketId")));
        assertEquals("REFUSED", failed.text("reason"));
        assertEquals(List.of(), Mailbox.boxes().stream().filter(name -> name.contains(heard.contact.toString())).toList());
        assertEquals("FAILED", Rows.one("select status from notification where ticket_id = ?", heard.ticket));
    }
}
