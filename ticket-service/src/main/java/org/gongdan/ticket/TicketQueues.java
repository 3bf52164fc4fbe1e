package org.gongdan.ticket;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.ticket.TicketList.Filter;

import io.smallrye.mutiny.Uni;

/**
 * Tickets that have not ended, by what they wait for and in the order in which they should be worked on. They are few beside all that ever were, so every
 * one of them is looked at, and what changes often (until when something is promised) needs no index that each change would have to be written to.
 */
@ApplicationScoped
class TicketQueues {

    private static final Set<TicketStatus> NOT_ENDED = EnumSet.complementOf(EnumSet.of(TicketStatus.CLOSED, TicketStatus.CANCELLED));
    private static final String RANKED = "select t.id from ticket t where t.status = any(:status) and %s order by %s limit %d";
    private static final String NEWEST = """
            select newest.id from unnest(cast(:status as text[])) status(asked),
                lateral (select t.id from ticket t where t.status = status.asked and %1$s order by t.id desc limit %2$d) newest
            order by newest.id desc limit %2$d""";
    private static final Sql COUNTS = Sql.of(Arrays.stream(Queue.values())
            .map(queue -> "count(*) filter (where t.status in (%s) and %s) as %s".formatted(names(queue.statuses), queue.condition,
                    label(queue)))
            .collect(Collectors.joining(", ", "select ", " from ticket t where t.status in (" + names(NOT_ENDED) + ")")));

    /** @return ids of at most {@code limit} tickets. @param customers whose tickets the caller may see and asks for; null: everybody's */
    Uni<List<UUID>> find(Read read, Filter filter, UUID[] customers, Caller caller, int limit) {
        Where where = new Where().andIfGiven("t.customer_id = any(:customers)", customers).andIfGiven("t.site_id = :site", filter.siteId());
        if (filter.queue() != null) {
            where.and(filter.queue().condition);
        }
        if (caller.isStaff() && (filter.mine() || filter.queue() == Queue.MINE)) {
            where.with("me", namesOf(caller));
            where.and(filter.queue() == Queue.MINE ? "true" : "t.assignee = any(:me)");
        }
        if (!filter.priority().isEmpty()) {
            where.and("t.priority = any(:priority)", names(filter.priority().stream()));
        }
        if (!filter.asksNothing()) {
            where.and("t.words like all(:patterns)", patterns(filter.words()));
        }
        if (filter.after() != null) {
            where.and(filter.order().ranks ? filter.order().after() : "t.id < :before").with("before", filter.after().id());
            if (filter.order().ranks) {
                where.with("rank", filter.after().rank());
            }
        }
        where.with("status", names(statuses(filter).stream()));
        String sql = filter.order().ranks ? RANKED.formatted(where, filter.order().sql(), limit) : NEWEST.formatted(where, limit);
        return where.in(sql).rows(read).map(rows -> rows.stream().map(row -> row.id("id")).toList());
    }

    /** How many tickets stand in each queue, counted in one look. */
    Uni<Map<Queue, Long>> counts(Read read, Caller caller) {
        return COUNTS.with("me", namesOf(caller)).row(read).map(TicketQueues::counted);
    }

    private static Map<Queue, Long> counted(Row row) {
        Map<Queue, Long> counts = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            counts.put(queue, row.number(label(queue)));
        }
        return counts;
    }

    private static Set<TicketStatus> statuses(Filter filter) {
        Set<TicketStatus> statuses = EnumSet.copyOf(filter.queue() == null ? NOT_ENDED : filter.queue().statuses);
        if (!filter.status().isEmpty()) {
            if (filter.status().stream().noneMatch(NOT_ENDED::contains)) {
                throw new InvalidInput("status", "ended-not-ranked");
            }
            statuses.retainAll(filter.status());
        }
        return statuses;
    }

    /** People take tickets by their user name; engineers are given them by their id, as dispatch-service lists them. */
    static String[] namesOf(Caller caller) {
        return new String[] {UserName.of(caller.username()), caller.subject().toString()};
    }

    static String[] patterns(String[] words) {
        return Arrays.stream(words).map(TicketQueues::holding).toArray(String[]::new);
    }

    private static String holding(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String[] names(Stream<? extends Enum<?>> constants) {
        return constants.map(Enum::name).toArray(String[]::new);
    }

    private static String names(Set<TicketStatus> statuses) {
        return statuses.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
    }

    private static String label(Queue queue) {
        return queue.name().toLowerCase(Locale.ROOT);
    }
}
