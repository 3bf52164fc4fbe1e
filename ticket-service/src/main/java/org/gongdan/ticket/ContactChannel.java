package org.gongdan.ticket;

/** How the customer was spoken to. */
public enum ContactChannel {

    PHONE, IM, EMAIL, REMOTE, ON_SITE
}
