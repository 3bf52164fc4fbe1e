package org.gongdan.sla;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Envelope;

/**
 * A promise to be made.
 *
 * @param visitId  visit it is about, or null when it is about the whole ticket
 * @param madeAt   when its clock starts
 * @param sequence version of the ticket or visit whose event made it
 */
public record Promise(ClockKind kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, long sequence, UUID eventId) {

    public static Promise ofTicket(ClockKind kind, UUID ticketId, UUID customerId, Instant madeAt, Terms terms, Envelope event) {
        return new Promise(kind, ticketId, null, customerId, madeAt, terms, event.sequence(), event.id());
    }

    public static Promise ofVisit(ClockKind kind, UUID ticketId, UUID visitId, UUID customerId, Instant madeAt, Terms terms, Envelope event) {
        return new Promise(kind, ticketId, visitId, customerId, madeAt, terms, event.sequence(), event.id());
    }
}
