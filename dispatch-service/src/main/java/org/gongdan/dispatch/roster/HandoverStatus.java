package org.gongdan.dispatch.roster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a shift has been handed over to who comes next. */
public enum HandoverStatus {

    OPEN, WRITTEN, ACCEPTED, REFUSED;

    private static final Map<HandoverStatus, Set<HandoverStatus>> NEXT = new EnumMap<>(Map.of(
            OPEN, EnumSet.of(WRITTEN),
            WRITTEN, EnumSet.of(WRITTEN, ACCEPTED, REFUSED),
            REFUSED, EnumSet.of(WRITTEN),
            ACCEPTED, EnumSet.noneOf(HandoverStatus.class)));

    public boolean canBecome(HandoverStatus next) {
        return NEXT.get(this).contains(next);
    }
}
