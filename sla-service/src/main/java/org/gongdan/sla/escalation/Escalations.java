package org.gongdan.sla.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.escalation.EscalationApi.EscalationAnswer;
import org.gongdan.sla.escalation.EscalationApi.EscalationView;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.roster.Roster;

import io.smallrye.mutiny.Uni;

/** Who was told because a promise is in danger or broken, and who took it up. The steps are facts of their clocks; the answers stand beside them. */
@ApplicationScoped
public class Escalations {

    private static final String ANSWER = """
            left join escalation_answer a on a.clock_id = f.clock_id and a.step = f.data ->> 'step' and a.role = f.data ->> 'role'
                and a.reached_at = f.at""";

    /** How many wait for an answer. */
    public static final String COUNT_OPEN = "select count(*) from clock_fact f join clock c on c.id = f.clock_id " + ANSWER
            + " where f.fact = 'ESCALATED' and " + EscalationState.OPEN.condition();

    private static final String SELECT = """
            select f.clock_id, f.seq, f.at, f.recorded, f.data ->> 'step' as step, f.data ->> 'role' as role, c.kind, c.status, c.due_at,
                c.ended_at, c.ticket_id, %s as ticket, c.visit_id, c.shift_id, c.customer_id, u.name as customer,
                coalesce(c.priority, (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1)) as priority,
                (select d.duty from unnest(cast(:roles as text[]), cast(:duties as text[])) as d (role, duty) where d.role = f.data ->> 'role') as duty,
                array(select s.person from shift s
                    join unnest(cast(:roles as text[]), cast(:duties as text[])) as d (role, duty) on d.duty = s.duty and d.role = f.data ->> 'role'
                    where s.starts_at <= f.recorded and s.ends_at > f.recorded group by s.person order by min(s.starts_at), s.person) as on_duty,
                a.by, a.note, a.at as answered_at
            from clock_fact f join clock c on c.id = f.clock_id left join customer u on u.id = c.customer_id %s
            where f.fact = 'ESCALATED' and\s""".formatted(BreachCause.TICKET, ANSWER);

    private static final Sql RECORD = Sql.of("""
            insert into escalation_answer (clock_id, step, role, reached_at, by, note, at)
            select f.clock_id, f.data ->> 'step', f.data ->> 'role', f.at, :by, :note, cast(:now as timestamptz)
            from clock_fact f where f.clock_id = :clock and f.seq = :number and f.fact = 'ESCALATED' on conflict do nothing""");

    private final Roster roster;
    private final Clock clock;

    Escalations(Roster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    record Filter(EscalationState state, UUID ticketId, Place before) {
    }

    /** Place in the list. */
    record Place(Instant at, UUID clockId, int number) {

        static Place of(String key) {
            String[] parts = key.split("\\|");
            return new Place(Values.instant(parts[0]), Values.id(parts[1]), Integer.parseInt(parts[2]));
        }

        static String key(EscalationView row) {
            return row.at() + "|" + row.clockId() + "|" + row.number();
        }
    }

    /** The latest first. */
    Uni<List<EscalationView>> find(Read read, Filter filter, int limit) {
        Where where = new Where().andIfGiven("c.ticket_id = :ticket", filter.ticketId());
        if (filter.state() != null) {
            where.and(filter.state().condition());
        }
        if (filter.before() != null) {
            where.and("(f.at, f.clock_id, f.seq) < (:beforeAt, :beforeClock, :beforeNumber)").with("beforeAt", filter.before().at())
                    .with("beforeClock", filter.before().clockId()).with("beforeNumber", filter.before().number());
        }
        return rows(read, where, " order by f.at desc, f.clock_id desc, f.seq desc limit " + limit);
    }

    private Uni<EscalationView> find(Read read, UUID clockId, int number) {
        return rows(read, new Where().and("f.clock_id = :clock", clockId).and("f.seq = :number", number), "")
                .map(rows -> rows.isEmpty() ? null : rows.getFirst())
                .onItem().ifNull().failWith(() -> new NotFound("escalation", clockId + "/" + number));
    }

    /** One answers for all who were told; whoever comes second is told who was first. */
    Uni<EscalationView> answer(Work work, UUID clockId, int number, String note, Caller caller) {
        return find(work, clockId, number)
                .chain(() -> RECORD.with("clock", clockId).with("number", number).with("by", caller.username()).with("note", note)
                        .with("now", clock.instant()).update(work))
                .chain(recorded -> find(work, clockId, number).invoke(found -> {
                    if (recorded == 0) {
                        throw new Conflict("escalation-answered", found.answer().by());
                    }
                }));
    }

    private Uni<List<EscalationView>> rows(Read read, Where where, String order) {
        where.with("roles", roster.duties().keySet().toArray(String[]::new)).with("duties",
                roster.duties().values().toArray(String[]::new));
        return where.in(SELECT + where + order).rows(read).map(rows -> rows.stream().map(Escalations::view).toList());
    }

    private static EscalationView view(Row row) {
        EscalationAnswer answer = row.isNull("by") ? null
                : new EscalationAnswer(row.text("by"), row.instant("answered_at"), row.text("note"));
        EscalationState state = answer != null ? EscalationState.ANSWERED
                : row.isNull("ended_at") ? EscalationState.OPEN : EscalationState.ENDED;
        return new EscalationView(row.id("clock_id"), row.integer("seq"), row.instant("at"), row.instant("recorded"), row.text("step"),
                row.text("role"), row.isNull("duty") ? null : row.texts("on_duty"), row.text("kind"),
                row.constant("status", ClockStatus.class), row.instant("due_at"), row.instant("ended_at"), row.id("ticket_id"),
                row.text("ticket"), row.id("visit_id"), row.id("shift_id"), row.id("customer_id"), row.text("customer"),
                row.text("priority"), state, answer);
    }
}
