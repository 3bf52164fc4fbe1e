package org.gongdan.sla.roster;

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
import org.gongdan.sla.hearing.Promises;
import org.gongdan.sla.promise.SubjectKind;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What dispatch-service tells of the duty roster: who is on duty, and what promises.yaml says of the hand-over of a shift. */
@ApplicationScoped
@Startup
class RosterEvents {

    private final Roster roster;
    private final Promises promises;
    private final Consumer consumer;

    RosterEvents(Inbox inbox, Roster roster, Promises promises) {
        this.roster = roster;
        this.promises = promises;
        this.consumer = inbox.consumer("roster-events", handlers());
    }

    @Incoming("roster-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(ShiftPublished.class, (work, event) -> publish(work, event.fact()).chain(() -> hear(work, event)))
                .on(ShiftSwapped.class,
                        (work, event) -> roster.swap(work, event.fact().shiftId(), event.fact().person()).chain(() -> hear(work, event)))
                .on(ShiftWithdrawn.class,
                        (work, event) -> roster.withdraw(work, event.fact().shiftId(), event.fact().at()).chain(() -> hear(work, event)))
                .on(ShiftEnded.class, this::hear)
                .on(HandoverWritten.class, this::hear)
                .on(HandoverAccepted.class, this::hear)
                .on(HandoverRefused.class, this::hear);
    }

    private Uni<Void> publish(Work work, ShiftPublished shift) {
        return roster.publish(work, shift.shiftId(), shift.duty(), shift.person(), shift.startsAt(), shift.endsAt());
    }

    private Uni<Void> hear(Work work, Received<?> event) {
        return promises.hear(work, SubjectKind.SHIFT, event);
    }

    record ShiftPublished(UUID shiftId, String duty, String person, Instant startsAt, Instant endsAt) {
    }

    record ShiftSwapped(UUID shiftId, String person) {
    }

    record ShiftWithdrawn(UUID shiftId, Instant at) {
    }

    record ShiftEnded() {
    }

    record HandoverWritten() {
    }

    record HandoverAccepted() {
    }

    record HandoverRefused() {
    }
}
