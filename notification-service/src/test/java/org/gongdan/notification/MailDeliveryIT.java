package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Letters leave once, in time and in order, whatever is late, away or unusable. */
@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class MailDeliveryIT {

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
    void repeatedEventMakesOneMail() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        UUID event = heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        Topics.shared().send("ticket-events", event, "TicketOpened.v1", heard.ticket, 0, heard.customer, EventJson.write(heard.opened()));

        // Then
        Post.everythingBeforeArrives();
        assertEquals(1, Mailbox.mailsTo(heard.email).size());
    }

    @Test
    void messageWaitsForAContactThatArrivesLate() {
        // Given
        HeardEvents heard = aTicket();
        heard.ticketOpened();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().untilAsserted(
                () -> assertEquals("2", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.contactChanged();

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
    }

    @Test
    void messageWaitsForATicketThatArrivesLate() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.ticketOpened();

        // Then
        await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size()));
    }

    @Test
    void manyMessagesWaitForTicketsThatArriveLate() {
        // Given
        List<HeardEvents> many = Stream.generate(HeardEvents::aTicket).limit(15).toList();
        many.forEach(HeardEvents::contactChanged);
        many.forEach(heard -> heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS)));
        UUID[] tickets = many.stream().map(heard -> heard.ticket).toArray(UUID[]::new);
        await().untilAsserted(() -> assertEquals("15",
                Rows.one("select count(*) from notification where ticket_id = any(?) and waiting and claim is null", (Object) tickets)));

        // When
        many.forEach(HeardEvents::ticketOpened);

        // Then
        many.forEach(
                heard -> await().untilAsserted(() -> assertEquals(2, Mailbox.mailsTo(heard.email).size())));
    }

    @Test
    void theLongerAMessageHasWaitedTheRarerItIsLookedAt() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.promiseMade("RESOLUTION_24H", heard.now.plus(1, DAYS));
        await().untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        Rows.one("update notification set created_at = now() - interval '1 hour', next_try_at = now() where ticket_id = ? returning id",
                heard.ticket);

        // Then
        await().untilAsserted(() -> assertEquals("t", Rows.one(
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
        await()
                .untilAsserted(() -> assertNotEquals("0", Rows.one("select attempts from notification where ticket_id = ?", heard.ticket)));

        // When
        Mailbox.open();

        // Then
        Post.onlyMailTo(heard.email);
        assertNull(Rows.one("select error from notification where ticket_id = ? and status = 'SENT'", heard.ticket));
    }

    @Test
    void mailThatADeadProcessHeldLeavesAfterItsLease() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        String id = Post.onlyMailTo(heard.email).messageId();
        await().untilAsserted(() -> assertEquals("SENT", Rows.one("select status from notification where ticket_id = ?", heard.ticket)));

        // When
        Rows.one(
                "update notification set status = 'PENDING', claim = gen_random_uuid(), next_try_at = now() + interval '2 seconds' "
                        + "where ticket_id = ? returning id",
                heard.ticket);

        // Then
        await()
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
        assertEquals("EXPIRED", Post.failure(heard).text("reason"));
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
        assertEquals("NO_ADDRESS", Post.failure(heard).text("reason"));
    }

    @Test
    void unusableAddressFailsAtOnceAndHoldsNobodyUp() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged("not an address, at all");

        // When
        heard.ticketOpened();

        // Then
        assertEquals("REFUSED", Post.failure(heard).text("reason"));
        Post.everythingBeforeArrives();
    }

    @Test
    void tombstoneErasesTheContactAndWhatWasSentToIt() {
        // Given
        HeardEvents heard = aTicket();
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);
        await().untilAsserted(
                () -> assertEquals(heard.email, Rows.one("select recipient from notification where ticket_id = ?", heard.ticket)));

        // When
        heard.contactErased();

        // Then
        await()
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
        await().untilAsserted(
                () -> assertEquals("1", Rows.one("select count(*) from notification where ticket_id = ? and waiting", heard.ticket)));

        // When
        heard.contactErased();

        // Then
        assertEquals("ERASED", Post.failure(heard).text("reason"));
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
        Post.onlyMailTo(heard.email);
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
        await()
                .untilAsserted(() -> assertEquals("1", Rows.one("select count(*) from inbox_parked where subject = ?", heard.ticket)));
    }
}
