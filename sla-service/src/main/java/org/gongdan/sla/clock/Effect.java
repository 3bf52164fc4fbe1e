package org.gongdan.sla.clock;

/** What a fact did to its clock. */
public enum Effect {

    STARTS, STOPS, CONTINUES, MOVES_DUE, RECOUNTS, ENDS_IN_TIME, ENDS_LATE, REOPENS, WARNS, ESCALATES, BREACHES, VOIDS,
    /** Other terms hold from here on; what the clock had counted is kept. */
    RETERMED,
    /** Waiting for this reason is our own business. */
    NOT_STOPPING,
    /** It came when the promise was broken already. */
    TOO_LATE,
    /** The agreed time is no later than the due time. */
    NOT_LATER,
    /** A fact that came late shows that the clock was not due. */
    WITHDRAWN,
    /** It changes nothing. */
    NONE
}
