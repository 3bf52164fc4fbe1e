package org.gongdan.sla.compensation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** Draws up statements from what was approved. */
@ApplicationScoped
class Statements {

    Uni<Statement> of(Read read, UUID customerId, LocalDate month, Caller caller) {
        if (!caller.maySee(customerId)) {
            return Uni.createFrom().failure(new NotFound("customer", customerId));
        }
        return Sql.row(read, "select (select name from customer where id = $1), (select count(*) from compensation where customer_id = $1 and month = $2"
                        + " and status in ('OWED', 'EXCLUSION_PROPOSED'))", customerId, month)
                .chain(head -> Sql.rows(read, """
                        select e.id, a.number as agreement, v.number, e.kind, e.priority, e.ticket_id, e.breached_at, e.amount, e.currency, e.approved_at, e.status
                        from compensation e join agreement_version v on v.id = e.agreement_version join agreement a on a.id = v.agreement_id
                        where e.customer_id = $1 and e.month = $2 and e.approved_at is not null order by a.number, e.breached_at nulls last, e.id""", customerId, month)
                        .map(rows -> Statement.of(customerId, (String) head[0], YearMonth.from(month).toString(), rows.stream().map(Statements::line).toList(),
                                caller.isStaff() ? (Long) head[1] : null)));
    }

    private static Statement.Line line(Object[] row) {
        return new Statement.Line((UUID) row[0], (String) row[1], ((Number) row[2]).intValue(), (String) row[3], (String) row[4], (UUID) row[5], Rows.instant(row[6]),
                (String) row[7], (String) row[8], Rows.instant(row[9]), row[10].equals("WITHDRAWN"));
    }
}
