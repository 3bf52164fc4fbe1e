package org.gongdan.sla.clock;

/** Where a clock stands; derived from its facts, see {@link Derivation}. */
public enum ClockStatus {

    RUNNING, PAUSED, MET, BREACHED, VOID;

    /** Time still decides about it. */
    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
