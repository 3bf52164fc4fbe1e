package org.gongdan.sla.clock;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;

import io.smallrye.mutiny.Uni;

/** Finds clocks, newest first; customers see their own. */
@ApplicationScoped
class ClockList {

    private static final Sql ONE = Sql.of(ClockRows.SELECT + " where c.id = :id");

    private final Calendars calendars;
    private final Kinds kinds;

    ClockList(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    record Filter(UUID ticketId, UUID visitId, UUID shiftId, UUID before) {
    }

    /** @return at most {@code limit} clocks the caller may see, with their facts */
    Uni<List<Clock>> find(Read read, Filter filter, Caller caller, int limit) {
        Where where = new Where();
        if (!caller.isStaff()) {
            where.and("c.customer_id = any(:own)", caller.customers().toArray(UUID[]::new)).and("c.kind <> all(:internal)",
                    kinds.internal().toArray(String[]::new));
        }
        where.andIfGiven("c.ticket_id = :ticket", filter.ticketId()).andIfGiven("c.visit_id = :visit", filter.visitId())
                .andIfGiven("c.shift_id = :shift", filter.shiftId()).andIfGiven("c.id < :before", filter.before());
        return where.in(ClockRows.SELECT + " where " + where + " order by c.id desc limit " + limit).rows(read)
                .chain(rows -> ClockRows.clocks(read, calendars, ClockRows.stored(rows)))
                .map(clocks -> caller.isStaff() ? clocks : clocks.stream().map(Clock::forCustomer).toList());
    }

    Uni<Clock> find(Read read, UUID id, Caller caller) {
        return ONE.with("id", id).row(read)
                .onItem().ifNull().failWith(() -> new NotFound("clock", id))
                .chain(row -> ClockRows.clocks(read, calendars, List.of(ClockRows.Stored.of(row)))).map(List::getFirst)
                .invoke(clock -> {
                    if (!caller.isStaff() && (clock.subject.customerId() == null || kinds.internal().contains(clock.kind))) {
                        throw new NotFound("clock", id);
                    }
                    caller.mustSee(clock.subject.customerId(), "clock", id);
                }).map(clock -> caller.isStaff() ? clock : clock.forCustomer());
    }
}
