package org.gongdan.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Tickets that have not ended and wait for the same thing. The one definition for the list and for the counts beside it. */
enum Queue {

    /** Reported, and nobody has begun. */
    NEW(EnumSet.of(TicketStatus.OPEN), "true"),
    /** Nobody is responsible. */
    UNASSIGNED(open(), "t.assignee is null"),
    /** The caller is responsible, also for the customer's question after the fix. */
    MINE(openOrResolved(), "t.assignee = any(:me) and (t.status <> 'RESOLVED' or t.unanswered_since is not null)"),
    /** The customer wrote, and nobody has answered. */
    UNANSWERED(openOrResolved(), "t.unanswered_since is not null"),
    /** Something promised to the customer is due within the hour. */
    DUE_SOON(open(), Queue.DUE + " between now() and now() + interval '1 hour'"),
    /** A promise to the customer is broken. */
    BREACHED(open(), "t.breached"),
    /** The technical centre has not answered yet. */
    HANDED_OVER(open(), "t.handed_to is not null"),
    /** The customer has not confirmed the fix yet. */
    TO_CONFIRM(EnumSet.of(TicketStatus.RESOLVED), "true");

    /** When the next thing promised to the customer is due, as {@link Ticket#dueAt} says it. */
    static final String DUE = """
            (case when t.status = 'RESOLVED' then null when t.waiting_for = 'CUSTOMER' then t.callback_due
                else least(t.resolve_by, t.expected_by, t.callback_due) end)""";

    final Set<TicketStatus> statuses;
    /** About the ticket {@code t}; {@code :me} are the names of the caller. */
    final String condition;

    Queue(Set<TicketStatus> statuses, String condition) {
        this.statuses = statuses;
        this.condition = condition;
    }

    private static Set<TicketStatus> openOrResolved() {
        Set<TicketStatus> statuses = open();
        statuses.add(TicketStatus.RESOLVED);
        return statuses;
    }

    private static Set<TicketStatus> open() {
        return EnumSet.of(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.WAITING, TicketStatus.ON_SITE);
    }
}
