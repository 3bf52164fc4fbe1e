package org.gongdan.platform.tx;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.gongdan.platform.input.Values;

/** Reads columns of native query results. */
public final class Rows {

    private Rows() {
    }

    /**
     * A {@code timestamptz}: Hibernate hands it out as one of two types, depending on the query. Null stays null. What lies beyond the times
     * there are, such as PostgreSQL's infinity, becomes the nearest of them, so that one row cannot make a list unreadable.
     */
    public static Instant instant(Object column) {
        return Values.clamped(column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column);
    }
}
