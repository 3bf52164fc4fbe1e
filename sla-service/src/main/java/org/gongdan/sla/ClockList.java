package org.gongdan.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Sql;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds clocks, newest first; customers see their own. */
@ApplicationScoped
class ClockList {

    record Filter(UUID ticketId, UUID visitId, UUID before) {

        static UUID cursor(String decoded) {
            try {
                return decoded == null ? null : UUID.fromString(decoded);
            } catch (IllegalArgumentException malformed) {
                throw new InvalidInput("cursor", "cursor-malformed");
            }
        }
    }

    /** @return at most {@code limit} clocks the caller may see, with their facts */
    Uni<List<Clock>> find(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (!caller.isStaff()) {
            if (caller.customers().isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            add(where, values, "c.customer_id = any(cast(string_to_array(%s, ',') as uuid[]))", String.join(",", caller.customers().stream().map(UUID::toString).toList()));
        }
        if (filter.ticketId() != null) {
            add(where, values, "c.ticket_id = %s", filter.ticketId());
        }
        if (filter.visitId() != null) {
            add(where, values, "c.visit_id = %s", filter.visitId());
        }
        if (filter.before() != null) {
            add(where, values, "c.id < %s", filter.before());
        }
        return Sql.rows(session, ClockRows.SELECT + " where " + where + " order by c.id desc limit " + limit, values.toArray()).map(rows -> rows.stream().map(ClockRows::clock).toList());
    }

    Uni<Clock> find(Mutiny.Session session, UUID id, Caller caller) {
        return Sql.row(session, ClockRows.SELECT + " where c.id = $1", id)
                .onItem().ifNull().failWith(() -> new NotFound("clock", id))
                .map(ClockRows::clock)
                .invoke(clock -> caller.mustSee(clock.customerId, "clock", id));
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        values.add(value);
        where.append(" and ").append(condition.formatted("$" + values.size()));
    }
}
