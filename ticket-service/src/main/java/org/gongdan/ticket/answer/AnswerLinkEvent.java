package org.gongdan.ticket.answer;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Links by which customers answer: personal and secret, so they have a topic of their own, read by notification-service only. */
@Topic("answer-links")
public sealed interface AnswerLinkEvent extends Fact {

    UUID ticketId();

    @Override
    default UUID subject() {
        return ticketId();
    }

    /**
     * @param method how the fault was solved, as {@code TicketResolved} says
     * @param rated  whether he said before, of an earlier fix, how he liked the service: true, or null
     */
    record AnswerLinkIssued(UUID contactId, UUID customerId, UUID ticketId, String method, String url,
            Instant expiresAt, Boolean rated) implements AnswerLinkEvent {
    }
}
