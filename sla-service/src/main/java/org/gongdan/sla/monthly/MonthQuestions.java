package org.gongdan.sla.monthly;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.agreement.ContentJson;
import org.gongdan.sla.monthly.MonthFigures.Open;
import org.gongdan.sla.monthly.MonthFigures.OpenPromise;
import org.gongdan.sla.monthly.MonthFigures.Owed;
import org.gongdan.sla.monthly.MonthFigures.Target;
import org.gongdan.sla.monthly.MonthFigures.Volume;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.report.Scope;

/** What monthly reports ask besides the figures anybody can ask for. */
final class MonthQuestions {

    private static final int LISTED = 30;
    private static final Sql NAME = Sql.of("select name from customer where id = cast(:customer as uuid)");
    private static final Sql VOLUME = Sql
            .of("""
            with ticket as (
                select c.ticket_id, min(c.started_at) as reported, max(c.priority) as priority from clock c
                where c.ticket_id is not null and c.started_at >= :from and c.started_at < :to
                    and (cast(:customers as uuid[]) is null or c.customer_id = any(cast(:customers as uuid[])))
                    and not exists (select 1 from clock o where o.ticket_id = c.ticket_id and o.started_at < :from)
                group by c.ticket_id)
            select to_char(reported at time zone cast(:zone as text), 'YYYY-MM') as month, priority, count(*) as tickets from ticket
                group by 1, 2 order by 1, 2""");
    private static final Sql OPEN = Sql.of("""
            select c.id, c.ticket_id, %s as ticket, c.customer_id, u.name, c.kind,
                coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id
                    and o.priority is not null limit 1)) as priority, c.due_at, c.status,
                count(*) over () as all_open, count(*) filter (where c.status = 'BREACHED' or c.due_at <= :now) over () as overdue
            from clock c left join customer u on u.id = c.customer_id
            where c.due_at >= :from and c.due_at < :ahead and (cast(:customers as uuid[]) is null or c.customer_id = any(cast(:customers as uuid[])))
                and c.kind <> all(cast(:hidden as text[])) and (c.status in ('RUNNING', 'PAUSED') or c.status = 'BREACHED' and c.ended_at is null)
            order by c.due_at, c.id limit %d""".formatted(BreachCause.TICKET, LISTED));
    private static final Sql OWED = Sql
            .of("""
            select currency, cast(sum(cast(amount as numeric)) as text) as amount, count(*) as entries from compensation
            where month = :month and status = 'APPROVED' and (cast(:customer as uuid) is null or customer_id = cast(:customer as uuid))
                group by currency order by currency""");

    private static final Sql CONTRACTS = Sql.of("""
            select v.content from agreement_version v join agreement a on a.id = v.agreement_id
            where a.type = 'SLA' and a.customer_id = :customer and v.status = 'ACTIVE' and v.effective_from <= :last
                and (v.effective_to is null or v.effective_to >= :first)""");

    /** Older open promises are forgotten ones: the reports before have told of them. */
    private static final Duration BEFORE = Duration.ofDays(62);
    private static final Duration AHEAD = Duration.ofDays(7);

    private MonthQuestions() {
    }

    static Question<String> customerName(UUID customerId) {
        return new Question<>(NAME.with("customer", customerId), rows -> rows.isEmpty() ? null : rows.getFirst().text("name"));
    }

    /** A ticket was reported when the first promise about it was made. */
    static Question<List<Volume>> volume(Scope scope) {
        return new Question<>(
                VOLUME.with("from", scope.from()).with("to", scope.to()).with("customers", scope.customers()).with("zone",
                        scope.zone().getId()),
                rows -> rows.stream().map(row -> new Volume(row.text("month"), row.text("priority"), row.number("tickets"))).toList());
    }

    static Question<Open> open(Scope scope, Instant now) {
        return new Question<>(
                OPEN.with("from", scope.from().minus(BEFORE)).with("ahead", now.plus(AHEAD)).with("customers", scope.customers())
                        .with("now", now)
                        .with("hidden", scope.hidden()),
                rows -> rows.isEmpty() ? new Open(0, 0, List.of())
                        : new Open(rows.getFirst().number("all_open"), rows.getFirst().number("overdue"),
                                rows.stream().map(MonthQuestions::promise).toList()));
    }

    static Question<List<Owed>> owed(UUID customerId, YearMonth month) {
        return new Question<>(OWED.with("month", month.atDay(1)).with("customer", customerId),
                rows -> rows.stream().map(row -> new Owed(row.text("currency"), row.text("amount"), row.number("entries"))).toList());
    }

    /** Of the contracts that held on any day of the month. */
    static Question<List<Target>> targets(UUID customerId, YearMonth month) {
        return new Question<>(CONTRACTS.with("customer", customerId).with("first", month.atDay(1)).with("last", month.atEndOfMonth()),
                rows -> targets(rows.stream().map(row -> ContentJson.read(row.text("content"))).toList()));
    }

    static List<Target> targets(List<Content> contracts) {
        TreeMap<String, TreeSet<BigDecimal>> shares = new TreeMap<>();
        contracts.stream().flatMap(content -> content.services().stream()).flatMap(service -> service.levels().stream())
                .filter(level -> level.targetPercent() != null)
                .forEach(level -> shares.computeIfAbsent(level.kind(), kind -> new TreeSet<>()).add(level.targetPercent()));
        return shares.entrySet().stream()
                .map(kind -> new Target(kind.getKey(), text(kind.getValue().first()), text(kind.getValue().last())))
                .toList();
    }

    private static String text(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    private static OpenPromise promise(Row row) {
        return new OpenPromise(row.id("id"), row.id("ticket_id"), row.text("ticket"), row.id("customer_id"), row.text("name"),
                row.text("kind"), row.text("priority"),
                row.instant("due_at"), row.text("status"));
    }
}
