package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What our own people are written of promises and shifts. */
@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class SupervisorMailIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TestHTTPResource("/api/live/stream")
    URI live;

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
    void supervisorIsToldOfPromisesInDangerAndBroken() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();

        // When
        heard.slaWarned(heard.now.plus(1, HOURS));
        heard.slaBreached(heard.now);

        // Then
        await().untilAsserted(() -> {
            List<String> subjects = Mailbox.mailsTo("supervisor@gongdan.example").stream().map(Mail::subject)
                    .filter(subject -> subject.contains(heard.number)).sorted().toList();
            assertEquals(List.of("【承诺超时】" + heard.number + " 24小时内解决", "【时限预警】" + heard.number + " 24小时内解决").stream().sorted().toList(),
                    subjects);
        });
    }

    @Test
    void supervisorReadsWhoseTicketItIsAndWhoIsResponsible() {
        // Given
        HeardEvents heard = HeardEvents.aTicketOf(UUID.randomUUID());
        heard.customerRegistered("旺角便利店");
        heard.ticketOpened();
        heard.step("TicketAssigned.v1", 2, "assignee", "agent", "by", "supervisor");
        await().until(() -> Rows.one("select count(*) from customer c, ticket_owner o "
                + "where c.id = ? and o.ticket_id = ?", heard.customer, heard.ticket).equals("1"));

        // When
        heard.slaWarned(heard.now.plus(Duration.ofMinutes(90)));

        // Then
        Mail mail = await().until(() -> Mailbox.mailsTo("supervisor@gongdan.example").stream()
                .filter(it -> it.subject().contains(heard.number)).findFirst(), Optional::isPresent).orElseThrow();
        assertTrue(mail.body().contains("客户：旺角便利店") && mail.body().contains("负责人：agent") && mail.body().contains("还剩 1 小时"), mail.body());
        assertTrue(mail.body().contains("/tickets/" + heard.ticket + "\n"), mail.body());
    }

    @Test
    void engineersAreNamedAsOwnersAndOnDuty() {
        // Given
        HeardEvents heard = aTicket();
        String user = "e" + heard.number;
        HeardEvents.engineerChanged(heard.contact, "孙工", user);
        heard.ticketOpened();
        heard.step("TicketAssigned.v1", 2, "assignee", user, "by", "supervisor");
        await().until(() -> Rows.one("select count(*) from engineer e, ticket_owner o "
                + "where e.username = o.owner and o.ticket_id = ?", heard.ticket).equals("1"));

        // When
        heard.slaEscalated("50%", heard.now, List.of("agent", user));

        // Then
        Mail mail = await().until(() -> Mailbox.mailsTo("duty@gongdan.example").stream()
                .filter(it -> it.subject().contains(heard.number)).findFirst(), Optional::isPresent).orElseThrow();
        assertTrue(mail.body().contains("负责人：孙工") && mail.body().contains("当前值班人员：agent, 孙工"), mail.body());
    }

    @Test
    void agentsAreCalledByTheNamesWithWhichTheyOpenedTheConsole() throws Exception {
        // Given
        HeardEvents heard = aTicket();
        String user = "a" + heard.number;
        heard.ticketOpened();
        heard.step("TicketAssigned.v1", 2, "assignee", user, "by", "supervisor");
        try (HttpClient screen = HttpClient.newHttpClient()) {
            var asking = HttpRequest.newBuilder(live)
                    .header("Authorization", "Bearer " + Tokens.named(UUID.randomUUID(), user, "王客服", List.of("agent"))).build();
            assertEquals(200, screen.send(asking, HttpResponse.BodyHandlers.ofInputStream()).statusCode());
            await().until(() -> Rows.one("select count(*) from audit_person a, ticket_owner o "
                    + "where a.username = o.owner and o.ticket_id = ?", heard.ticket).equals("1"));
            screen.shutdownNow();
        }

        // When
        heard.slaEscalated("50%", heard.now, List.of(user, "nobody" + heard.number));

        // Then
        Mail mail = await().until(() -> Mailbox.mailsTo("duty@gongdan.example").stream()
                .filter(it -> it.subject().contains(heard.number)).findFirst(), Optional::isPresent).orElseThrow();
        assertTrue(mail.body().contains("负责人：王客服") && mail.body().contains("当前值班人员：王客服, nobody" + heard.number), mail.body());
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
        await().untilAsserted(() -> {
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
        await().untilAsserted(() -> {
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
        Mail mail = await().until(() -> Mailbox.mailsTo("supervisor@gongdan.example").stream()
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
        Mail mail = await().until(() -> Mailbox.mailsTo("supervisor@gongdan.example").stream()
                .filter(it -> it.subject().contains(heard.number)).findFirst(), Optional::isPresent).orElseThrow();
        assertEquals("【更正：承诺未超时】" + heard.number + " 24小时内解决", mail.subject());
        assertTrue(mail.body().contains("并未在2099年11月23日 11:00超时") && mail.body().contains("等待客户的时间不计入")
                && mail.body().contains("11月23日 13:00"), mail.body());
    }

    @Test
    void lettersWaitForTheNameOfTheirKindOfPromise() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        Stream.iterate(heard.now, due -> due.minusSeconds(60)).limit(12).forEach(due -> heard.slaBreached("KIND_" + heard.number, due));
        await().untilAsserted(() -> assertEquals("12",
                Rows.one(
                        "select count(*) from notification where ticket_id = ? and template = 'SLA_BREACHED' and waiting and claim is null",
                        heard.ticket)));

        // When
        HeardEvents.kindDescribed("KIND_" + heard.number, "迟到的名称");

        // Then
        await().untilAsserted(() -> assertEquals(12, subjectsAbout(heard).size()));
        assertEquals(List.of("【承诺超时】" + heard.number + " 迟到的名称"), subjectsAbout(heard).stream().distinct().toList());
    }

    @Test
    void aLetterAboutAKindThatNobodyNamesLeavesAfterAWhile() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.slaBreached("KIND_" + heard.number, heard.now);
        await().untilAsserted(
                () -> assertEquals("1", Rows.one(
                        "select count(*) from notification where ticket_id = ? and template = 'SLA_BREACHED' and waiting", heard.ticket)));

        // When
        Rows.one("update notification set created_at = now() - interval '11 minutes', next_try_at = now() "
                + "where ticket_id = ? and template = 'SLA_BREACHED' returning id",
                heard.ticket);

        // Then
        await()
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
        await()
                .untilAsserted(() -> assertEquals("新名称", Rows.one("select zh from promise_kind where kind = ?", kind)));

        // When
        heard.slaBreached(kind, heard.now);

        // Then
        await()
                .untilAsserted(() -> assertEquals(List.of("【承诺超时】" + heard.number + " 新名称"), subjectsAbout(heard)));
    }

    private static List<String> subjectsAbout(HeardEvents heard) {
        return Mailbox.mailsTo("supervisor@gongdan.example").stream().map(Mail::subject).filter(subject -> subject.contains(heard.number))
                .toList();
    }
}
