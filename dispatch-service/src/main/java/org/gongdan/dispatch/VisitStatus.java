package org.gongdan.dispatch;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The state machine of a visit; the same table stands in the service's README. */
public enum VisitStatus {

    ORDERED, SCHEDULED, ACCEPTED, DEPARTED, STARTED, ABSENT, REFUSED, COMPLETED, SIGNED, SUBMITTED, CANCELLED;

    private static final Map<VisitStatus, Set<VisitStatus>> NEXT = new EnumMap<>(Map.ofEntries(
            entry(ORDERED, EnumSet.of(SCHEDULED, CANCELLED)),
            entry(SCHEDULED, EnumSet.of(SCHEDULED, ACCEPTED, ORDERED, CANCELLED)),
            entry(ACCEPTED, EnumSet.of(SCHEDULED, DEPARTED, ORDERED, REFUSED, CANCELLED)),
            entry(DEPARTED, EnumSet.of(SCHEDULED, STARTED, ABSENT, REFUSED, CANCELLED)),
            entry(STARTED, EnumSet.of(COMPLETED, ABSENT, REFUSED, CANCELLED)),
            entry(ABSENT, EnumSet.of(SCHEDULED, CANCELLED)),
            entry(REFUSED, EnumSet.of(SCHEDULED, CANCELLED)),
            entry(COMPLETED, EnumSet.of(SIGNED)),
            entry(SIGNED, EnumSet.of(SUBMITTED)),
            entry(SUBMITTED, EnumSet.noneOf(VisitStatus.class)),
            entry(CANCELLED, EnumSet.noneOf(VisitStatus.class))));

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
        return Arrays.stream(values()).filter(VisitStatus::isOpen)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(VisitStatus.class)));
    }
}
