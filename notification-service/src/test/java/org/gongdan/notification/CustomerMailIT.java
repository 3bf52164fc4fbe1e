package org.gongdan.notification;

import static org.gongdan.notification.HeardEvents.aTicketOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is written to a customer as a whole, and to whom of his. */
@QuarkusTest
@QuarkusTestResource(WithMailServer.class)
class CustomerMailIT {

    private final UUID customer = UUID.randomUUID();

    @BeforeEach
    void openMailbox() {
        Mailbox.open();
        HeardEvents.kindDescribed("RESOLUTION_24H", "24小时内解决");
    }

    @AfterEach
    void closeMailbox() {
        Mailbox.close();
    }

    @Test
    void aReleasedReportIsToldToTheFirstContactThatCanBeReached() throws Exception {
        // Given
        List<HeardEvents> contacts = Stream.generate(() -> aTicketOf(customer)).limit(4)
                .sorted(Comparator.comparing(heard -> heard.contact.toString())).toList();
        UUID report = UUID.randomUUID();
        contacts.get(0).contactChanged(null);
        contacts.get(1).contactChanged();
        contacts.get(1).contactWithdrawn();
        contacts.get(2).contactChanged();
        contacts.get(3).contactChanged();
        contacts.get(0).customerRegistered("旺角便利店");
        Awaitility.await().until(() -> Rows.one("select concat((select count(*) from contact where customer_id = ?), "
                + "(select count(*) from contact_withdrawn where id = ?))", customer, contacts.get(1).contact).equals("41"));

        // When
        contacts.get(0).reportReleased(report);

        // Then
        Mail mail = Post.onlyMailTo(contacts.get(2).email);
        assertEquals("【服务月报】2026年10月", mail.subject());
        assertTrue(mail.body().contains("旺角便利店 2026年10月的服务月报") && mail.body().contains("/reports/monthly/" + report + "\n"), mail.body());
        assertEquals(List.of(), Mailbox.mailsTo(contacts.get(1).email));
        assertEquals(List.of(), Mailbox.mailsTo(contacts.get(3).email));
    }

    @Test
    void compensationIsToldWhenItIsApprovedAndWhenItIsWithdrawn() {
        // Given
        HeardEvents heard = aTicketOf(customer);
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);

        // When
        heard.compensation("CompensationOwed.v1");
        Mail owed = Post.lastOf(2, heard.email);
        heard.compensation("CompensationWithdrawn.v1");
        Mail withdrawn = Post.lastOf(3, heard.email);

        // Then
        assertEquals("【服务补偿】2026年10月 ¥500.00", owed.subject());
        assertTrue(owed.body().contains("未兑现的承诺：24小时内解决") && owed.body().contains(heard.number), owed.body());
        assertEquals("【更正：服务补偿】2026年10月 ¥500.00", withdrawn.subject());
    }

    @Test
    void allThatIsApprovedOfAMonthIsOneLetter() {
        // Given
        HeardEvents heard = aTicketOf(customer);
        heard.contactChanged();
        heard.ticketOpened();
        Post.onlyMailTo(heard.email);
        UUID mistaken = UUID.randomUUID();

        // When
        heard.compensation("CompensationOwed.v1");
        heard.compensation("CompensationOwed.v1", mistaken);
        heard.compensation("CompensationOwed.v1");
        heard.compensation("CompensationWithdrawn.v1", mistaken);
        Mail owed = Post.lastOf(2, heard.email);

        // Then
        assertEquals("【服务补偿】2026年10月 ¥1,000.00", owed.subject());
        assertEquals(3, owed.body().split("未兑现的承诺：24小时内解决", -1).length, owed.body());
        assertEquals("0", Rows.one("select count(*) from notification where customer_id = ? and status = 'PENDING'", customer));
    }

    @Test
    void aCustomerWhoseContactsHaveNoMailIsNotTold() {
        // Given
        HeardEvents heard = aTicketOf(customer);

        // When
        heard.reportReleased(UUID.randomUUID());

        // Then
        assertEquals("NO_CONTACT", Topics.shared().await("notification-events",
                it -> "NotificationFailed.v1".equals(it.type()) && customer.toString().equals(it.text("customerId"))).text("reason"));
    }
}
