package org.gongdan.ticket;

/** Who noticed the fault (R170): the user, an alert, or a patrol. */
public enum Source {
    USER, ALERT, PATROL
}
