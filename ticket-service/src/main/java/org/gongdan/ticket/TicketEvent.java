package org.gongdan.ticket;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear about tickets. */
@Topic("ticket-events")
public sealed interface TicketEvent extends Fact {

    UUID ticketId();

    @Override
    default UUID subject() {
        return ticketId();
    }

    record TicketOpened(UUID ticketId, UUID customerId, String number, UUID siteId, UUID contactId, UUID productId, String product,
            Channel channel, Source source, Matter matter, String summary, String symptom, Level impact, Level urgency, Priority priority,
            Instant openedAt, String openedBy, Instant expectedBy) implements TicketEvent {
    }

    record TicketAcknowledged(UUID ticketId, UUID customerId, Instant at, String by) implements TicketEvent {
    }

    record TicketAssigned(UUID ticketId, UUID customerId, String assignee, Instant at, String by) implements TicketEvent {
    }

    record PhoneFixAttempted(UUID ticketId, UUID customerId, Instant at, String by, boolean succeeded, UUID articleId,
            String steps) implements TicketEvent {
    }

    record RemoteSessionEnded(UUID ticketId, UUID customerId, UUID sessionId, Instant startedAt, Instant endedAt, boolean succeeded,
            int steps) implements TicketEvent {
    }

    record VisitRequested(UUID ticketId, UUID customerId, String number, UUID siteId, UUID contactId, String need, String skipReason,
            Instant preferredFrom, Instant preferredTo, Instant at, String by) implements TicketEvent {
    }

    /** Impact and urgency stay as they were reported; somebody decided otherwise. */
    record TicketPrioritized(UUID ticketId, UUID customerId, Priority priority, Priority previousPriority, String reason, Instant at, String by) implements TicketEvent {
    }

    record TicketWaiting(UUID ticketId, UUID customerId, WaitReason reason, String evidence, Instant at) implements TicketEvent {
    }

    record TicketResumed(UUID ticketId, UUID customerId, Instant at) implements TicketEvent {
    }

    record ExtensionAgreed(UUID ticketId, UUID customerId, String plan, Instant newTime, String consentBy, Instant consentAt,
            Instant at) implements TicketEvent {
    }

    record TicketResolved(UUID ticketId, UUID customerId, String number, String product, String summary, String symptom, String category,
            String cause, String fix, Method method, UUID articleId, Instant resolvedAt, String resolvedBy) implements TicketEvent {
    }

    record TicketReopened(UUID ticketId, UUID customerId, String reason, Instant at) implements TicketEvent {
    }

    record TicketClosed(UUID ticketId, UUID customerId, Instant closedAt, String confirmedBy) implements TicketEvent {
    }

    record TicketCancelled(UUID ticketId, UUID customerId, String reason, Instant at) implements TicketEvent {
    }

    record SurveyAnswered(UUID ticketId, UUID customerId, Map<String, Integer> scores, String comment, Instant at) implements TicketEvent {
    }

    /** @param words what the customer was told. @param explanation why the answer promised before did not come by then; null when none was due */
    record CallbackPromised(UUID ticketId, UUID customerId, UUID contactId, Instant dueAt, String words, String explanation, Instant at,
            String by) implements TicketEvent {
    }

    /** @param answersCallback it is the answer that was promised */
    record CustomerContacted(UUID ticketId, UUID customerId, UUID contactId, ContactChannel channel, String said, boolean answersCallback, Instant at,
            String by) implements TicketEvent {
    }

    record TicketHandedOver(UUID ticketId, UUID customerId, String to, String reason, Instant at, String by) implements TicketEvent {
    }

    record HandOverAccepted(UUID ticketId, UUID customerId, String to, Instant at, String by) implements TicketEvent {
    }

    record HandOverRefused(UUID ticketId, UUID customerId, String to, String reason, Instant at, String by) implements TicketEvent {
    }
}
