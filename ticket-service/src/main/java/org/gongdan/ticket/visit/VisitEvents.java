package org.gongdan.ticket.visit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.Ticket;
import org.gongdan.ticket.Tickets;
import org.gongdan.ticket.story.Story;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from dispatch-service: it tells the customer's story, and a visit that is called off gives the ticket back to the desk. */
@ApplicationScoped
@Startup
class VisitEvents {

    private static final Sql VISIT = Sql.of("update ticket set visit_id = :visit, visit_status = :status where id = :ticket");

    private final Tickets tickets;
    private final Story story;
    private final Consumer consumer;

    VisitEvents(Inbox inbox, Tickets tickets, Story story) {
        this.tickets = tickets;
        this.story = story;
        this.consumer = inbox.consumer("visit-events", handlers());
    }

    @Incoming("visit-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(VisitOrdered.class, (work, event) -> visit(work, event, "ORDERED"))
                .on(VisitScheduled.class, (work, event) -> visit(work, event, "SCHEDULED"))
                .on(VisitScheduledV2.class, (work, event) -> visit(work, event, "SCHEDULED"))
                .on(VisitAccepted.class, (work, event) -> visit(work, event, "ACCEPTED"))
                .on(VisitDeclined.class, (work, event) -> visit(work, event, "ORDERED"))
                .on(VisitRescheduled.class, (work, event) -> visit(work, event, "SCHEDULED"))
                .on(VisitRescheduledV2.class, (work, event) -> visit(work, event, "SCHEDULED"))
                .on(VisitDelayed.class, (work, event) -> visit(work, event, "DELAYED"))
                .on(EngineerDeparted.class, (work, event) -> visit(work, event, "DEPARTED"))
                .on(VisitStarted.class, (work, event) -> visit(work, event, "STARTED"))
                .on(CustomerAbsent.class, (work, event) -> visit(work, event, "ABSENT"))
                .on(VisitRefused.class, (work, event) -> visit(work, event, "REFUSED"))
                .on(VisitCompleted.class, (work, event) -> visit(work, event, "COMPLETED"))
                .on(VisitSigned.class, (work, event) -> visit(work, event, "SIGNED"))
                .on(OrderSubmitted.class, (work, event) -> visit(work, event, "SUBMITTED"))
                .on(VisitCancelled.class, (work, event) -> visit(work, event, "CANCELLED")
                        .chain(() -> tickets.adjust(work, event.fact().ticketId(), Ticket::visitCalledOff)));
    }

    private Uni<Void> visit(Work work, Received<? extends OfVisit> event, String status) {
        return VISIT.with("ticket", event.fact().ticketId()).with("visit", event.fact().visitId()).with("status", status).update(work)
                .invoke(() -> story.addHeard(work, event.fact().ticketId(), event)).replaceWithVoid();
    }

    /** Only what we read; the whole body goes into the story as it came. */
    interface OfVisit {
        UUID ticketId();

        UUID visitId();
    }

    record VisitOrdered(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitScheduled(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitScheduledV2(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitAccepted(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitDeclined(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitRescheduled(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitRescheduledV2(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitDelayed(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record EngineerDeparted(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitStarted(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record CustomerAbsent(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitRefused(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitCompleted(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitSigned(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record OrderSubmitted(UUID ticketId, UUID visitId) implements OfVisit {
    }

    record VisitCancelled(UUID ticketId, UUID visitId) implements OfVisit {
    }
}
