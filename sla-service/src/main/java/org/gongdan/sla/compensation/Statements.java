package org.gongdan.sla.compensation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** Draws up statements from what was approved. */
@ApplicationScoped
class Statements {

    private static final Sql HEAD = Sql.of("""
            select (select name from customer where id = :customer) as name, (select count(*) from compensation where customer_id = :customer and month = :month
                and status in ('OWED', 'EXCLUSION_PROPOSED')) as undecided""");
    private static final Sql LINES = Sql
            .of("""
            select e.id, a.number as agreement, v.number, e.kind, e.priority, e.ticket_id, e.breached_at, e.amount, e.currency, e.approved_at, e.status
            from compensation e join agreement_version v on v.id = e.agreement_version join agreement a on a.id = v.agreement_id
            where e.customer_id = :customer and e.month = :month and e.approved_at is not null order by a.number, e.breached_at nulls last, e.id""");

    Uni<Statement> of(Read read, UUID customerId, LocalDate month, Caller caller) {
        if (!caller.maySee(customerId)) {
            return Uni.createFrom().failure(new NotFound("customer", customerId));
        }
        return HEAD.with("customer", customerId).with("month", month).row(read)
                .chain(head -> LINES.with("customer", customerId).with("month", month).rows(read)
                        .map(rows -> Statement.of(customerId, head.text("name"), YearMonth.from(month).toString(),
                                rows.stream().map(Statements::line).toList(),
                                caller.isStaff() ? head.number("undecided") : null)));
    }

    private static Statement.Line line(Row row) {
        return new Statement.Line(row.id("id"), row.text("agreement"), row.integer("number"), row.text("kind"), row.text("priority"),
                row.id("ticket_id"),
                row.instant("breached_at"), row.text("amount"), row.text("currency"), row.instant("approved_at"),
                row.text("status").equals("WITHDRAWN"));
    }
}
