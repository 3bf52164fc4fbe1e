package org.gongdan.sla.promise;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Ids;

/**
 * A promise to be made.
 *
 * @param madeAt   when its clock starts
 * @param word     what is said to the customer, or null
 * @param sequence version of the ticket, visit or shift whose event made it
 * @param matter   what it is about, as far as it decides about the terms; null when nobody told
 */
public record Promise(String kind, Subject subject, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId, Matter matter) {

    public Promise(String kind, Subject subject, Instant madeAt, Terms terms, Word word, long sequence, UUID eventId) {
        this(kind, subject, madeAt, terms, word, sequence, eventId, null);
    }

    /** The same promise on other terms. */
    public Promise on(Terms others) {
        return new Promise(kind, subject, madeAt, others, word, sequence, eventId, matter);
    }

    public Promise of(Matter what) {
        return new Promise(kind, subject, madeAt, terms, word, sequence, eventId, what);
    }

    /** Told again by the same event, it is the same clock: whoever rebuilds clocks from events gets those that others know. */
    public UUID clockId() {
        return eventId == null ? Ids.next() : Ids.derived(eventId, kind);
    }
}
