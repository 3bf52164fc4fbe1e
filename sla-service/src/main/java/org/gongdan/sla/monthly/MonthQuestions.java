package org.gongdan.sla.monthly;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Rows;
import org.gongdan.sla.monthly.MonthFigures.Open;
import org.gongdan.sla.monthly.MonthFigures.OpenPromise;
import org.gongdan.sla.monthly.MonthFigures.Owed;
import org.gongdan.sla.monthly.MonthFigures.Volume;
import org.gongdan.sla.query.Question;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.report.Scope;

/** What monthly reports ask besides the figures anybody can ask for. */
final class MonthQuestions {

    /** Older open promises are forgotten ones: the reports before have told of them. */
    private static final Duration BEFORE = Duration.ofDays(62);
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int LISTED = 30;

    private MonthQuestions() {
    }

    static Question<String> customerName(UUID customerId) {
        return new Question<>("select name from customer where id = cast($1 as uuid)", Arrays.asList(customerId), rows -> rows.isEmpty() ? null : (String) rows.getFirst()[0]);
    }

    /** A ticket was reported when the first promise about it was made. */
    static Question<List<Volume>> volume(Scope scope) {
        return new Question<>("""
                with ticket as (
                    select c.ticket_id, min(c.started_at) as reported, max(c.priority) as priority from clock c
                    where c.ticket_id is not null and c.started_at >= $1 and c.started_at < $2 and (cast($3 as uuid[]) is null or c.customer_id = any(cast($3 as uuid[])))
                        and not exists (select 1 from clock o where o.ticket_id = c.ticket_id and o.started_at < $1)
                    group by c.ticket_id)
                select to_char(reported at time zone cast($4 as text), 'YYYY-MM'), priority, count(*) from ticket group by 1, 2 order by 1, 2""",
                Arrays.asList(scope.from(), scope.to(), scope.customers(), scope.zone().getId()),
                rows -> rows.stream().map(row -> new Volume((String) row[0], (String) row[1], ((Number) row[2]).longValue())).toList());
    }

    static Question<Open> open(Scope scope, Instant now) {
        return new Question<>("""
                select c.id, c.ticket_id, %s, c.customer_id, u.name, c.kind,
                    coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1)), c.due_at, c.status,
                    count(*) over (), count(*) filter (where c.status = 'BREACHED' or c.due_at <= $4) over ()
                from clock c left join customer u on u.id = c.customer_id
                where c.due_at >= $1 and c.due_at < $2 and (cast($3 as uuid[]) is null or c.customer_id = any(cast($3 as uuid[])))
                    and c.kind <> all(cast($5 as text[])) and (c.status in ('RUNNING', 'PAUSED') or c.status = 'BREACHED' and c.ended_at is null)
                order by c.due_at, c.id limit %d""".formatted(BreachCause.TICKET, LISTED),
                Arrays.asList(scope.from().minus(BEFORE), now.plus(AHEAD), scope.customers(), now, scope.hidden()), rows -> rows.isEmpty() ? new Open(0, 0, List.of())
                        : new Open(((Number) rows.getFirst()[9]).longValue(), ((Number) rows.getFirst()[10]).longValue(), rows.stream().map(MonthQuestions::promise).toList()));
    }

    static Question<List<Owed>> owed(UUID customerId, YearMonth month) {
        return new Question<>("""
                select currency, cast(sum(cast(amount as numeric)) as text), count(*) from compensation
                where month = $1 and status = 'APPROVED' and (cast($2 as uuid) is null or customer_id = cast($2 as uuid)) group by currency order by currency""",
                Arrays.asList(month.atDay(1), customerId), rows -> rows.stream().map(row -> new Owed((String) row[0], (String) row[1], ((Number) row[2]).longValue())).toList());
    }

    private static OpenPromise promise(Object[] row) {
        return new OpenPromise((UUID) row[0], (UUID) row[1], (String) row[2], (UUID) row[3], (String) row[4], (String) row[5], (String) row[6], Rows.instant(row[7]),
                (String) row[8]);
    }
}
