package org.gongdan.platform.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Where;

import io.smallrye.mutiny.Uni;

/**
 * The audit as people read it. A search goes from the newest row back and costs as much as the rows it passes: no index serves it, since every command
 * would pay for that; a time makes it short.
 */
@ApplicationScoped
public class AuditRows {

    private static final String FIND = """
            select a.id, a.at, a.actor, p.username, p.name, a.action, a.customer, a.detail, a.trace_id, s.position
            from audit a left join audit_seal s on s.audit_id = a.id left join audit_person p on p.subject = a.actor
            where %s order by a.id desc limit %d""";
    private static final String BY = """
            (a.actor = :person or a.actor in (select subject from audit_person where position(:person in username || ' ' || name) > 0))""";
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    /** What is looked for; null is not asked. */
    public record Asked(String person, String action, UUID customer, UUID about, Instant from, Instant to) {
    }

    /**
     * @param actor    subject of the token of who did it, or the name of what did it by itself
     * @param username user name he had when he did something last; absent of customers' people, and of what works by itself
     * @param name     what he was called then
     * @param action   method and path, or what a consumer did
     * @param detail   anything more, such as a reason, or the path of what was made
     * @param position place in the chain; absent until the row is sealed
     */
    public record AuditRow(long id, Instant at, String actor, String username, String name, String action, UUID customer, String detail,
            String traceId, Long position) {
    }

    /** @param before id of the last one seen, or null */
    public Uni<List<AuditRow>> find(Read read, Asked asked, Long before, int limit) {
        Where where = new Where().andIfGiven(BY, asked.person()).andIfGiven("a.action ~ :action", pattern(asked.action()))
                .andIfGiven("a.customer = :customer", asked.customer())
                .andIfGiven("position(:about in a.action || ' ' || coalesce(a.detail, '')) > 0", text(asked.about()))
                .andIfGiven("a.at >= :start", asked.from()).andIfGiven("a.at < :finish", asked.to())
                .andIfGiven("a.id < :before", before);
        return where.in(FIND.formatted(where, limit)).rows(read).map(rows -> rows.stream().map(AuditRows::row).toList());
    }

    /** {@code POST /api/tickets/{id}/resolve} is every path with something in that place. */
    static String pattern(String operation) {
        if (operation == null) {
            return null;
        }
        return Arrays.stream(PLACE.split(operation, -1)).map(part -> part.replaceAll("[\\p{Punct}&&[^/]]", "\\\\$0"))
                .collect(Collectors.joining("[^/]+", "^", "$"));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static AuditRow row(Row row) {
        return new AuditRow(row.number("id"), row.instant("at"), row.text("actor"), row.text("username"), row.text("name"),
                row.text("action"), row.id("customer"), row.text("detail"), row.text("trace_id"), row.number("position"));
    }
}
