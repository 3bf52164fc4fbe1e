package org.gongdan.ticket;

/** Priority from impact × urgency (R171). */
public enum Priority {
    P1, P2, P3, P4;

    private static final Priority[][] MATRIX = {
            {P4, P4, P3},
            {P4, P3, P2},
            {P3, P2, P1}};

    static Priority of(Level impact, Level urgency) {
        return MATRIX[impact.ordinal()][urgency.ordinal()];
    }
}
