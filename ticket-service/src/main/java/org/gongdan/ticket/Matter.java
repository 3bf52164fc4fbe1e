package org.gongdan.ticket;

/** What the customer comes with: something does not work, or he complains about us (R117). */
public enum Matter {

    FAULT, COMPLAINT
}
