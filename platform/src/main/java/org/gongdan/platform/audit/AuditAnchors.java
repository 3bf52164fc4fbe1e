package org.gongdan.platform.audit;

import java.time.Instant;
import java.util.List;

/** What was told of the chain outside the database. */
interface AuditAnchors {

    /** @param at when it was told */
    record Anchor(AuditHead head, Instant at) {
    }

    /**
     * @param anchors in any order
     * @param lost    records that were there and are there no more: nobody may remove any
     */
    record Told(List<Anchor> anchors, long lost) {
    }

    /** Everything that was ever told. @throws Unreadable when it cannot be had now */
    Told read() throws Unreadable;

    final class Unreadable extends Exception {
        Unreadable(Exception cause) {
            super(cause);
        }
    }
}
