package org.gongdan.notification.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Tx;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What we hear from ticket-service: who reported a fault is told that it was noted, with its number (R47); webhooks hear the
 * rest as well.
 */
@ApplicationScoped
class TicketEvents {

    private static final AppendTable TICKET = AppendTable.of("ticket", "id", "uuid", "customer_id", "uuid", "contact_id", "uuid", "number", "text",
            "summary", "text").once();

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
                .onAll(TicketOpened.class, this::opened)
                .on(TicketResolved.class, webhooks::hear)
                .on(TicketReopened.class, webhooks::hear)
                .on(TicketClosed.class, webhooks::hear)
                .on(TicketClosedV2.class, webhooks::hear)
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

    record TicketClosedV2(UUID ticketId) {
    }

    record TicketCancelled(UUID ticketId) {
    }

    private Uni<Void> opened(Mutiny.Session session, List<Received<TicketOpened>> events) {
        for (Received<TicketOpened> event : events) {
            TicketOpened ticket = event.fact();
            Tx.append(TICKET, ticket.ticketId(), ticket.customerId(), ticket.contactId(), ticket.number(), ticket.summary());
            confirm(event.envelope().id(), ticket);
        }
        return notifications.ticketsAreKnown(session, events.stream().map(event -> event.fact().ticketId()).toList())
                .chain(() -> webhooks.hear(session, events));
    }

    /** A report without a contact (an alert, a patrol) has nobody to thank. */
    private void confirm(UUID eventId, TicketOpened ticket) {
        if (ticket.contactId() != null) {
            notifications.tell(eventId, new Notice(Template.TICKET_OPENED, ticket.customerId(), ticket.ticketId(), ticket.contactId(),
                    ticket.openedAt().plus(usefulFor), Map.of()));
        }
    }
}
