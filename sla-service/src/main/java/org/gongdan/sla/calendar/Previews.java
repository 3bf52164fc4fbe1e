package org.gongdan.sla.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.calendar.CalendarApi.WhatIfView;
import org.gongdan.sla.calendar.CalendarBook.Edit;
import org.gongdan.sla.calendar.CalendarTable.Revision;

import io.smallrye.mutiny.Uni;

/** Says what a change would do before it is saved. */
@ApplicationScoped
class Previews {

    private final CalendarBook book;
    private final OpenClocks clocks;
    private final Tx tx;

    Previews(CalendarBook book, OpenClocks clocks, Tx tx) {
        this.book = book;
        this.clocks = clocks;
        this.tx = tx;
    }

    Uni<WhatIfView> of(Edit edit, String cursor, int limit) {
        UUID before = Page.decodeId(cursor);
        return tx.read(read -> book.propose(read, edit).chain(proposed -> clocks.ifCountedBy(read, calendars(proposed), before, limit)
                .map(found -> new WhatIfView(proposed.stream().map(Revision::name).toList(), found.totals(), found.moved(),
                        proposed.getFirst().whole()))));
    }

    private static Map<String, Calendar> calendars(List<Revision> proposed) {
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        proposed.forEach(revision -> calendars.put(revision.name(), new WorkingCalendar(revision.whole())));
        return calendars;
    }
}
