package org.gongdan.sla.clock;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds clocks, newest first; customers see their own. */
@ApplicationScoped
class ClockList {

    private final Calendars calendars;
    private final Kinds kinds;

    ClockList(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    record Filter(UUID ticketId, UUID visitId, UUID shiftId, UUID before) {
    }

    /** @return at most {@code limit} clocks the caller may see, with their facts */
    Uni<List<Clock>> find(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        Where where = Where.sql();
        if (!caller.isStaff()) {
            where.and("c.customer_id = any(%s)", caller.customers().toArray(UUID[]::new)).and("c.kind <> all(%s)", kinds.internal().toArray(String[]::new));
        }
        where.andIfGiven("c.ticket_id = %s", filter.ticketId()).andIfGiven("c.visit_id = %s", filter.visitId())
                .andIfGiven("c.shift_id = %s", filter.shiftId()).andIfGiven("c.id < %s", filter.before());
        return Sql.rows(session, ClockRows.SELECT + " where " + where + " order by c.id desc limit " + limit, where.values())
                .chain(rows -> ClockRows.clocks(session, calendars, ClockRows.stored(rows)))
                .map(clocks -> caller.isStaff() ? clocks : clocks.stream().map(Clock::forCustomer).toList());
    }

    Uni<Clock> find(Mutiny.Session session, UUID id, Caller caller) {
        return Sql.row(session, ClockRows.SELECT + " where c.id = $1", id)
                .onItem().ifNull().failWith(() -> new NotFound("clock", id))
                .chain(row -> ClockRows.clocks(session, calendars, List.of(ClockRows.Stored.of(row)))).map(List::getFirst)
                .invoke(clock -> {
                    if (!caller.isStaff() && (clock.customerId == null || kinds.internal().contains(clock.kind))) {
                        throw new NotFound("clock", id);
                    }
                    caller.mustSee(clock.customerId, "clock", id);
                }).map(clock -> caller.isStaff() ? clock : clock.forCustomer());
    }
}
