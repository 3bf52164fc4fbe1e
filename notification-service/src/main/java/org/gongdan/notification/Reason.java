package org.gongdan.notification;

/** Why a message could not be delivered. */
public enum Reason {

    /** Too late to be of use: the contact never became known, the mail server was away for too long, or the ticket has ended meanwhile. */
    EXPIRED,
    /** The ticket names nobody to be told. */
    NO_CONTACT,
    /** The contact has no e-mail address. */
    NO_ADDRESS,
    /** The contact was erased before the message left. */
    ERASED,
    /** The mail server refuses the address or the message for good. */
    REFUSED,
    /** Every try failed. */
    UNREACHABLE
}
