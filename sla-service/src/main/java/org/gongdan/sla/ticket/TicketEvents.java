package org.gongdan.sla.ticket;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.agreement.Priorities;
import org.gongdan.sla.hearing.Promises;
import org.gongdan.sla.promise.SubjectKind;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/**
 * Everything ticket-service tells of a ticket; promises.yaml says what it means to promises. Records are names only as far as fields are
 * read by the names in the data.
 */
@ApplicationScoped
@Startup
class TicketEvents {

    private final Promises promises;
    private final Priorities priorities;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Promises promises, Priorities priorities) {
        this.promises = promises;
        this.priorities = priorities;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .onAll(TicketOpened.class, (work, events) -> promises.hearAll(work, SubjectKind.TICKET, events))
                .on(TicketAcknowledged.class, this::hear)
                .on(TicketAssigned.class, this::hear)
                .on(PhoneFixAttempted.class, this::hear)
                .on(RemoteSessionEnded.class, this::hear)
                .on(VisitRequested.class, this::hear)
                .on(TicketPrioritized.class,
                        (work, event) -> priorities.change(work, event.fact().ticketId(), event.fact().priority(), event.fact().at(),
                                event.envelope().sequence(), event.envelope().id()).chain(() -> hear(work, event)))
                .on(TicketWaiting.class, this::hear)
                .on(TicketResumed.class, this::hear)
                .on(ExtensionAgreed.class, this::hear)
                .on(ExtensionAgreedV2.class, this::hear)
                .on(TicketResolved.class, this::hear)
                .on(TicketReopened.class, this::hear)
                .on(TicketClosed.class, this::hear)
                .on(TicketClosedV2.class, this::hear)
                .on(TicketCancelled.class, this::hear)
                .on(CallbackPromised.class, this::hear)
                .on(CustomerContacted.class, this::hear)
                .on(CustomerContactedV2.class, this::hear)
                .on(MessageSent.class, this::hear)
                .on(TicketHandedOver.class, this::hear)
                .on(HandOverAccepted.class, this::hear)
                .on(HandOverRefused.class, this::hear)
                .on(SurveyAnswered.class, this::hear);
    }

    private Uni<Void> hear(Work work, Received<?> event) {
        return promises.hear(work, SubjectKind.TICKET, event);
    }

    record TicketOpened() {
    }

    record TicketAcknowledged() {
    }

    record TicketAssigned() {
    }

    record PhoneFixAttempted() {
    }

    record RemoteSessionEnded() {
    }

    record VisitRequested() {
    }

    record TicketPrioritized(UUID ticketId, String priority, Instant at) {
    }

    record TicketWaiting() {
    }

    record TicketResumed() {
    }

    record ExtensionAgreed() {
    }

    record ExtensionAgreedV2() {
    }

    record TicketResolved() {
    }

    record TicketReopened() {
    }

    record TicketClosed() {
    }

    record TicketClosedV2() {
    }

    record TicketCancelled() {
    }

    record CallbackPromised() {
    }

    record CustomerContacted() {
    }

    record CustomerContactedV2() {
    }

    record MessageSent() {
    }

    record TicketHandedOver() {
    }

    record HandOverAccepted() {
    }

    record HandOverRefused() {
    }

    record SurveyAnswered() {
    }
}
