package org.gongdan.notification;

import static org.gongdan.notification.Audience.CONTACT;
import static org.gongdan.notification.Audience.SUPERVISOR;

import java.util.Locale;

/** What we tell people; the words lie in {@code templates/<language>/<file>.txt}. */
public enum Template {

    TICKET_OPENED(CONTACT), TICKET_ACKNOWLEDGED(CONTACT), TICKET_WAITING(CONTACT), TICKET_RESUMED(CONTACT), TICKET_RESOLVED(CONTACT),
    TICKET_CLOSED(CONTACT), TICKET_REOPENED(CONTACT), TICKET_CANCELLED(CONTACT), MESSAGE_SENT(CONTACT), PROMISE_MADE(CONTACT),
    VISIT_SCHEDULED(CONTACT),
    VISIT_RESCHEDULED(CONTACT), VISIT_DELAYED(CONTACT), SIGNATURE_LINK(CONTACT), VISIT_SIGNED(CONTACT), REPORT_RELEASED(CONTACT),
    COMPENSATION_OWED(CONTACT), COMPENSATION_WITHDRAWN(CONTACT), SLA_WARNED(SUPERVISOR), SLA_BREACHED(SUPERVISOR),
    SLA_ESCALATED(SUPERVISOR), SLA_BREACH_WITHDRAWN(SUPERVISOR), SHIFT_NOT_HANDED_OVER(SUPERVISOR);

    private static final String CALM = "#0b5cad";
    private static final String WARNING = "#b26a00";
    private static final String ALARM = "#b42318";

    private final Audience audience;

    Template(Audience audience) {
        this.audience = audience;
    }

    public Audience audience() {
        return audience;
    }

    /** The message names its ticket, so it cannot be written before the ticket is known. */
    public boolean namesTicket() {
        return this != SIGNATURE_LINK && this != SHIFT_NOT_HANDED_OVER && !isBusiness();
    }

    /** About the customer as a whole: told to the first of his contacts who has a mail address and still works there. */
    public boolean isBusiness() {
        return this == REPORT_RELEASED || this == COMPENSATION_OWED || this == COMPENSATION_WITHDRAWN;
    }

    /** Why its reader gets it, as the words below each letter call it. */
    public String why() {
        return this == SIGNATURE_LINK ? "SIGNER" : isBusiness() ? "CUSTOMER" : audience.name();
    }

    /** Colour of the line below the letterhead. */
    public String accent() {
        return switch (this) {
            case SLA_WARNED, SHIFT_NOT_HANDED_OVER, VISIT_DELAYED -> WARNING;
            case SLA_BREACHED, SLA_ESCALATED -> ALARM;
            default -> CALM;
        };
    }

    /** One step of a ticket's story: told in order, and to nobody when the ticket names nobody. */
    public boolean isStep() {
        return switch (this) {
            case TICKET_OPENED, TICKET_ACKNOWLEDGED, TICKET_WAITING, TICKET_RESUMED, TICKET_RESOLVED, TICKET_CLOSED, TICKET_REOPENED,
                    TICKET_CANCELLED, MESSAGE_SENT ->
                true;
            default -> false;
        };
    }

    /** The message gives its reader a right: its text is kept no longer than until it is sent, and shown to nobody else. */
    public boolean isSecret() {
        return this == SIGNATURE_LINK;
    }

    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
