package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Where;

import io.smallrye.mutiny.Uni;

/** Finds visits, newest first. Ids are time-ordered, so the id is the sort key and the cursor. */
@ApplicationScoped
class VisitList {

    static final String FILES = "select v, c, e from Visit v left join Contact c on c.id = v.contactId left join Engineer e on e.id = v.engineerId";

    /** @param number the whole number of a visit. @param from when the window ends at the earliest. @param to before which it starts */
    record Filter(Set<VisitStatus> status, UUID engineerId, UUID ticketId, UUID customerId, String number, Instant from, Instant to,
            UUID before) {
    }

    /** Whoever plans visits or answers for them sees all; an engineer sees his own. */
    static boolean seesAll(Caller caller) {
        return caller.has("supervisor") || caller.has("agent") || caller.has("manager");
    }

    /** A customer sees those at his own places; an engineer of ours only where he goes himself. */
    static boolean maySee(Visit visit, Caller caller) {
        return seesAll(caller)
                || (caller.isStaff() ? caller.subject().equals(visit.engineerId) : caller.customers().contains(visit.customerId));
    }

    /** @return at most {@code limit} visits the caller may see */
    Uni<List<VisitFile>> find(Read read, Filter filter, Caller caller, int limit) {
        Where where = new Where().andIfGiven("v.engineerId = :own", seesAll(caller) || !caller.isStaff() ? null : caller.subject())
                .andIfGiven("v.customerId in :customers", caller.isStaff() ? null : customers(caller))
                .andIfGiven("v.engineerId = :engineer", filter.engineerId()).andIfGiven("v.ticketId = :ticket", filter.ticketId())
                .andIfGiven("v.customerId = :customer", filter.customerId()).andIfGiven("v.number = :number", filter.number())
                .andIfGiven("v.windowEnd > :from", filter.from()).andIfGiven("v.windowStart < :to", filter.to())
                // No window is longer, so the index on its start bounds both ends.
                .andIfGiven("v.windowStart > :earliest", filter.from() == null ? null : filter.from().minus(Window.LONGEST))
                .andIfGiven("v.status in :status", filter.status().isEmpty() ? null : filter.status())
                .andIfGiven("v.id < :before", filter.before());
        return where.bind(read.session().createSelectionQuery(FILES + " where " + where + " order by v.id desc", Object[].class))
                .setMaxResults(limit).getResultList().map(rows -> rows.stream().map(VisitFile::of).toList());
    }

    /** None of nobody's: an empty list would be no condition. */
    private static Set<UUID> customers(Caller caller) {
        return caller.customers().isEmpty() ? Set.of(new UUID(0, 0)) : Set.copyOf(caller.customers());
    }
}
