package org.gongdan.sla.visit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.hearing.Promises;
import org.gongdan.sla.promise.SubjectKind;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/**
 * Everything dispatch-service tells of a visit; promises.yaml says what it means to promises. The records are names only: fields are read
 * by the names in the data.
 */
@ApplicationScoped
@Startup
class VisitEvents {

    private final Promises promises;
    private final Consumer consumer;

    VisitEvents(Inbox inbox, Promises promises) {
        this.promises = promises;
        this.consumer = inbox.consumer("visit-events", handlers());
    }

    @Incoming("visit-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(VisitOrdered.class, this::hear)
                .on(VisitScheduled.class, this::hear)
                .on(VisitScheduledV2.class, this::hear)
                .on(VisitAccepted.class, this::hear)
                .on(VisitDeclined.class, this::hear)
                .on(VisitRescheduled.class, this::hear)
                .on(VisitRescheduledV2.class, this::hear)
                .on(VisitDelayed.class, this::hear)
                .on(EngineerDeparted.class, this::hear)
                .on(VisitStarted.class, this::hear)
                .on(CustomerAbsent.class, this::hear)
                .on(VisitRefused.class, this::hear)
                .on(VisitCompleted.class, this::hear)
                .on(SignatureRequested.class, this::hear)
                .on(VisitSigned.class, this::hear)
                .on(OrderSubmitted.class, this::hear)
                .on(VisitCancelled.class, this::hear);
    }

    private Uni<Void> hear(Work work, Received<?> event) {
        return promises.hear(work, SubjectKind.VISIT, event);
    }

    record VisitOrdered() {
    }

    record VisitScheduled() {
    }

    record VisitScheduledV2() {
    }

    record VisitAccepted() {
    }

    record VisitDeclined() {
    }

    record VisitRescheduled() {
    }

    record VisitRescheduledV2() {
    }

    record VisitDelayed() {
    }

    record EngineerDeparted() {
    }

    record VisitStarted() {
    }

    record CustomerAbsent() {
    }

    record VisitRefused() {
    }

    record VisitCompleted() {
    }

    record SignatureRequested() {
    }

    record VisitSigned() {
    }

    record OrderSubmitted() {
    }

    record VisitCancelled() {
    }
}
