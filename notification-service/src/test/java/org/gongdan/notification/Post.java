package org.gongdan.notification;

import static org.awaitility.Awaitility.await;
import static org.gongdan.notification.HeardEvents.aTicket;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gongdan.notification.Mailbox.Mail;
import org.gongdan.testing.Topics;

/** What is waited for: a letter, or the news that there will be none. */
final class Post {

    private Post() {
    }

    static Mail onlyMailTo(String address) {
        await().untilAsserted(() -> assertEquals(1, Mailbox.mailsTo(address).size()));
        return Mailbox.mailsTo(address).getFirst();
    }

    /** The newest of so many. */
    static Mail lastOf(int mails, String address) {
        await().untilAsserted(() -> assertEquals(mails, Mailbox.mailsTo(address).size()));
        return Mailbox.mailsTo(address).getLast();
    }

    /** Everything sent to the service before this call has been handled once the service has sent this one. */
    static void everythingBeforeArrives() {
        HeardEvents other = aTicket();
        other.contactChanged();
        other.ticketOpened();
        onlyMailTo(other.email);
    }

    static Topics.Event failure(HeardEvents heard) {
        return Topics.shared().await("notification-events",
                it -> "NotificationFailed.v1".equals(it.type()) && heard.ticket.toString().equals(it.text("ticketId")));
    }
}
