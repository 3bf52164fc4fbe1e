package org.gongdan.ticket;

/** Impact and urgency of a fault. */
public enum Level {
    LOW, MEDIUM, HIGH
}
