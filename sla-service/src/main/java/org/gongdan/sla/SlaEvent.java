package org.gongdan.sla;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear about promises. */
@Topic("sla-events")
public sealed interface SlaEvent extends Fact {

    UUID clockId();

    @Override
    default UUID subject() {
        return clockId();
    }

    record PromiseMade(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, ClockKind kind, Instant dueAt, Instant madeAt) implements SlaEvent {
    }

    record SlaWarned(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, ClockKind kind, Instant dueAt, int percent, Instant at) implements SlaEvent {
    }

    record SlaBreached(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, ClockKind kind, Instant dueAt, Instant breachedAt) implements SlaEvent {
    }

    record SlaMet(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, ClockKind kind, Instant dueAt, Instant metAt) implements SlaEvent {
    }

    /** The due time of an open promise is another one now. @param cause why */
    record SlaExtended(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, ClockKind kind, Instant dueAt, Instant previousDueAt, Cause cause,
            Instant at) implements SlaEvent {
    }

    enum Cause {
        /** The customer agreed to a new time. */
        AGREED,
        /** Waiting for the customer did not count. */
        PAUSED,
        /** The time between the fix and its failing did not count. */
        REOPENED,
        /** The visit has another window. */
        RESCHEDULED
    }
}
