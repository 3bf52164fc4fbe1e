package org.gongdan.notification.signature;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.notification.Notice;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Template;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** One-time links by which a contact signs for a visit; the contact alone gets to see them. */
@ApplicationScoped
@Startup
class SignatureLinks {

    private static final Sql TICKET = Sql.of("select ticket_id from visit where id = :visit");

    private final Notifications notifications;
    private final Consumer consumer;

    SignatureLinks(Inbox inbox, Notifications notifications) {
        this.notifications = notifications;
        this.consumer = inbox.consumer("signature-links", new Handlers().on(SignatureLinkIssued.class, this::issued));
    }

    @Incoming("signature-links")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    record SignatureLinkIssued(UUID contactId, UUID customerId, UUID visitId, String url, Instant expiresAt) {
    }

    private Uni<Void> issued(Work work, Received<SignatureLinkIssued> event) {
        SignatureLinkIssued link = event.fact();
        if (link == null) {
            return Uni.createFrom().voidItem();
        }
        return TICKET.with("visit", link.visitId()).row(work)
                .invoke(visit -> notifications.tell(work, event.envelope().id(),
                        new Notice(Template.SIGNATURE_LINK, link.customerId(), visit == null ? null : visit.id("ticket_id"),
                                link.contactId(), link.expiresAt(),
                                Map.of("visitId", link.visitId(), "url", link.url(), "expiresAt", link.expiresAt()))))
                .replaceWithVoid();
    }
}
