package org.gongdan.dispatch.roster;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The state machine of a shift; the same table stands in the service's README. */
public enum ShiftStatus {

    DRAFTED, PUBLISHED, SWAP_ASKED, SWAP_ACCEPTED, WITHDRAWN;

    private static final Map<ShiftStatus, Set<ShiftStatus>> NEXT = new EnumMap<>(Map.of(
            DRAFTED, EnumSet.of(PUBLISHED),
            PUBLISHED, EnumSet.of(SWAP_ASKED, WITHDRAWN),
            SWAP_ASKED, EnumSet.of(SWAP_ACCEPTED, PUBLISHED, WITHDRAWN),
            SWAP_ACCEPTED, EnumSet.of(PUBLISHED, WITHDRAWN),
            WITHDRAWN, EnumSet.noneOf(ShiftStatus.class)));

    public boolean canBecome(ShiftStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** Everybody knows that this person is on duty then; a swap that is only asked for changes nothing. */
    boolean isPublished() {
        return this == PUBLISHED || this == SWAP_ASKED || this == SWAP_ACCEPTED;
    }
}
