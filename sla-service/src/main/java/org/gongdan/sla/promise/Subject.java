package org.gongdan.sla.promise;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a promise is about. Its promises start with events of its own topic; events of another topic may come before those they belong to. */
public enum Subject {

    @JsonProperty("ticket")
    TICKET("ticketId", "TicketOpened"),
    @JsonProperty("visit")
    VISIT("visitId", "VisitScheduled"),
    /** Of the duty roster: nobody's ticket, and promised to no customer. */
    @JsonProperty("shift")
    SHIFT("shiftId", "ShiftEnded");

    private final String id;
    private final String opening;

    Subject(String id, String opening) {
        this.id = id;
        this.opening = opening;
    }

    /** Field that names it in every event about it. */
    public String id() {
        return id;
    }

    /** First event that makes promises about it: what is heard earlier waits for it. */
    public String opening() {
        return opening;
    }
}
