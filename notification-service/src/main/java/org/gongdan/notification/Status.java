package org.gongdan.notification;

/** Where a message stands; the last two are final. */
public enum Status {
    PENDING, SENT, FAILED
}
