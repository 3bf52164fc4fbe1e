package org.gongdan.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;

import io.smallrye.mutiny.Uni;

/** Finds tickets, newest first. Ids are time-ordered, so the id is the sort key and the cursor. */
@ApplicationScoped
class TicketList {

    private static final String[] EVERY_STATUS = Arrays.stream(TicketStatus.values()).map(Enum::name).toArray(String[]::new);
    private static final Sql HOLDING = Sql
            .of("select id from find_tickets(:words, :customers, :status, :assignees, :before, :limit) as id");
    /**
     * The newest of each owner and status, by an index that holds both; then the newest of them. However many tickets there are, no other is read, but
     * where an assignee and a customer are asked for together: there the assignee's are looked through.
     */
    private static final String NEWEST_OF_EACH = """
            select newest.id from %1$s, lateral (select t.id from ticket t where %2$s order by t.id desc limit %3$d) newest
            order by newest.id desc limit %3$d""";
    private static final String NEWEST = "select t.id from ticket t where %s order by t.id desc limit %d";

    private final TicketQueues queues;

    TicketList(TicketQueues queues) {
        this.queues = queues;
    }

    /**
     * @param siteId   of one place only, or null
     * @param mine     tickets assigned to the caller
     * @param queue    or null; a queue, a priority and an order other than the newest first are asked of tickets that have not ended
     * @param priority any of them; none: whatever it is
     * @param after    where the page before ended, or null
     */
    record Filter(Set<TicketStatus> status, UUID customerId, UUID siteId, String query, boolean mine, Queue queue, Set<Priority> priority,
            TicketOrder order,
            TicketOrder.Cursor after) {

        private boolean ofOpenOnes() {
            return queue != null || !priority.isEmpty() || order.ranks;
        }

        private UUID before() {
            return after == null ? null : after.id();
        }

        /** Nothing is asked for. */
        boolean asksNothing() {
            return query == null || SearchForm.isBlank(query);
        }

        String[] words() {
            return SearchForm.words(query).toArray(String[]::new);
        }

        /** A place has few tickets, so those are looked through for the words. */
        private Where atPlace() {
            Where where = new Where().andIfGiven(
                    "t.site_id = :site and t.customer_id = (select s.customer_id from site s where s.id = :site)", siteId);
            return asksNothing() ? where : where.and("t.words like all(:patterns)", TicketQueues.patterns(words()));
        }
    }

    /** What is looked for, as the tables hold it. Null: whatever it is. */
    private record Wanted(UUID[] customers, String[] status, String[] assignees, UUID before) {

        static Wanted of(Filter filter, Caller caller) {
            return new Wanted(customers(filter, caller),
                    filter.status().isEmpty() ? null : filter.status().stream().map(Enum::name).toArray(String[]::new),
                    filter.mine() && caller.isStaff() ? TicketQueues.namesOf(caller) : null, filter.before());
        }

        private static UUID[] customers(Filter filter, Caller caller) {
            if (caller.isStaff()) {
                return filter.customerId() == null ? null : new UUID[] {filter.customerId()};
            }
            return caller.customers().stream().filter(customer -> filter.customerId() == null || customer.equals(filter.customerId()))
                    .toArray(UUID[]::new);
        }
    }

    /** @return at most {@code limit} tickets the caller may see */
    Uni<List<Ticket>> find(Read read, Filter filter, Caller caller, int limit) {
        Wanted wanted = Wanted.of(filter, caller);
        Uni<List<UUID>> found = filter.ofOpenOnes() ? ofOpenOnes(read, filter, wanted, caller, limit)
                : filter.asksNothing() ? newest(read, filter, wanted, limit) : holding(read, filter, wanted, limit);
        return found.chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : read.session().find(Ticket.class, ids.toArray()));
    }

    private Uni<List<UUID>> ofOpenOnes(Read read, Filter filter, Wanted wanted, Caller caller, int limit) {
        if (filter.queue() != null && !caller.isStaff()) {
            // To whom we hand a ticket over, and whose it is, is no customer's business.
            throw new Forbidden("forbidden");
        }
        return !filter.asksNothing() && filter.words().length == 0 ? Uni.createFrom().item(List.of())
                : queues.find(read, filter, wanted.customers(), caller, limit);
    }

    /** Whose number, customer and summary hold all words, in the form texts are compared in; a question that has none finds nothing. */
    private static Uni<List<UUID>> holding(Read read, Filter filter, Wanted wanted, int limit) {
        String[] words = filter.words();
        return words.length == 0 ? Uni.createFrom().item(List.of())
                : filter.siteId() != null ? newest(read, filter, wanted, limit)
                        : ids(HOLDING.with("words", words).with("customers", wanted.customers()).with("status", wanted.status())
                                .with("assignees", wanted.assignees())
                                .with("before", wanted.before()).with("limit", limit), read);
    }

    /** The limit stands in the text of the query: PostgreSQL plans a parameter as if a tenth of the table were wanted, and sorts it. */
    private static Uni<List<UUID>> newest(Read read, Filter filter, Wanted wanted, int limit) {
        Where where = filter.atPlace().andIfGiven("t.id < :before", wanted.before());
        if (wanted.customers() == null && wanted.assignees() == null && wanted.status() == null) {
            return ids(where.in(NEWEST.formatted(where, limit)), read);
        }
        where.with("status", wanted.status() == null ? EVERY_STATUS : wanted.status());
        StringBuilder each = new StringBuilder("unnest(cast(:status as text[])) status(asked)");
        StringBuilder matching = new StringBuilder("t.status = status.asked");
        if (wanted.assignees() != null) {
            where.with("assignees", wanted.assignees());
            each.append(", unnest(cast(:assignees as text[])) assignee(asked)");
            matching.append(" and t.assignee = assignee.asked");
            where.andIfGiven("t.customer_id = any(:customers)", wanted.customers());
        } else if (wanted.customers() != null) {
            where.with("customers", wanted.customers());
            each.append(", unnest(cast(:customers as uuid[])) customer(asked)");
            matching.append(" and t.customer_id = customer.asked");
        }
        return ids(where.in(NEWEST_OF_EACH.formatted(each, matching + " and " + where, limit)), read);
    }

    private static Uni<List<UUID>> ids(Bound query, Read read) {
        return query.rows(read).map(rows -> rows.stream().map(row -> row.id("id")).toList());
    }
}
