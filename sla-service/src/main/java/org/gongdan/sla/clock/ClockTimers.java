package org.gongdan.sla.clock;

import java.util.List;

/** Kinds of the timers that a clock has: it sets them whenever its due time changes, and the handlers of the package {@code due} fire them. */
public final class ClockTimers {

    public static final String WARNING = "sla-warning";
    public static final String BREACH = "sla-breach";
    public static final String ESCALATION = "sla-escalation";
    /** Tells the ledger of compensation to look at a promise again. */
    public static final String COMPENSATION = "sla-compensation";

    /** Those that follow from a clock's facts alone. */
    public static final List<String> DERIVED = List.of(BREACH, WARNING, ESCALATION);

    private ClockTimers() {
    }
}
