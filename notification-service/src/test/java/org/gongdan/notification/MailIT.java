package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

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

    private static Mail onlyMailTo(String address) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(1, Mailbox.mailsTo(address).size()));
        return Mailbox.mailsTo(address).getFirst();
    }

    /** Everything sent to the service before this call has been handled once the service has sent this one. */
    private static void letEverythingBeforeArrive() {
        HeardEvents other = aTicket();
        other.contactChanged();
        other.ticketOpened();
        onlyMailTo(other.email);
    }

    @Test
    void contactOfNewTicketIsToldItsNumberAndSummary() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();

        // When
        heard.ticketOpened();

        // Then
        Mail mail = onlyMailTo(heard.email);
        assertEquals("【报修已受理】" + heard.number + " 积分卡无法读取", mail.subject());
        assertTrue(mail.body().contains("刘店长，您好！"), mail.body());
        assertTrue(mail.body().contains("工单号：" + heard.number), mail.body());
        assertEquals("noreply@gongdan.example", mail.from());
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
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
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
        onlyMailTo(heard.email);

        // When
        heard.visitScheduled(tomorrow.toInstant(), tomorrow.plusHours(2).toInstant());

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
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
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(engineer));
        onlyMailTo(heard.email);

        // When
        heard.visitScheduledBy(engineer, start, start.plus(1, HOURS));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("工程师：孙工"), Mailbox.mailsTo(heard.email).getLast().body());
    }

    @Test
    void anEngineerNobodyHasHeardOfIsNamedLater() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(1, DAYS);
        heard.contactChanged();
        heard.ticketOpened();
        onlyMailTo(heard.email);

        // When
        heard.visitScheduledBy(UUID.randomUUID(), start, start.plus(1, HOURS));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("工程师：稍后告知"), Mailbox.mailsTo(heard.email).getLast().body());
    }

    @Test
    void delayIsApologisedForWithReasonAndNewWindow() {
        // Given
        HeardEvents heard = aTicket();
        Instant start = heard.now.plus(2, HOURS);
        heard.contactChanged();
        heard.ticketOpened();
        onlyMailTo(heard.email);

        // When
        heard.visitDelayed(start, start.plus(1, HOURS), start.plus(1, DAYS), start.plus(1, DAYS).plus(1, HOURS));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
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
        onlyMailTo(heard.email);

        // When
        heard.visitRescheduled(start, start.plus(1, HOURS), start.plus(1, DAYS), start.plus(1, DAYS).plus(1, HOURS));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
        assertTrue(Mailbox.mailsTo(heard.email).getLast().body().contains("客户上午盘点"));
    }

    @Test
    void supervisorIsToldOfPromisesInDangerAndBroken() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();

        // When
        heard.slaWarned(heard.now.plus(1, HOURS));
        heard.slaBreached(heard.now);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> subjects = Mailbox.mailsTo("supervisor@gongdan.example").stream().map(Mail::subject)
                    .filter(subject -> subject.contains(heard.number)).sorted().toList();
            assertEquals(List.of("【承诺超时】" + heard.number + " 24小时内解决", "【时限预警】" + heard.number + " 24小时内解决").stream().sorted().toList(),
                    subjects);
        });
    }

    @Test
    void severalPromisesThatEscalateAtOnceAreOneMailPerRole() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        Instant at = heard.now;

        // When
        heard.slaEscalated("RESOLUTION_24H", "due+PT1H", "manager", at);
        heard.slaEscalated("EXPECTED_TIME", "due+PT1H", "manager", at);
        heard.slaEscalated("EXPECTED_TIME", "due+PT1H", "duty", at);
        heard.slaEscalated("EXPECTED_TIME", "due+PT1H", "manager", at.plusSeconds(3600));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertEquals(2,
                    Mailbox.mailsTo("manager@gongdan.example").stream().filter(mail -> mail.subject().contains(heard.number)).count());
            assertEquals(1, Mailbox.mailsTo("duty@gongdan.example").stream().filter(mail -> mail.subject().contains(heard.number)).count());
        });
    }

    @Test
    void whoIsOnDutyIsNamedInTheMailToHisRole() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();

        // When
        heard.slaEscalated("50%", heard.now, List.of("agent", "engineer2"));
        heard.slaEscalated("60%", heard.now, List.of());

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> bodies = Mailbox.mailsTo("duty@gongdan.example").stream().filter(mail -> mail.subject().contains(heard.number))
                    .map(Mail::body).toList();
            assertEquals(1, bodies.stream().filter(body -> body.contains("当前值班人员：agent, engineer2")).count(), bodies.toString());
            assertEquals(1, bodies.stream().filter(body -> body.contains("值班表上此刻无人当班")).count(), bodies.toString());
        });
    }

    @Test
    void supervisorIsToldOfAShiftThatWasNotHandedOverR143() {
        // Given
        Instant due = Instant.now().minusSeconds(3600);
        String time = DateTimeFormatter.ofPattern("M月d日 HH:mm").format(due.atZone(SHANGHAI));

        // When
        HeardEvents.shiftNotHandedOver(due);

        // Then
        Mail mail = await().atMost(Duration.ofSeconds(20)).until(() -> Mailbox.mailsTo("supervisor@gongdan.example").stream()
                .filter(it -> it.subject().contains("及时交接班")).findFirst(), Optional::isPresent).orElseThrow();
        assertTrue(mail.body().contains(time), mail.body());
        assertNull(Topics.shared().await("notification-events", event -> "SHIFT_NOT_HANDED_OVER".equals(event.text("template")))
                .text("customerId"));
    }

    @Test
    void supervisorIsToldWhenABreachIsWithdrawn() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();

        // When
        heard.slaBreachWithdrawn(ZonedDateTime.of(2099, 11, 23, 11, 0, 0, 0, SHANGHAI).toInstant(),
                ZonedDateTime.of(2099, 11, 23, 13, 0, 0, 0, SHANGHAI).toInstant());

        // Then
        Mail mail = await().atMost(Duration.ofSeconds(20)).until(() -> Mailbox.mailsTo("supervisor@gongdan.example").stream()
                .filter(it -> it.subject().contains(heard.number)).findFirst(), Optional::isPresent).orElseThrow();
        assertEquals("【更正：承诺未超时】" + heard.number + " 24小时内解决", mail.subject());
        assertTrue(mail.body().contains("并未在2099年11月23日 11:00超时") && mail.body().contains("等待客户的时间不计入")
                && mail.body().contains("11月23日 13:00"), mail.body());
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
        assertTrue(onlyMailTo(heard.email).body().contains(url));
        await().untilAsserted(() -> assertEquals("SENT", Rows.one("select status from notification where contact_id = ?", heard.contact)));
        assertNull(Rows.one("select body from notification where contact_id = ?", heard.contact));
        assertFalse(Rows.one("select data::text from notification where contact_id = ?", heard.contact).contains(url));
    }

    @Test
    void repeatedEventMakesOneMail() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        UUID event = heard.ticketOpened();
        onlyMailTo(heard.email);

        // When
        Topics.shared().send("ticket-events", event, "TicketOpened.v1", heard.ticket, 0, heard.customer, EventJson.write(heard.opened()));

        // Then
        letEverythingBeforeArrive();
        assertEquals(1, Mailbox.mailsTo(heard.email).size());
    }

    @Test
    void messageWaitsForAContactThatArrivesLate() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals("2", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.contactChanged();

        // Then
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
    }

    @Test
    void messageWaitsForATicketThatArrivesLate() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.ticketOpened();

        // Then
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
    }

    @Test
    void manyMessagesWaitForTicketsThatArriveLate() {
        // Given
        List<HeardEvents> many = Stream.generate(HeardEvents::aTicket).limit(15).toList();
        many.forEach(HeardEvents::contactChanged);
        many.forEach(heard -> heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS)));
        UUID[] tickets = many.stream().map(heard -> heard.ticket).toArray(UUID[]::new);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals("15",
                Rows.one("select count(*) from notification where ticket_id = any(?) and waiting and claim is null", (Object) tickets)));

        // When
        many.forEach(HeardEvents::ticketOpened);

        // Then
        many.forEach(
                heard -> await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size())));
    }

    @Test
    void lettersWaitForTheNameOfTheirKindOfPromise() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        Stream.iterate(heard.now, due -> due.minusSeconds(60)).limit(12).forEach(due -> heard.slaBreached("KIND_" + heard.number, due));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals("12",
                Rows.one(
                        "select count(*) from notification where ticket_id = ? and template = 'SLA_BREACHED' and waiting and claim is null",
                        heard.ticket)));

        // When
        HeardEvents.kindDescribed("KIND_" + heard.number, "迟到的名称");

        // Then
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertEquals(12, subjectsAbout(heard).size()));
        assertEquals(List.of("【承诺超时】" + heard.number + " 迟到的名称"), subjectsAbout(heard).stream().distinct().toList());
    }

    @Test
    void aLetterAboutAKindThatNobodyNamesLeavesAfterAWhile() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.slaBreached("KIND_" + heard.number, heard.now);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals("1", Rows.one(
                        "select count(*) from notification where ticket_id = ? and template = 'SLA_BREACHED' and waiting", heard.ticket)));

        // When
        Rows.one("update notification set created_at = now() - interval '11 minutes', next_try_at = now() "
                + "where ticket_id = ? and template = 'SLA_BREACHED' returning id",
                heard.ticket);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(List.of("【承诺超时】" + heard.number + " （名称未知）"), subjectsAbout(heard)));
    }

    @Test
    void anotherNameStandsInTheNextLetter() {
        // Given
        HeardEvents heard = aTicket();
        String kind = "KIND_" + heard.number;
        heard.ticketOpened();
        HeardEvents.kindDescribed(kind, "旧名称");
        HeardEvents.kindDescribed(kind, "新名称");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("新名称", Rows.one("select zh from promise_kind where kind = ?", kind)));

        // When
        heard.slaBreached(kind, heard.now);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(List.of("【承诺超时】" + heard.number + " 新名称"), subjectsAbout(heard)));
    }

    private static List<String> subjectsAbout(HeardEvents heard) {
        return Mailbox.mailsTo("supervisor@gongdan.example").stream().map(Mail::subject).filter(subject -> subject.contains(heard.number))
                .toList();
    }

    @Test
    void theLongerAMessageHasWaitedTheRarerItIsLookedAt() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        Rows.one("update notification set created_at = now() - interval '1 hour', next_try_at = now() where ticket_id = ? returning id",
                heard.ticket);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals("t", Rows.one(
                "select waiting and claim is null and next_try_at > now() + interval '50 minutes' from notification where ticket_id = ?",
                heard.ticket)));
    }

    @Test
    void mailIsSentWhenTheMailServerIsBack() {
        // Given
        HeardEvents heard = aTicket();
        Mailbox.close();
        heard.contactChanged();
        heard.ticketOpened();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertNotEquals("0", Rows.one("select attempts from notification where ticket_id = ?", heard.ticket)));

        // When
        Mailbox.open();

        // Then
        onlyMailTo(heard.email);
        assertNull(Rows.one("select error from notification where ticket_id = ? and status = 'SENT'", heard.ticket));
    }

    @Test
    void mailThatADeadProcessHeldLeavesAfterItsLease() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        String id = onlyMailTo(heard.email).messageId();
        await().untilAsserted(() -> assertEquals("SENT", Rows.one("select status from notification where ticket_id = ?", heard.ticket)));

        // When
        Rows.one(
                "update notification set status = 'PENDING', claim = gen_random_uuid(), next_try_at = now() + interval '2 seconds' "
                        + "where ticket_id = ? returning id",
                heard.ticket);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(List.of(id, id), Mailbox.mailsTo(heard.email).stream().map(Mail::messageId).toList()));
    }

    @Test
    void oldNewsIsNotToldAndSaidToHaveFailed() {
        // Given
        HeardEvents heard = aTicket();
        Map<String, Object> body = heard.opened();
        body.put("openedAt", heard.now.minus(25, HOURS));
        heard.contactChanged();

        // When
        heard.ticketOpened(body);

        // Then
        assertEquals("EXPIRED", failure(heard).text("reason"));
        assertEquals(List.of(), Mailbox.mailsTo(heard.email));
    }

    @Test
    void contactWithoutAddressIsAFailureOthersHearOf() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged(null);

        // When
        heard.ticketOpened();

        // Then
        assertEquals("NO_ADDRESS", failure(heard).text("reason"));
    }

    @Test
    void unusableAddressFailsAtOnceAndHoldsNobodyUp() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged("not an address, at all");

        // When
        heard.ticketOpened();

        // Then
        assertEquals("REFUSED", failure(heard).text("reason"));
        letEverythingBeforeArrive();
    }

    @Test
    void tombstoneErasesTheContactAndWhatWasSentToIt() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        onlyMailTo(heard.email);
        await().untilAsserted(
                () -> assertEquals(heard.email, Rows.one("select recipient from notification where ticket_id = ?", heard.ticket)));

        // When
        heard.contactErased();

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("0", Rows.one("select count(*) from contact where id = ?", heard.contact)));
        assertNull(Rows.one("select recipient from notification where ticket_id = ?", heard.ticket));
        assertNull(Rows.one("select body from notification where ticket_id = ?", heard.ticket));
        assertEquals("SENT", Rows.one("select status from notification where ticket_id = ?", heard.ticket));
    }

    @Test
    void tombstoneGivesUpWhatWaits() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.contactErased();

        // Then
        assertEquals("ERASED", failure(heard).text("reason"));
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
        Mail mail = onlyMailTo(heard.email);
        assertEquals("【报修已受理】" + heard.number + " {salutation} $1 \\ Bcc: thief@example.com", mail.subject());
        assertEquals(List.of(), Mailbox.mailsTo("thief@example.com"));
    }

    @Test
    void unreadableEventGoesToTheDeadLettersAndTheNextOneIsHandled() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();

        // When
        Topics.shared().send("ticket-events", "TicketOpened.v1", heard.ticket, 0, heard.customer, "{\"openedAt\": \"yesterday\"}");
        heard.ticketOpened();

        // Then
        Topics.shared().await("ticket-events-dead-letter", event -> heard.ticket.toString().equals(event.key()));
        onlyMailTo(heard.email);
    }

    @Test
    void eventWithoutWhatWeNeedIsParked() {
        // Given
        HeardEvents heard = aTicket();
        Map<String, Object> body = heard.opened();
        body.remove("number");

        // When
        heard.ticketOpened(body);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("1", Rows.one("select count(*) from inbox_parked where subject = ?", heard.ticket)));
    }

    private static boolean isKnown(UUID engineer) throws java.sql.SQLException, java.io.IOException {
        try (var connection = PostgresServer.shared().connect();
                var select = connection.prepareStatement("select 1 from engineer where id = ?")) {
            select.setObject(1, engineer);
            return select.executeQuery().next();
        }
    }

    private static Topics.Event failure(HeardEvents heard) {
        return Topics.shared().await("notification-events",
                it -> "NotificationFailed.v1".equals(it.type()) && heard.ticket.toString().equals(it.text("ticketId")));
    }
}
