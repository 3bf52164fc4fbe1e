package org.gongdan.sla.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Uni;

/** What calendars need to know of the clocks that are counted by them. */
public interface OpenClocks {

    /**
     * Which open clocks would move if these calendars counted from now on. Nothing is written.
     *
     * @param proposed what the calendars would be, by name without revision
     * @param before   last clock of the page before, or null for the first page
     * @param limit    most moved clocks on this page
     */
    Uni<WhatIf> ifCountedBy(Read read, Map<String, Calendar> proposed, UUID before, int limit);

    /** Noted in a transaction that asks for open clocks to go over to a new revision. */
    record MoveAsked(String name) {
    }

    /**
     * @param totals over all clocks, or null on later pages
     * @param moved  clocks whose due time would be another one, newest first
     */
    record WhatIf(Totals totals, Page<Moved> moved) {
    }

    /**
     * @param clocks       open clocks looked at that are counted by the calendars
     * @param earlier      of which would be due earlier
     * @param later        of which would be due later
     * @param brokenAtOnce of which would be broken the moment the calendar is saved
     * @param complete     whether these are all; otherwise there are too many to look at in one request
     */
    record Totals(int clocks, int earlier, int later, int brokenAtOnce, boolean complete) {
    }

    /** @param calendar revision that counts it now */
    record Moved(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, String kind, String status, String calendar, Instant dueAt,
            Instant newDueAt) {
    }
}
