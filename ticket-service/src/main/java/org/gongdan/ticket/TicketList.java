package org.gongdan.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds tickets, newest first. Ids are time-ordered, so the id is the sort key and the cursor. */
@ApplicationScoped
class TicketList {

    /** @param mine tickets assigned to the caller */
    record Filter(Set<TicketStatus> status, UUID customerId, String query, boolean mine, UUID before) {

        static UUID cursor(String decoded) {
            try {
                return decoded == null ? null : UUID.fromString(decoded);
            } catch (IllegalArgumentException malformed) {
                throw new InvalidInput("cursor", "cursor-malformed");
            }
        }
    }

    /** @return at most {@code limit} tickets the caller may see */
    Uni<List<Ticket>> find(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        StringBuilder where = new StringBuilder("from Ticket where 1 = 1");
        List<Object> values = new ArrayList<>();
        if (!caller.isStaff()) {
            add(where, values, "customerId in ", caller.customers());
        }
        if (filter.customerId() != null) {
            add(where, values, "customerId = ", filter.customerId());
        }
        if (!filter.status().isEmpty()) {
            add(where, values, "status in ", filter.status());
        }
        if (filter.mine() && caller.isStaff()) {
            add(where, values, "assignee = ", caller.username());
        }
        if (filter.query() != null && !filter.query().isBlank()) {
            String like = "%" + escape(filter.query().strip()) + "%";
            values.add(like);
            where.append(" and (summary like ?").append(values.size()).append(" escape '!' or number like ?").append(values.size()).append(" escape '!')");
        }
        if (filter.before() != null) {
            add(where, values, "id < ", filter.before());
        }
        Mutiny.SelectionQuery<Ticket> query = session.createSelectionQuery(where + " order by id desc", Ticket.class).setMaxResults(limit);
        for (int position = 0; position < values.size(); position++) {
            query.setParameter(position + 1, values.get(position));
        }
        return query.getResultList();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        values.add(value);
        where.append(" and ").append(condition).append('?').append(values.size());
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
