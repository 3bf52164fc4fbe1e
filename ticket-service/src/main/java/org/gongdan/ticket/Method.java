package org.gongdan.ticket;

/** How a fault was fixed. */
public enum Method {
    PHONE, REMOTE, ON_SITE
}
