package org.gongdan.ticket;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The state machine of a ticket; the same table stands in the service's README. */
public enum TicketStatus {

    OPEN, IN_PROGRESS, WAITING, ON_SITE, RESOLVED, CLOSED, CANCELLED;

    private static final Map<TicketStatus, Set<TicketStatus>> NEXT = new EnumMap<>(Map.of(
            OPEN, EnumSet.of(IN_PROGRESS, CANCELLED),
            IN_PROGRESS, EnumSet.of(WAITING, ON_SITE, RESOLVED, CANCELLED),
            WAITING, EnumSet.of(IN_PROGRESS, CANCELLED),
            ON_SITE, EnumSet.of(IN_PROGRESS, WAITING, RESOLVED, CANCELLED),
            RESOLVED, EnumSet.of(CLOSED, IN_PROGRESS),
            CLOSED, EnumSet.noneOf(TicketStatus.class),
            CANCELLED, EnumSet.noneOf(TicketStatus.class)));

    public boolean canBecome(TicketStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** Somebody still works on it or waits. */
    public boolean isOpen() {
        return this == OPEN || this == IN_PROGRESS || this == WAITING || this == ON_SITE;
    }

    /** Nothing follows. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }
}
