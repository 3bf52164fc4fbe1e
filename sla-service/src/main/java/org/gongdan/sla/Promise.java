package org.gongdan.sla;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.sla.kind.Subject;

/**
 * A promise to be made.
 *
 * @param visitId  visit it is about, or null when it is about the whole ticket
 * @param madeAt   when its clock starts
 * @param word     what is said to the customer, or null
 * @param sequence version of the ticket or visit whose event made it
 * @param matter   what it is about, as far as it decides about the terms; null when nobody told
 */
public record Promise(String kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId, About matter) {

    public Promise(String kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId) {
        this(kind, ticketId, visitId, customerId, madeAt, terms, word, sequence, eventId, null);
    }

    /** The same promise on other terms. */
    public Promise on(Terms others) {
        return new Promise(kind, ticketId, visitId, customerId, madeAt, others, word, sequence, eventId, matter);
    }

    public Promise of(About what) {
        return new Promise(kind, ticketId, visitId, customerId, madeAt, terms, word, sequence, eventId, what);
    }

    Subject about() {
        return visitId == null ? Subject.TICKET : Subject.VISIT;
    }

    /** Id of the ticket or visit it is about. */
    UUID subject() {
        return visitId == null ? ticketId : visitId;
    }
}
