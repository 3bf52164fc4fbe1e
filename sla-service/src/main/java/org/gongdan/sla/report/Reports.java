package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.document.Share;

import io.smallrye.mutiny.Uni;

/** Figures about promises, straight from the clocks. Void clocks count nowhere. */
@ApplicationScoped
class Reports {

    private static final Sql ATTAINMENT = Sql.of("""
            select c.customer_id, u.name, c.kind, count(*) as total, count(*) filter (where c.status = 'MET') as met,
                count(*) filter (where c.status = 'BREACHED') as breached, count(*) filter (where c.status in ('RUNNING', 'PAUSED')) as open
            from clock c left join customer u on u.id = c.customer_id
            where %s
            group by c.customer_id, u.name, c.kind order by u.name, c.customer_id, c.kind""".formatted(Scope.CLOCKS));
    private static final String BREACHES = """
            select c.id, c.ticket_id, c.visit_id, c.customer_id, u.name, c.kind, c.due_at, c.breached_at, c.ended_at
            from clock c left join customer u on u.id = c.customer_id
            where c.status = 'BREACHED' and""" + Scope.CLOCKS + """
            and (c.due_at, c.id) < (:beforeDue, :beforeClock)
            order by c.due_at desc, c.id desc limit %d""";

    /** @param attainment share of the decided promises that were kept, 0 to 1, four digits; null when none is decided */
    record CustomerAttainment(UUID customerId, String customerName, String kind, long total, long met, long breached, long open,
            Double attainment) {
    }

    /** @param late how long after the due time it was done at last, ISO-8601; null when it is not done */
    record Breach(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, String customerName, String kind, Instant dueAt,
            Instant breachedAt,
            Instant endedAt, String late) {

        String key() {
            return breachedAt + "|" + clockId;
        }
    }

    /** Place in the list of breaches, latest first. */
    record Place(Instant breachedAt, UUID clockId) {

        static Place of(String key) {
            int bar = key.indexOf('|');
            return new Place(Values.instant(key.substring(0, bar)), Values.id(key.substring(bar + 1)));
        }
    }

    /** Promises that were or will be due in the period, by customer and kind. */
    Uni<List<CustomerAttainment>> attainment(Read read, Scope scope) {
        return scope.of(ATTAINMENT).rows(read).map(rows -> rows.stream().map(Reports::attainment).toList());
    }

    /** Promises broken in the period (a promise breaks at its due time), latest first. @return at most {@code limit} */
    Uni<List<Breach>> breaches(Read read, Scope scope, Place after, int limit) {
        return scope.of(Sql.of(BREACHES.formatted(limit))).with("beforeDue", after == null ? scope.to() : after.breachedAt())
                .with("beforeClock", after == null ? new UUID(0, 0) : after.clockId()).rows(read)
                .map(rows -> rows.stream().map(Reports::breach).toList());
    }

    private static CustomerAttainment attainment(Row row) {
        long met = row.number("met");
        long breached = row.number("breached");
        return new CustomerAttainment(row.id("customer_id"), row.text("name"), row.text("kind"), row.number("total"), met, breached,
                row.number("open"),
                Share.of(met, met + breached));
    }

    private static Breach breach(Row row) {
        Instant breachedAt = row.instant("breached_at");
        Instant endedAt = row.instant("ended_at");
        return new Breach(row.id("id"), row.id("ticket_id"), row.id("visit_id"), row.id("customer_id"), row.text("name"), row.text("kind"),
                row.instant("due_at"), breachedAt,
                endedAt, endedAt == null ? null : Duration.between(breachedAt, endedAt).toString());
    }
}
