package org.gongdan.sla.promise;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a promise can be about. Its promises start with events of its own topic; events of another topic may come before those they belong to. */
public enum SubjectKind {

    @JsonProperty("ticket") TICKET("ticketId", "TicketOpened", "c.ticket_id = :subject and c.visit_id is null"),
    @JsonProperty("visit") VISIT("visitId", "VisitScheduled", "c.visit_id = :subject"),
    /** Of the duty roster: nobody's ticket, and promised to no customer. */
    @JsonProperty("shift") SHIFT("shiftId", "ShiftEnded", "c.shift_id = :subject");

    private final String id;
    private final String opening;
    private final String clocks;

    SubjectKind(String id, String opening, String clocks) {
        this.id = id;
        this.opening = opening;
        this.clocks = clocks;
    }

    /** Field that names it in every event about it. */
    public String id() {
        return id;
    }

    /** First event that makes promises about it: what is heard earlier waits for it. */
    public String opening() {
        return opening;
    }

    /** Condition that finds its own clocks: of a ticket not those of its visits. */
    public String clocks() {
        return clocks;
    }
}
