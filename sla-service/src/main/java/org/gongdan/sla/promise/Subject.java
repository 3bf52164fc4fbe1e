package org.gongdan.sla.promise;

import java.util.UUID;

import org.gongdan.platform.tx.Row;

/**
 * What a promise is about and whom it is made to. Events and rows hold its parts side by side with their own.
 *
 * @param ticketId   null when it is about no ticket but a shift
 * @param visitId    visit of the ticket, or null when it is about the whole ticket
 * @param shiftId    shift of the duty roster, or null
 * @param customerId whom it is made to; null when it is made among ourselves
 */
public record Subject(UUID ticketId, UUID visitId, UUID shiftId, UUID customerId) {

    /** Its columns in {@code clock}, in the order of the parts. */
    public static final String COLUMNS = "ticket_id, visit_id, shift_id, customer_id";

    public static Subject ofTicket(UUID ticketId, UUID customerId) {
        return new Subject(ticketId, null, null, customerId);
    }

    public static Subject ofVisit(UUID ticketId, UUID visitId, UUID customerId) {
        return new Subject(ticketId, visitId, null, customerId);
    }

    /** Nobody's ticket, and promised to no customer. */
    public static Subject ofShift(UUID shiftId) {
        return new Subject(null, null, shiftId, null);
    }

    /** @param row with {@link #COLUMNS} */
    public static Subject of(Row row) {
        return new Subject(row.id("ticket_id"), row.id("visit_id"), row.id("shift_id"), row.id("customer_id"));
    }

    public SubjectKind kind() {
        return shiftId != null ? SubjectKind.SHIFT : visitId == null ? SubjectKind.TICKET : SubjectKind.VISIT;
    }

    /** Id of the ticket, visit or shift. */
    public UUID id() {
        return switch (kind()) {
            case TICKET -> ticketId;
            case VISIT -> visitId;
            case SHIFT -> shiftId;
        };
    }
}
