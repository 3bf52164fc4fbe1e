package org.gongdan.sla.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clock;
import org.gongdan.sla.clock.ClockRows;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.kind.Kinds;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds what was promised, latest first: customers see what was promised to them, engineers what binds them, the rest of the staff everything. */
@ApplicationScoped
class PromiseRegister {

    /** What became of a promise. A moved one is open, kept, broken or void as well. */
    enum State {

        OPEN("c.status in ('RUNNING', 'PAUSED')"), KEPT("c.status = 'MET'"), BROKEN("c.status = 'BREACHED'"), VOID("c.status = 'VOID'"), MOVED("c.moved");

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

    private final Calendars calendars;
    private final Kinds kinds;

    PromiseRegister(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    /** @return at most {@code limit} promises the caller may see, with their facts */
    Uni<List<Clock>> find(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        Where where = Where.sql();
        if (!caller.isStaff()) {
            where.and("c.customer_id = any(%s)", caller.customers().toArray(UUID[]::new)).and("c.kind <> all(%s)", kinds.internal().toArray(String[]::new));
        } else if (seesOnlyHisOwn(caller)) {
            boundTo(where, caller.subject(), caller.username());
        }
        if (filter.engineer() != null) {
            boundTo(where, id(filter.engineer()), UserName.of(filter.engineer()));
        }
        where.andIfGiven("c.customer_id = %s", filter.customerId()).andIfGiven("c.ticket_id = %s", filter.ticketId())
                .andIfGiven("c.started_at >= %s", filter.from()).andIfGiven("c.started_at < %s", filter.to());
        String state = filter.state() == null ? "" : " and " + filter.state().condition;
        String after = filter.after() == null ? ""
                : " and (c.started_at, c.id) < (" + where.value(filter.after().madeAt()) + ", " + where.value(filter.after().clockId()) + ")";
        return Sql.rows(session, ClockRows.SELECT + " where " + where + state + after + " order by c.started_at desc, c.id desc limit " + limit, where.values())
                .chain(rows -> ClockRows.clocks(session, calendars, ClockRows.stored(rows)))
                .map(clocks -> caller.isStaff() ? clocks : clocks.stream().map(Clock::forCustomer).toList());
    }

    private static boolean seesOnlyHisOwn(Caller caller) {
        return caller.has("engineer") && !caller.has("agent") && !caller.has("supervisor") && !caller.has("manager") && !caller.has("admin");
    }

    private static void boundTo(Where where, UUID engineer, String username) {
        String name = where.value(username);
        where.and("(c.promised_by = " + name + " or c.engineer_id = %s)", engineer);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException name) {
            return new UUID(0, 0);
        }
    }
}
