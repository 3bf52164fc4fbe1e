package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.document.Share;

import io.smallrye.mutiny.Uni;

/** Figures about promises, straight from the clocks. Void clocks count nowhere. */
@ApplicationScoped
class Reports {

    /** @param attainment share of the decided promises that were kept, 0 to 1, four digits; null when none is decided */
    record CustomerAttainment(UUID customerId, String customerName, String kind, long total, long met, long breached, long open, Double attainment) {
    }

    /** @param late how long after the due time it was done at last, ISO-8601; null when it is not done */
    record Breach(UUID clockId, UUID ticketId, UUID visitId, UUID customerId, String customerName, String kind, Instant dueAt, Instant breachedAt,
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
        return Sql.rows(read, """
                select c.customer_id, u.name, c.kind, count(*), count(*) filter (where c.status = 'MET'), count(*) filter (where c.status = 'BREACHED'),
                    count(*) filter (where c.status in ('RUNNING', 'PAUSED'))
                from clock c left join customer u on u.id = c.customer_id
                where %s
                group by c.customer_id, u.name, c.kind order by u.name, c.customer_id, c.kind""".formatted(Scope.CLOCKS), scope.and().toArray())
                .map(rows -> rows.stream().map(Reports::attainment).toList());
    }

    /** Promises broken in the period (a promise breaks at its due time), latest first. @return at most {@code limit} */
    Uni<List<Breach>> breaches(Read read, Scope scope, Place after, int limit) {
        return Sql.rows(read, """
                select c.id, c.ticket_id, c.visit_id, c.customer_id, u.name, c.kind, c.due_at, c.breached_at, c.ended_at
                from clock c left join customer u on u.id = c.customer_id
                where c.status = 'BREACHED' and %s and (c.due_at, c.id) < ($5, $6)
                order by c.due_at desc, c.id desc limit %d""".formatted(Scope.CLOCKS, limit),
                scope.and(after == null ? scope.to() : after.breachedAt(), after == null ? new UUID(0, 0) : after.clockId()).toArray())
                .map(rows -> rows.stream().map(Reports::breach).toList());
    }

    private static CustomerAttainment attainment(Object[] row) {
        long met = Figures.number(row[4]);
        long breached = Figures.number(row[5]);
        Double share = Share.of(met, met + breached);
        return new CustomerAttainment((UUID) row[0], (String) row[1], (String) row[2], Figures.number(row[3]), met, breached, Figures.number(row[6]), share);
    }

    private static Breach breach(Object[] row) {
        Instant breachedAt = Rows.instant(row[7]);
        Instant endedAt = Rows.instant(row[8]);
        return new Breach((UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], (String) row[4], (String) row[5], Rows.instant(row[6]), breachedAt,
                endedAt, endedAt == null ? null : Duration.between(breachedAt, endedAt).toString());
    }
}
