package org.gongdan.notification;

/** Who a message is for: the customer's contact, or our own supervisor; customers never see the latter's. */
public enum Audience {
    CONTACT, SUPERVISOR
}
