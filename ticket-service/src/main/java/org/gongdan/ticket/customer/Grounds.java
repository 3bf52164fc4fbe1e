package org.gongdan.ticket.customer;

/** Why a person is erased. A choice and no text: what is typed could name him again, in an audit that forgets nothing. */
public enum Grounds {
    ASKED_BY_PERSON, ASKED_BY_CUSTOMER, NO_LONGER_NEEDED
}
