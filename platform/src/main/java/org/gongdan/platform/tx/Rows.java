package org.gongdan.platform.tx;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads columns of native query results. */
public final class Rows {

    private Rows() {
    }

    /** A {@code timestamptz}: Hibernate hands it out as one of two types, depending on the query. Null stays null. */
    public static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
