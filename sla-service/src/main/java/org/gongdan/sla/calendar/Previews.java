package org.gongdan.sla.calendar;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.calendar.CalendarApi.WhatIfView;
import org.gongdan.sla.calendar.CalendarBook.Edit;

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
        return tx.read(read -> book.propose(read, edit).chain(proposed -> clocks.ifCountedBy(read, proposed, before, limit)
                .map(found -> new WhatIfView(List.copyOf(proposed.keySet()), found.totals(), found.moved()))));
    }
}
