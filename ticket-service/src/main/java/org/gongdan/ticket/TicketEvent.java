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

    /** @param openedBy user name of ours or of an integrating system; of a customer's person the id of his account */
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

    /** @param product what it is called. @param symptom as it was told */
    record VisitRequested(UUID ticketId, UUID customerId, String number, UUID siteId, UUID contactId, String product, String summary,
            String symptom, String need, String skipReason, Instant preferredFrom, Instant preferredTo, Instant at,
            String by) implements TicketEvent {
    }

    /** Impact and urgency stay as they were reported; somebody decided otherwise. */
    record TicketPrioritized(UUID ticketId, UUID customerId, Priority priority, Priority previousPriority, String reason, Instant at,
            String by) implements TicketEvent {
    }

    record TicketWaiting(UUID ticketId, UUID customerId, WaitReason reason, String evidence, Instant at) implements TicketEvent {
    }

    record TicketResumed(UUID ticketId, UUID customerId, Instant at) implements TicketEvent {
    }

    /** Who of the customer agreed is no business of other services: the ticket's story knows. */
    record ExtensionAgreedV2(UUID ticketId, UUID customerId, String plan, Instant newTime, Instant consentAt,
            Instant at) implements TicketEvent {
    }

    /** @param asked whether the contact gets a link by which he says that the fault is gone ({@code AnswerLinkIssued}): true, or null */
    record TicketResolved(UUID ticketId, UUID customerId, String number, String product, String summary, String symptom, String category,
            String cause, String fix, Method method, UUID articleId, Instant resolvedAt, String resolvedBy,
            Boolean asked) implements TicketEvent {
    }

    /** @param byCustomer whether the customer did it himself, or his system */
    record TicketReopened(UUID ticketId, UUID customerId, String reason, Instant at, boolean byCustomer) implements TicketEvent {
    }

    /** @param byCustomer he confirmed the fix himself; otherwise an agent wrote down who of the customer did */
    record TicketClosedV2(UUID ticketId, UUID customerId, Instant closedAt, boolean byCustomer) implements TicketEvent {
    }

    /** @param byCustomer whether the customer did it himself, or his system */
    record TicketCancelled(UUID ticketId, UUID customerId, String reason, Instant at, boolean byCustomer) implements TicketEvent {
    }

    /** What he wrote beside his scores stays here. */
    record SurveyAnswered(UUID ticketId, UUID customerId, Map<String, Integer> scores, Instant at) implements TicketEvent {
    }

    /** @param words what the customer was told. @param explanation why the answer promised before did not come by then; null when none was due */
    record CallbackPromised(UUID ticketId, UUID customerId, UUID contactId, Instant dueAt, String words, String explanation, Instant at,
            String by) implements TicketEvent {
    }

    /** @param answersCallback it is the answer that was promised */
    record CustomerContactedV2(UUID ticketId, UUID customerId, UUID contactId, ContactChannel channel, boolean answersCallback, Instant at,
            String by) implements TicketEvent {
    }

    /** The customer wrote; what he wrote stays here. @param by as in {@link TicketOpened} */
    record MessageReceived(UUID ticketId, UUID customerId, UUID messageId, Instant at, String by) implements TicketEvent {
    }

    /** @param text what the customer is told */
    record MessageSent(UUID ticketId, UUID customerId, UUID messageId, String text, Instant at, String by) implements TicketEvent {
    }

    /** What the customer wrote needs no answer. */
    record AnswerWaived(UUID ticketId, UUID customerId, String reason, Instant at, String by) implements TicketEvent {
    }

    record TicketHandedOver(UUID ticketId, UUID customerId, String to, String reason, Instant at, String by) implements TicketEvent {
    }

    record HandOverAccepted(UUID ticketId, UUID customerId, String to, Instant at, String by) implements TicketEvent {
    }

    record HandOverRefused(UUID ticketId, UUID customerId, String to, String reason, Instant at, String by) implements TicketEvent {
    }
}
