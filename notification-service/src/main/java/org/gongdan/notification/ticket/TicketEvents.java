package org.gongdan.notification.ticket;

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
import org.gongdan.notification.webhook.Webhooks;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What we hear from ticket-service: who reported a fault is told that it was noted, with its number (R47); webhooks hear the
 * rest as well.
 */
@ApplicationScoped
class TicketEvents {

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final Duration usefulFor;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Notifications notifications, Webhooks webhooks, @ConfigProperty(name = "gongdan.notification.useful-for") Duration usefulFor) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.usefulFor = usefulFor;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(TicketOpened.class, this::opened)
                .on(TicketResolved.class, webhooks::hear)
                .on(TicketReopened.class, webhooks::hear)
                .on(TicketClosed.class, webhooks::hear)
                .on(TicketCancelled.class, webhooks::hear);
    }

    record TicketOpened(UUID ticketId, UUID customerId, UUID contactId, String number, String summary, Instant openedAt) {
    }

    record TicketResolved(UUID ticketId) {
    }

    record TicketReopened(UUID ticketId) {
    }

    record TicketClosed(UUID ticketId) {
    }

    record TicketCancelled(UUID ticketId) {
    }

    private Uni<Void> opened(Mutiny.Session session, Received<TicketOpened> event) {
        TicketOpened ticket = event.fact();
        return Sql.update(session, "insert into ticket (id, customer_id, contact_id, number, summary) values ($1, $2, $3, $4, $5) on conflict (id) do nothing",
                ticket.ticketId(), ticket.customerId(), ticket.contactId(), ticket.number(), ticket.summary())
                .chain(() -> notifications.ticketIsKnown(session, ticket.ticketId()))
                .chain(() -> confirm(session, event.envelope().id(), ticket))
                .chain(() -> webhooks.hear(session, event));
    }

    /** A report without a contact (an alert, a patrol) has nobody to thank. */
    private Uni<Void> confirm(Mutiny.Session session, UUID eventId, TicketOpened ticket) {
        return ticket.contactId() == null ? Uni.createFrom().voidItem()
                : notifications.tell(session, eventId, new Notice(Template.TICKET_OPENED, ticket.customerId(), ticket.ticketId(), ticket.contactId(),
                        ticket.openedAt().plus(usefulFor), Map.of()));
    }
}
