package org.gongdan.sla.report;

/** Why a promise was broken. What the facts tell stands first, in the order in which it is the main cause; people can name any of them. */
public enum Cause {

    /** Nobody had taken care of the report by the time it was due. */
    UNATTENDED,
    /** Waiting for the customer did not stop the clock, but it was what the work waited for. */
    WAITING_FOR_CUSTOMER,
    WAITING_FOR_PARTS,
    WAITING_FOR_THIRD_PARTY,
    /** The customer agreed to another time only after the promise was broken. */
    CONSENT_TOO_LATE,
    /** Nobody came, and the customer was left waiting. */
    ENGINEER_ABSENT,
    /** The engineer came late. */
    ENGINEER_LATE,
    /** The visit was put off. */
    VISIT_PUT_OFF,
    /** The engineer of a visit was named late. */
    ASSIGNED_LATE,
    /** Whom the ticket was handed over to did not answer in time. */
    HAND_OVER_LATE,
    /** Somebody took care of the report, but late. */
    ACKNOWLEDGED_LATE,
    /** What looked fixed failed again. */
    REOPENED,
    /** The customer was not told in time. */
    CUSTOMER_NOT_TOLD,
    /** The facts do not tell. */
    UNEXPLAINED,
    /** From here on only people can tell. */
    OUR_MISTAKE,
    CAPACITY,
    SUPPLIER,
    CUSTOMER,
    FORCE_MAJEURE,
    OTHER
}
