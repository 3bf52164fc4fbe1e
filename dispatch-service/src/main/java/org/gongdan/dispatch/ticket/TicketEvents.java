package org.gongdan.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.dispatch.Visit;
import org.gongdan.dispatch.Visits;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.problem.DomainException.Rejected;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/**
 * What we hear of tickets: visits are ordered there, and a ticket that has ended needs none any more. A resolved ticket is no end: it may
 * have been the visit that resolved it, or be reopened.
 */
@ApplicationScoped
@Startup
class TicketEvents {

    private final Visits visits;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Visits visits) {
        this.visits = visits;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(VisitRequested.class, (work, event) -> visits.order(work, event.fact().order()))
                .on(TicketCancelled.class, (work, event) -> visits.callOff(work, event.fact().ticketId(), event.fact().why()))
                .on(TicketClosed.class, (work, event) -> visits.callOff(work, event.fact().ticketId(), "ticket closed"))
                .on(TicketClosedV2.class, (work, event) -> visits.callOff(work, event.fact().ticketId(), "ticket closed"));
    }

    record VisitRequested(UUID ticketId, UUID customerId, String number, UUID siteId, UUID contactId, String product, String summary,
            String symptom, String need, String skipReason, Instant preferredFrom, Instant preferredTo) {

        Visit.Order order() {
            if (ticketId == null || customerId == null || number == null) {
                throw new Rejected("visit-order-incomplete");
            }
            return new Visit.Order(ticketId, number, customerId, siteId, contactId, new Visit.Fault(product, summary, symptom), need,
                    skipReason,
                    preferredFrom, preferredTo);
        }
    }

    record TicketCancelled(UUID ticketId, String reason) {

        String why() {
            return reason == null ? "ticket cancelled" : reason;
        }
    }

    record TicketClosed(UUID ticketId) {
    }

    record TicketClosedV2(UUID ticketId) {
    }
}
