package org.gongdan.sla.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Where;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.kind.Kinds;

import io.smallrye.mutiny.Uni;

/** Finds what was promised, latest first: customers see what was promised to them, engineers what binds them, the rest of the staff everything. */
@ApplicationScoped
class PromiseRegister {

    /** What became of a promise. A moved one is open, kept, broken or void as well. */
    enum State {

        OPEN("c.status in ('RUNNING', 'PAUSED')"), KEPT("c.status = 'MET'"), BROKEN("c.status = 'BREACHED'"), VOID("c.status = 'VOID'"),
        MOVED("c.moved");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        static State of(ClockStatus status) {
            return switch (status) {
                case RUNNING, PAUSED -> OPEN;
                case MET -> KEPT;
                case BREACHED -> BROKEN;
                case VOID -> VOID;
            };
        }
    }

    /** @param engineer id of an engineer, or user name of who gave his word. @param from promises made since. @param to and before */
    record Filter(UUID customerId, String engineer, UUID ticketId, State state, Instant from, Instant to, Place after) {
    }

    /** Place in the list. */
    record Place(Instant madeAt, UUID clockId) {

        static Place of(String key) {
            int bar = key.indexOf('|');
            return new Place(Values.instant(key.substring(0, bar)), Values.id(key.substring(bar + 1)));
        }

        static String key(Clock clock) {
            return clock.startedAt() + "|" + clock.id();
        }
    }

    private static final String BOUND_TO_CALLER = "(c.promised_by = :callerName or c.engineer_id = :caller)";
    private static final String BOUND_TO_ENGINEER = "(c.promised_by = :engineerName or c.engineer_id = :engineer)";

    private final Calendars calendars;
    private final Kinds kinds;

    PromiseRegister(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    /** @return at most {@code limit} promises the caller may see, with their facts */
    Uni<List<Clock>> find(Read read, Filter filter, Caller caller, int limit) {
        Where where = new Where();
        if (!caller.isStaff()) {
            where.and("c.customer_id = any(:own)", caller.customers().toArray(UUID[]::new)).and("c.kind <> all(:internal)",
                    kinds.internal().toArray(String[]::new));
        } else if (seesOnlyHisOwn(caller)) {
            where.and(BOUND_TO_CALLER).with("caller", caller.subject()).with("callerName", caller.username());
        }
        if (filter.engineer() != null) {
            where.and(BOUND_TO_ENGINEER).with("engineer", id(filter.engineer())).with("engineerName", UserName.of(filter.engineer()));
        }
        where.andIfGiven("c.customer_id = :customer", filter.customerId()).andIfGiven("c.ticket_id = :ticket", filter.ticketId())
                .andIfGiven("c.started_at >= :from", filter.from()).andIfGiven("c.started_at < :to", filter.to());
        String state = filter.state() == null ? "" : " and " + filter.state().condition;
        if (filter.after() != null) {
            where.and("(c.started_at, c.id) < (:afterTime, :afterClock)").with("afterTime", filter.after().madeAt()).with("afterClock",
                    filter.after().clockId());
        }
        return where.in(ClockRows.SELECT + " where " + where + state + " order by c.started_at desc, c.id desc limit " + limit).rows(read)
                .chain(rows -> ClockRows.clocks(read, calendars, ClockRows.stored(rows)))
                .map(clocks -> caller.isStaff() ? clocks : clocks.stream().map(Clock::forCustomer).toList());
    }

    private static boolean seesOnlyHisOwn(Caller caller) {
        return caller.has("engineer") && !caller.has("agent") && !caller.has("supervisor") && !caller.has("manager")
                && !caller.has("admin");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException name) {
            return new UUID(0, 0);
        }
    }
}
