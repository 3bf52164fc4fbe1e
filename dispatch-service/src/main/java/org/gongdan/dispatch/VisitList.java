package org.gongdan.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds visits, newest first. Ids are time-ordered, so the id is the sort key and the cursor. */
@ApplicationScoped
class VisitList {

    static final String FILES = "select v, c, e from Visit v left join Contact c on c.id = v.contactId left join Engineer e on e.id = v.engineerId";

    /** @param number the whole number of a visit */
    record Filter(Set<VisitStatus> status, UUID engineerId, UUID ticketId, String number, UUID before) {
    }

    /** Whoever plans visits or answers for them sees all; an engineer sees his own. */
    static boolean seesAll(Caller caller) {
        return caller.has("supervisor") || caller.has("agent") || caller.has("manager");
    }

    /** @return at most {@code limit} visits the caller may see */
    Uni<List<VisitFile>> find(Read read, Filter filter, Caller caller, int limit) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<Object> values = new ArrayList<>();
        if (!seesAll(caller)) {
            add(where, values, "v.engineerId = ", caller.subject());
        }
        if (filter.engineerId() != null) {
            add(where, values, "v.engineerId = ", filter.engineerId());
        }
        if (filter.ticketId() != null) {
            add(where, values, "v.ticketId = ", filter.ticketId());
        }
        if (filter.number() != null) {
            add(where, values, "v.number = ", filter.number());
        }
        if (!filter.status().isEmpty()) {
            add(where, values, "v.status in ", filter.status());
        }
        if (filter.before() != null) {
            add(where, values, "v.id < ", filter.before());
        }
        Mutiny.SelectionQuery<Object[]> query = read.session().createSelectionQuery(FILES + where + " order by v.id desc", Object[].class)
                .setMaxResults(limit);
        for (int position = 0; position < values.size(); position++) {
            query.setParameter(position + 1, values.get(position));
        }
        return query.getResultList().map(rows -> rows.stream().map(VisitFile::of).toList());
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        values.add(value);
        where.append(" and ").append(condition).append('?').append(values.size());
    }
}
