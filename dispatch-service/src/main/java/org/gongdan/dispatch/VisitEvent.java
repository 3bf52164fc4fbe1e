package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear about visits. */
@Topic("visit-events")
public sealed interface VisitEvent extends Fact {

    UUID visitId();

    @Override
    default UUID subject() {
        return visitId();
    }

    record VisitOrdered(UUID visitId, UUID ticketId, UUID customerId, String number, List<String> missing,
            Instant at) implements VisitEvent {
    }

    /** What the engineer is called is told by {@code EngineerChanged}. */
    record VisitScheduledV2(UUID visitId, UUID ticketId, UUID customerId, String number, UUID contactId, UUID engineerId,
            Instant windowStart,
            Instant windowEnd, Instant at) implements VisitEvent {
    }

    record VisitAccepted(UUID visitId, UUID ticketId, UUID customerId, UUID engineerId, Instant at) implements VisitEvent {
    }

    record VisitDeclined(UUID visitId, UUID ticketId, UUID customerId, UUID engineerId, String reason, Instant at) implements VisitEvent {
    }

    /** Who of the customer agreed stays here. */
    record VisitRescheduledV2(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, UUID engineerId, Instant previousStart,
            Instant previousEnd,
            Instant windowStart, Instant windowEnd, String reason, Instant at) implements VisitEvent {
    }

    /** @param noticeAt when the customer was told; sla-service judges whether that was early enough (R83, R87, R88) */
    record VisitDelayed(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, UUID engineerId, Instant previousStart,
            Instant previousEnd,
            Instant windowStart, Instant windowEnd, DelayReason reason, Instant noticeAt, Instant at) implements VisitEvent {
    }

    record EngineerDeparted(UUID visitId, UUID ticketId, UUID customerId, UUID engineerId, Instant at) implements VisitEvent {
    }

    record VisitStarted(UUID visitId, UUID ticketId, UUID customerId, UUID engineerId, Instant windowStart, Instant arrivedAt,
            Punctuality punctuality) implements VisitEvent {
    }

    record CustomerAbsent(UUID visitId, UUID ticketId, UUID customerId, String note, Instant at) implements VisitEvent {
    }

    record VisitRefused(UUID visitId, UUID ticketId, UUID customerId, String reason, Instant at) implements VisitEvent {
    }

    record VisitCompleted(UUID visitId, UUID ticketId, UUID customerId, UUID engineerId, Outcome outcome, String work, String cause,
            String fix,
            Instant at) implements VisitEvent {
    }

    record SignatureRequested(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, Instant expiresAt,
            Instant at) implements VisitEvent {
    }

    record VisitSigned(UUID visitId, UUID ticketId, UUID customerId, String documentHash, Instant at) implements VisitEvent {
    }

    /** The signed order was handed in, complete. */
    record OrderSubmitted(UUID visitId, UUID ticketId, UUID customerId, String number, UUID engineerId, Instant completedAt,
            Instant at) implements VisitEvent {
    }

    record VisitCancelled(UUID visitId, UUID ticketId, UUID customerId, String reason, Instant at) implements VisitEvent {
    }
}
