package org.gongdan.platform.audit;

import java.time.Instant;
import java.util.List;

/** What was told of the chain outside the database. */
interface AuditAnchors {

    /** @param at when it was told */
    record Anchor(AuditHead head, Instant at) {
    }

    /** Everything that was ever told, in any order. @throws Unreadable when it cannot be had now */
    List<Anchor> read() throws Unreadable;

    final class Unreadable extends Exception {
        Unreadable(Exception cause) {
            super(cause);
        }
    }
}
