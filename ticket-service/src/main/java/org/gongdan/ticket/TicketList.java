package org.gongdan.ticket;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Where;
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

    /**
     * @return at most {@code limit} tickets the caller may see. The limit stands in the text of the query: PostgreSQL plans a parameter as if a tenth
     *         of the table were wanted, and sorts it
     */
    Uni<List<Ticket>> find(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        if (filter.query() != null && !filter.query().isBlank()) {
            return TicketSearch.find(session, inSql(filter, caller), filter.query(), limit);
        }
        Where where = inHql(filter, caller);
        return where.bind(session.createSelectionQuery("from Ticket where " + where + " order by id desc limit " + limit, Ticket.class)).getResultList();
    }

    private static Where inHql(Filter filter, Caller caller) {
        Where where = Where.hql();
        if (!caller.isStaff()) {
            where.and("customerId in %s", caller.customers());
        }
        if (filter.status().size() == 1) {
            where.and("status = %s", filter.status().iterator().next());
        } else if (!filter.status().isEmpty()) {
            where.and("status in %s", filter.status());
        }
        return where.andIfGiven("customerId = %s", filter.customerId())
                .andIfGiven("assignee in %s", assignee(filter, caller))
                .andIfGiven("id < %s", filter.before());
    }

    private static Where inSql(Filter filter, Caller caller) {
        Where where = Where.sql();
        if (!caller.isStaff()) {
            where.and("customer_id = any(%s)", caller.customers().toArray(UUID[]::new));
        }
        if (!filter.status().isEmpty()) {
            where.and("status = any(%s)", filter.status().stream().map(Enum::name).toArray(String[]::new));
        }
        return where.andIfGiven("customer_id = %s", filter.customerId())
                .andIfGiven("assignee = any(%s)", names(filter, caller))
                .andIfGiven("id < %s", filter.before());
    }

    /** People take tickets by their user name; engineers are given them by their id, as dispatch-service lists them. */
    private static List<String> assignee(Filter filter, Caller caller) {
        return filter.mine() && caller.isStaff() ? List.of(caller.username(), caller.subject().toString()) : null;
    }

    private static String[] names(Filter filter, Caller caller) {
        List<String> names = assignee(filter, caller);
        return names == null ? null : names.toArray(String[]::new);
    }
}
