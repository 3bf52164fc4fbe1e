package org.gongdan.sla;

/** What is promised. */
public enum ClockKind {

    /** The ticket is solved within 24 hours of the report (R17). */
    RESOLUTION_24H(true),
    /** The ticket is solved by the time the customer named (R18, R19). */
    EXPECTED_TIME(true),
    /** Somebody takes care of the report soon. */
    ACKNOWLEDGE(false),
    /** The engineer is there when the agreed window begins (R81). */
    ARRIVAL(false),
    /** The customer hears of a delay early enough (R83, R87, R88); judged at once, so it never runs. */
    NOTICE_OF_DELAY(false);

    private final boolean reopens;

    ClockKind(boolean reopens) {
        this.reopens = reopens;
    }

    /** A kept promise of this kind can become open again. */
    boolean reopens() {
        return reopens;
    }
}
