package org.gongdan.sla.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.report.CauseResource.CauseView;

import io.smallrye.mutiny.Uni;

/** The book of what people found out about broken promises; it is only ever written on. */
@ApplicationScoped
class Causes {

    private static final Sql WORDS = Sql
            .of("""
            select b.cause, b.note, b.by, b.at from breach_cause b join clock c on c.id = b.clock_id and c.breached_at = b.breached_at
                where c.id = :clock order by b.seq""");
    private static final Sql CLOCK = Sql.of("select id from clock where id = :clock");
    private static final Sql LOCK = Sql.of("select id from clock where id = :clock for update");
    private static final Sql RECORD = Sql.of("""
            insert into breach_cause (clock_id, seq, breached_at, cause, note, by, at)
            select c.id, (select count(*) from breach_cause b where b.clock_id = c.id), c.breached_at, :cause, :note, :by, cast(:at as timestamptz)
            from clock c where c.id = :clock""");

    private final Clock clock;

    Causes(Clock clock) {
        this.clock = clock;
    }

    /** @throws NotFound when there is no such clock. @throws Conflict when it is not broken */
    Uni<CauseView> find(Read read, UUID clockId) {
        return BreachCause.of(clockId).ask(read)
                .onItem().ifNull().switchTo(() -> CLOCK.with("clock", clockId).row(read).map(row -> {
                    throw row == null ? new NotFound("clock", clockId) : new Conflict("not-broken", clockId);
                }))
                .chain(breach -> WORDS.with("clock", clockId).rows(read)
                        .map(rows -> new CauseView(breach, rows.stream().map(BreachCause::found).toList())));
    }

    /** @param ifMatch number of words the supervisor saw, as entity tag, or null */
    Uni<CauseView> record(Work work, UUID clockId, String ifMatch, Cause cause, String note, Caller caller) {
        return LOCK.with("clock", clockId).rows(work).chain(() -> find(work, clockId))
                .invoke(view -> Etags.check(ifMatch, view.words().size(), "breach", clockId))
                .chain(() -> RECORD.with("clock", clockId).with("cause", cause).with("note", note).with("by", caller.username())
                        .with("at", clock.instant()).update(work))
                .chain(() -> find(work, clockId));
    }
}
