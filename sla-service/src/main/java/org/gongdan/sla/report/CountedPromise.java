package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Where;

/**
 * One of the promises that stand behind a figure.
 *
 * @param ticket  number of the ticket, or null when nobody told it
 * @param endedAt when it was done or called off; null while it is not
 * @param late    minutes after the due time it was done at last; null when it is not broken or not done
 */
record CountedPromise(UUID clockId, UUID ticketId, String ticket, UUID visitId, UUID customerId, String customerName, String kind,
        String priority, Instant startedAt, Instant dueAt, Instant endedAt, Verdict verdict, Long late) {

    private static final String ROWS = """
            select c.id, c.ticket_id, %s as ticket, c.visit_id, c.customer_id, u.name, c.kind, c.started_at, c.due_at, c.ended_at, c.status,
                coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1)) as priority
            from clock c left join customer u on u.id = c.customer_id
            cross join lateral (select exists (select 1 from clock_fact f
                where f.clock_id = c.id and f.fact = 'MET' and greatest(f.at, c.started_at) = c.ended_at) as arrived) a
            cross join lateral (select case when a.arrived then extract(epoch from c.due_at - c.ended_at) / 60 end as before) b %s
            where %s and %s and (c.due_at, c.id) < (:beforeDue, cast(:beforeClock as uuid)) order by c.due_at desc, c.id desc limit %d""";

    /** Latest due first. @param after the last one seen, or null @return at most {@code limit} */
    static Question<List<CountedPromise>> of(Scope scope, Behind behind, Reports.Place after, int limit) {
        Where where = behind.where();
        Bound query = scope.of(where.in(ROWS.formatted(BreachCause.TICKET, behind.join(), Scope.CLOCKS, where, limit)))
                .with("beforeDue", after == null ? scope.to() : after.breachedAt())
                .with("beforeClock", after == null ? new UUID(0, 0) : after.clockId());
        return new Question<>(behind.asksForZone() ? query.with("zone", scope.zone().getId()) : query,
                rows -> rows.stream().map(CountedPromise::of).toList());
    }

    String key() {
        return dueAt + "|" + clockId;
    }

    private static CountedPromise of(Row row) {
        Instant dueAt = row.instant("due_at");
        Instant endedAt = row.instant("ended_at");
        Verdict verdict = switch (row.text("status")) {
            case "MET" -> Verdict.KEPT;
            case "BREACHED" -> Verdict.BROKEN;
            default -> Verdict.OPEN;
        };
        return new CountedPromise(row.id("id"), row.id("ticket_id"), row.text("ticket"), row.id("visit_id"), row.id("customer_id"),
                row.text("name"), row.text("kind"), row.text("priority"), row.instant("started_at"), dueAt, endedAt, verdict,
                verdict == Verdict.BROKEN && endedAt != null ? Math.max(0, Duration.between(dueAt, endedAt).toMinutes()) : null);
    }
}
