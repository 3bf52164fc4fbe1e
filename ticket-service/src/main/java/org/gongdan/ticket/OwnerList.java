package org.gongdan.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.ticket.OwnerApi.OwnerLoad;

import io.smallrye.mutiny.Uni;

/** Who has which open tickets: read by the index on the status, so that closed ones cost nothing. */
@ApplicationScoped
class OwnerList {

    private static final String[] OPEN = Arrays.stream(TicketStatus.values()).filter(TicketStatus::isOpen).map(Enum::name)
            .toArray(String[]::new);

    private static final Sql LOADS = Sql.of("""
            select t.assignee, count(*) as open, count(*) filter (where t.status = 'WAITING') as waiting, count(*) filter (where t.breached) as breached,
                min(t.resolve_by) as next_due
            from ticket t where t.status = any(:open) group by t.assignee order by open desc, t.assignee nulls first""");

    /** Times are compared as the database keeps them; a ticket that nobody has promised a time for comes last. */
    private static final String LATEST = "2199-12-31T23:59:59Z";
    private static final String DUE = "coalesce(t.resolve_by, timestamptz '" + LATEST + "')";

    /** Place in the list. */
    record Place(Instant due, UUID id) {

        static Place of(String key) {
            int bar = key.indexOf('|');
            return new Place(Values.instant(key.substring(0, bar)), Values.id(key.substring(bar + 1)));
        }

        static String key(Ticket ticket) {
            return (ticket.resolveBy == null ? LATEST : ticket.resolveBy) + "|" + ticket.id;
        }
    }

    Uni<List<OwnerLoad>> loads(Read read) {
        return LOADS.with("open", OPEN).rows(read)
                .map(rows -> rows.stream().map(row -> new OwnerLoad(row.text("assignee"), row.number("open"), row.number("waiting"),
                        row.number("breached"), row.instant("next_due"))).toList());
    }

    /** @param assignee null: those that nobody has. @return at most {@code limit} open tickets, the first due first */
    Uni<List<Ticket>> find(Read read, String assignee, Place after, int limit) {
        Where where = new Where().and("t.status = any(:open)", OPEN);
        if (assignee == null) {
            where.and("t.assignee is null");
        } else {
            where.and("t.assignee = :assignee", UserName.of(assignee));
        }
        if (after != null) {
            where.and("(" + DUE + ", t.id) > (:afterDue, :afterTicket)").with("afterDue", after.due()).with("afterTicket", after.id());
        }
        return where.in("select t.id from ticket t where " + where + " order by " + DUE + ", t.id limit " + limit).rows(read)
                .map(rows -> rows.stream().map(row -> row.id("id")).toList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : read.session().find(Ticket.class, ids.toArray()));
    }
}
