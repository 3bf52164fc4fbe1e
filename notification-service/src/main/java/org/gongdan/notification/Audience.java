package org.gongdan.notification;

/** Who a message is for: the customer's contact, or one of us: the supervisor, or who has the role the message names. Customers never see the latter. */
public enum Audience {
    CONTACT, SUPERVISOR
}
