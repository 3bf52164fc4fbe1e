package org.gongdan.ticket;

/** How a report reached us. */
public enum Channel {
    PHONE, PORTAL, API, EMAIL, IM, MONITORING, PATROL
}
