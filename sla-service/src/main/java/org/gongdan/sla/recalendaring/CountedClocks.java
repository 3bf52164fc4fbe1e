package org.gongdan.sla.recalendaring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.OpenClocks;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;

import io.smallrye.mutiny.Uni;

/** Counts open clocks by calendars that are only proposed: with the very facts and the very derivation that would make it true. */
@ApplicationScoped
class CountedClocks implements OpenClocks {

    /** Open clocks that are counted by any revision of these calendars. */
    private static final Sql OPEN = Sql.of(ClockRows.SELECT + """

            where c.calendar in (select r.name || '@' || r.revision from calendar_revision r where r.name = any(:names)) and c.status in ('RUNNING', 'PAUSED')
            and (cast(:before as uuid) is null or c.id < :before) order by c.id desc limit :limit""");

    private static final long BATCH = 500;
    /** A request shall end within seconds; a clock takes about a tenth of a millisecond. */
    private static final int MOST = 20_000;

    private final Calendars calendars;
    private final java.time.Clock clock;

    CountedClocks(Calendars calendars, java.time.Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Uni<WhatIf> ifCountedBy(Read read, Map<String, Calendar> proposed, UUID before, int limit) {
        return look(read, new Look(proposed, before, limit, clock.instant())).map(Look::result);
    }

    private Uni<Look> look(Read read, Look look) {
        Bound open = OPEN.texts("names", look.proposed.keySet()).with("before", look.cursor).with("limit", BATCH);
        return open.rows(read).chain(rows -> ClockRows.clocks(read, calendars, ClockRows.stored(rows))).chain(clocks -> {
            clocks.forEach(look::at);
            return clocks.size() < BATCH || look.enough() ? Uni.createFrom().item(look) : look(read, look);
        });
    }

    /** One preview: how far it has come and what it found. */
    private final class Look {

        private final Map<String, Calendar> proposed;
        private final boolean first;
        private final int limit;
        private final Instant now;
        private final List<Moved> moved = new ArrayList<>();
        private UUID cursor;
        private int clocks;
        private int earlier;
        private int later;
        private int broken;

        Look(Map<String, Calendar> proposed, UUID before, int limit, Instant now) {
            this.proposed = proposed;
            this.first = before == null;
            this.cursor = before;
            this.limit = limit;
            this.now = now;
        }

        /** The first page looks at all of them, for the totals; the others until they are full. */
        boolean enough() {
            return clocks >= MOST || !first && moved.size() > limit;
        }

        void at(Clock clock) {
            cursor = clock.id();
            clocks++;
            List<Recorded> facts = new ArrayList<>(clock.facts());
            facts.add(Recorded.ours(new ClockFact.Recalendared(now, proposal(clock))));
            ClockState then = Derivation.derive(facts, this::named);
            if (then.dueAt().equals(clock.dueAt())) {
                return;
            }
            earlier += then.dueAt().isBefore(clock.dueAt()) ? 1 : 0;
            later += then.dueAt().isAfter(clock.dueAt()) ? 1 : 0;
            broken += then.status() == ClockStatus.RUNNING && then.dueAt().isBefore(now) ? 1 : 0;
            if (moved.size() <= limit) {
                moved.add(new Moved(clock.id(), clock.subject().ticketId(), clock.subject().visitId(), clock.subject().customerId(),
                        clock.kind(), then.status().name(),
                        clock.state().calendar(), clock.dueAt(), then.dueAt()));
            }
        }

        WhatIf result() {
            return new WhatIf(first ? new Totals(clocks, earlier, later, broken, clocks < MOST) : null,
                    Page.of(moved, limit, found -> found.clockId().toString(), found -> found));
        }

        private String proposal(Clock clock) {
            return clock.state().calendar().substring(0, clock.state().calendar().indexOf('@'));
        }

        private Calendar named(String reference) {
            return proposed.containsKey(reference) ? proposed.get(reference) : calendars.named(reference);
        }
    }
}
