package org.gongdan.notification.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.notification.Notice;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Template;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** Links by which a contact says, without an account, whether a fault is gone; the contact alone gets to see them. */
@ApplicationScoped
@Startup
class AnswerLinks {

    private final Notifications notifications;
    private final Duration usefulFor;
    private final Consumer consumer;

    AnswerLinks(Inbox inbox, Notifications notifications, @ConfigProperty(name = "gongdan.notification.useful-for") Duration usefulFor) {
        this.notifications = notifications;
        this.usefulFor = usefulFor;
        this.consumer = inbox.consumer("answer-links", new Handlers().on(AnswerLinkIssued.class, this::issued));
    }

    @Incoming("answer-links")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    record AnswerLinkIssued(UUID contactId, UUID customerId, UUID ticketId, String method, String url, Instant expiresAt, Boolean rated) {
    }

    /** It is a step of the ticket, told after those before it. */
    private Uni<Void> issued(Work work, Received<AnswerLinkIssued> event) {
        AnswerLinkIssued link = event.fact();
        if (link != null) {
            notifications.tellStep(work, event.envelope().id(), event.envelope().sequence(),
                    new Notice(Template.TICKET_RESOLVED, link.customerId(), link.ticketId(), link.contactId(),
                            event.envelope().time().plus(usefulFor),
                            Map.of("method", link.method(), "url", link.url(), "rated", Boolean.TRUE.equals(link.rated()))));
        }
        return Uni.createFrom().voidItem();
    }
}
