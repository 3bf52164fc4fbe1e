package org.gongdan.sla.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.escalation.Escalations;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.risk.RiskApi.EngineerLoad;
import org.gongdan.sla.risk.RiskApi.RiskView;
import org.gongdan.sla.risk.RiskApi.RisksView;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** Finds promises that are not done, the most urgent first. */
@ApplicationScoped
class RiskList {

    /** For what the work waits now: the last pause that nothing has ended, whether it stops the clock or not. */
    private static final String WAITS = """
            left join lateral (select case when f.fact = 'PAUSED' then f.data ->> 'reason' end as reason, f.at from clock_fact f
                where f.clock_id = c.id and f.fact in ('PAUSED', 'RESUMED', 'MET') order by f.at desc, f.sequence desc, f.seq desc limit 1) w on true""";

    private static final Sql COUNTS = Sql.of("""
            select now() as at,
                (select count(*) from clock c where c.ended_at is null and %s) as due,
                (select count(*) from clock c where c.ended_at is null and c.due_at < now() and %s) as broken,
                (select count(*) from clock c where c.ended_at is null and c.due_at < now() and %s) as silent,
                (select count(*) from clock c %s where c.ended_at is null and %s) as waiting,
                (%s) as escalations""".formatted(Risk.DUE.condition(), Risk.BROKEN.condition(), Risk.SILENT.condition(), WAITS,
            Risk.WAITING.condition(), Escalations.COUNT_OPEN));

    private static final Sql ENGINEERS = Sql.of("""
            select c.engineer_id, count(*) as promises, count(distinct c.visit_id) as visits, count(*) filter (where %s) as due,
                count(*) filter (where c.status = 'BREACHED') as broken, min(c.due_at) filter (where c.status = 'RUNNING') as next_due
            from clock c where c.ended_at is null and c.engineer_id is not null group by c.engineer_id
            order by broken desc, due desc, promises desc, c.engineer_id""".formatted(Risk.DUE.condition()));

    private static final String SELECT = """
            select c.id, c.kind, c.status, c.started_at, c.due_at, c.ticket_id, %s as ticket, c.visit_id, c.shift_id, c.customer_id,
                u.name as customer,
                coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1)) as priority,
                c.engineer_id, c.promised_by, w.reason, case when w.reason is not null then w.at end as since
            from clock c left join customer u on u.id = c.customer_id %s""".formatted(BreachCause.TICKET, WAITS);

    private final Duration soon;

    RiskList(SlaSettings settings) {
        this.soon = settings.risk().soon();
    }

    /** @param what null: whatever is not done */
    record Filter(Risk what, UUID engineerId, UUID customerId, Place after) {
    }

    /** Place in the list. */
    record Place(Instant dueAt, UUID clockId) {

        static Place of(String key) {
            int bar = key.indexOf('|');
            return new Place(Values.instant(key.substring(0, bar)), Values.id(key.substring(bar + 1)));
        }

        static String key(RiskView row) {
            return row.dueAt() + "|" + row.clockId();
        }
    }

    Uni<RisksView> counts(Read read, Instant now) {
        Instant until = now.plus(soon);
        return COUNTS.with("soon", until).with("news", Risk.NEWS).row(read)
                .chain(counted -> ENGINEERS.with("soon", until).rows(read)
                        .map(rows -> new RisksView(counted.instant("at"), until, counted.number("due"), counted.number("broken"),
                                counted.number("silent"), counted.number("waiting"), counted.number("escalations"),
                                rows.stream().map(RiskList::load).toList())));
    }

    Uni<List<RiskView>> find(Read read, Filter filter, Instant now, int limit) {
        Where where = new Where().and("c.ended_at is null").andIfGiven("c.engineer_id = :engineer", filter.engineerId())
                .andIfGiven("c.customer_id = :customer", filter.customerId());
        if (filter.what() != null) {
            where.and(filter.what().condition());
            if (filter.what().asksSoon()) {
                where.with("soon", now.plus(soon));
            }
            if (filter.what().asksNews()) {
                where.with("news", Risk.NEWS);
            }
        }
        if (filter.after() != null) {
            where.and("(c.due_at, c.id) > (:afterDue, :afterClock)").with("afterDue", filter.after().dueAt()).with("afterClock",
                    filter.after().clockId());
        }
        return where.in(SELECT + " where " + where + " order by c.due_at, c.id limit " + limit).rows(read)
                .map(rows -> rows.stream().map(RiskList::view).toList());
    }

    private static EngineerLoad load(Row row) {
        return new EngineerLoad(row.id("engineer_id"), row.number("promises"), row.number("visits"), row.number("due"),
                row.number("broken"), row.instant("next_due"));
    }

    private static RiskView view(Row row) {
        return new RiskView(row.id("id"), row.text("kind"), row.constant("status", ClockStatus.class), row.instant("started_at"),
                row.instant("due_at"), row.id("ticket_id"), row.text("ticket"), row.id("visit_id"), row.id("shift_id"),
                row.id("customer_id"), row.text("customer"), row.text("priority"), row.id("engineer_id"), row.text("promised_by"),
                row.text("reason"), row.instant("since"));
    }
}
