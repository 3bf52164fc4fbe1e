package org.gongdan.sla.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.report.CauseResource.CauseView;

import io.smallrye.mutiny.Uni;

/** The book of what people found out about broken promises; it is only ever written on. */
@ApplicationScoped
class Causes {

    private static final String WORDS = """
            select b.cause, b.note, b.by, b.at from breach_cause b join clock c on c.id = b.clock_id and c.breached_at = b.breached_at where c.id = $1 order by b.seq""";

    private final Clock clock;

    Causes(Clock clock) {
        this.clock = clock;
    }

    /** @throws NotFound when there is no such clock. @throws Conflict when it is not broken */
    Uni<CauseView> find(Read read, UUID clockId) {
        return BreachCause.of(clockId).ask(read)
                .onItem().ifNull().switchTo(() -> Sql.row(read, "select 1 from clock where id = $1", clockId).map(row -> {
                    throw row == null ? new NotFound("clock", clockId) : new Conflict("not-broken", clockId);
                }))
                .chain(breach -> Sql.rows(read, WORDS, clockId).map(rows -> new CauseView(breach, rows.stream()
                        .map(row -> new BreachCause.Found(Cause.valueOf((String) row[0]), (String) row[1], (String) row[2], Rows.instant(row[3]))).toList())));
    }

    /** @param ifMatch number of words the supervisor saw, as entity tag, or null */
    Uni<CauseView> record(Work work, UUID clockId, String ifMatch, Cause cause, String note, Caller caller) {
        return Sql.rows(work, "select 1 from clock where id = $1 for update", clockId).chain(() -> find(work, clockId))
                .invoke(view -> Etags.check(ifMatch, view.words().size(), "breach", clockId))
                .chain(() -> Sql.update(work, """
                        insert into breach_cause (clock_id, seq, breached_at, cause, note, by, at)
                        select c.id, (select count(*) from breach_cause b where b.clock_id = c.id), c.breached_at, $2, $3, $4, cast($5 as timestamptz) from clock c where c.id = $1""",
                        clockId, cause, note, caller.username(), clock.instant()))
                .chain(() -> find(work, clockId));
    }
}
