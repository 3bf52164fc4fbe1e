package org.gongdan.sla.compensation;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** What others hear of compensation: amounts as decimal text, months as 2026-11. */
@Topic("sla-events")
public sealed interface CompensationEvent extends Fact {

    UUID compensationId();

    @Override
    default UUID subject() {
        return compensationId();
    }

    /** A manager approved it. Ticket and clock are absent when it is for a month's attainment. */
    record CompensationOwed(UUID compensationId, UUID customerId, String agreement, int agreementVersion, String month, String kind,
            String priority,
            UUID clockId, UUID ticketId, String amount, String currency, Instant approvedAt) implements CompensationEvent {
    }

    /** What was approved is not owed after all: a fact told late shows that the promise was not broken. */
    record CompensationWithdrawn(UUID compensationId, UUID customerId, String month, UUID clockId, UUID ticketId, String amount,
            String currency,
            Instant at) implements CompensationEvent {
    }
}
