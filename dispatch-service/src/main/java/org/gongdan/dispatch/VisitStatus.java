package org.gongdan.dispatch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The state machine of a visit; the same table stands in the service's README. */
public enum VisitStatus {

    ORDERED, SCHEDULED, ACCEPTED, DEPARTED, STARTED, ABSENT, REFUSED, COMPLETED, SIGNED, CANCELLED;

    private static final Map<VisitStatus, Set<VisitStatus>> NEXT = new EnumMap<>(Map.of(
            ORDERED, EnumSet.of(SCHEDULED, CANCELLED),
            SCHEDULED, EnumSet.of(SCHEDULED, ACCEPTED, ORDERED, CANCELLED),
            ACCEPTED, EnumSet.of(SCHEDULED, DEPARTED, ORDERED, REFUSED, CANCELLED),
            DEPARTED, EnumSet.of(SCHEDULED, STARTED, ABSENT, REFUSED, CANCELLED),
            STARTED, EnumSet.of(COMPLETED, ABSENT, REFUSED, CANCELLED),
            ABSENT, EnumSet.of(SCHEDULED, CANCELLED),
            REFUSED, EnumSet.of(SCHEDULED, CANCELLED),
            COMPLETED, EnumSet.of(SIGNED),
            SIGNED, EnumSet.noneOf(VisitStatus.class),
            CANCELLED, EnumSet.noneOf(VisitStatus.class)));

    public boolean canBecome(VisitStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** Work is still to be done, so the visit can be called off. */
    public boolean isOpen() {
        return canBecome(CANCELLED);
    }

    /** The customer expects the engineer within the window. */
    public boolean isAhead() {
        return this == SCHEDULED || this == ACCEPTED || this == DEPARTED;
    }

    static Set<VisitStatus> open() {
        return Arrays.stream(values()).filter(VisitStatus::isOpen).collect(Collectors.toCollection(() -> EnumSet.noneOf(VisitStatus.class)));
    }
}
