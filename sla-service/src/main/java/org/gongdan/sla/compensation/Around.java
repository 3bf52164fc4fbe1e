package org.gongdan.sla.compensation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.report.BreachCause;

/**
 * What people know an entry of the ledger by.
 *
 * @param customerName null while nobody has told it
 * @param ticket       number of the ticket; null for a month's attainment
 */
record Around(String customerName, String ticket) {

    private static final Sql AROUND = Sql.of("""
            select c.id, u.name, %s as ticket from compensation c left join customer u on u.id = c.customer_id where c.id = any(:entries)"""
            .formatted(BreachCause.TICKET));

    /** By the ids of the entries. */
    static Question<Map<UUID, Around>> of(Collection<UUID> entries) {
        return new Question<>(AROUND.ids("entries", entries),
                rows -> rows.stream().collect(Collectors.toMap(row -> row.id("id"), Around::of)));
    }

    private static Around of(Row row) {
        return new Around(row.text("name"), row.text("ticket"));
    }
}
