package org.gongdan.sla.compensation;

import java.util.Map;
import java.util.Set;

/** Where an entry of the ledger stands. */
public enum EntryStatus {

    OWED, EXCLUSION_PROPOSED, EXCLUDED, APPROVED, WITHDRAWN;

    /** Only a fact that is told late leads to WITHDRAWN, and only another one back. */
    private static final Map<EntryStatus, Set<EntryStatus>> NEXT = Map.of(
            OWED, Set.of(EXCLUSION_PROPOSED, APPROVED, WITHDRAWN),
            EXCLUSION_PROPOSED, Set.of(EXCLUDED, OWED, WITHDRAWN),
            EXCLUDED, Set.of(WITHDRAWN),
            APPROVED, Set.of(WITHDRAWN),
            WITHDRAWN, Set.of(OWED));

    boolean canBecome(EntryStatus next) {
        return NEXT.get(this).contains(next);
    }
}
