package org.gongdan.sla.promise;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Ids;

/**
 * A promise to be made.
 *
 * @param ticketId null when it is about no ticket but a shift
 * @param visitId  visit it is about, or null when it is about the whole ticket
 * @param customerId whom it is made to; null when it is made among ourselves
 * @param madeAt   when its clock starts
 * @param word     what is said to the customer, or null
 * @param sequence version of the ticket or visit whose event made it
 * @param shiftId  shift of the duty roster it is about, or null
 * @param matter   what it is about, as far as it decides about the terms; null when nobody told
 */
public record Promise(String kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId, UUID shiftId,
        Matter matter) {

    public Promise(String kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId) {
        this(kind, ticketId, visitId, customerId, madeAt, terms, word, sequence, eventId, null, null);
    }

    /** The same promise on other terms. */
    public Promise on(Terms others) {
        return new Promise(kind, ticketId, visitId, customerId, madeAt, others, word, sequence, eventId, shiftId, matter);
    }

    public Promise of(Matter what) {
        return new Promise(kind, ticketId, visitId, customerId, madeAt, terms, word, sequence, eventId, shiftId, what);
    }

    /** Told again by the same event, it is the same clock: whoever rebuilds clocks from events gets those that others know. */
    public UUID clockId() {
        return eventId == null ? Ids.next() : Ids.derived(eventId, kind);
    }

    public Subject about() {
        return shiftId != null ? Subject.SHIFT : visitId == null ? Subject.TICKET : Subject.VISIT;
    }

    /** Id of the ticket, visit or shift it is about. */
    public UUID subject() {
        return shiftId != null ? shiftId : visitId == null ? ticketId : visitId;
    }
}
