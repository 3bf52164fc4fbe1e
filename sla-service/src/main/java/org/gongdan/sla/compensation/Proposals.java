package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.agreement.ContentJson;
import org.gongdan.sla.clock.ClockTimers;
import org.gongdan.sla.compensation.CompensationEvent.CompensationWithdrawn;

/**
 * Keeps the ledger true to the clocks: whenever a promise of a contract is broken, or turns out not to be, its clock sets this timer in the
 * same transaction; then an entry is proposed, or withdrawn.
 */
@ApplicationScoped
class Proposals implements TimerHandler {

    /** What we promise each other, or a supplier us, is owed to no customer. */
    private static final Sql BROKEN = Sql.of("""
            select c.id, c.ticket_id, c.customer_id, c.kind, c.priority, c.breached_at, c.agreement_version, a.zone, v.content
            from clock c join agreement_version v on v.id = c.agreement_version join agreement a on a.id = v.agreement_id
            where c.id = any(:clocks) and c.status = 'BREACHED' and a.type = 'SLA'""");

    private static final Sql WITHDRAW = Sql.of("""
            with gone as (
                select e.id, e.status, e.amount, now() as at from compensation e join clock c on c.id = e.clock_id
                where c.id = any(:clocks) and e.status <> 'WITHDRAWN' and (c.status <> 'BREACHED' or c.breached_at <> e.breached_at) for update of e),
            changed as (
                update compensation e set status = 'WITHDRAWN', version = e.version + 1, facts = e.facts + 1 from gone where e.id = gone.id
                returning e.id, e.version, e.facts, e.customer_id, e.month, e.clock_id, e.ticket_id, e.currency, gone.status as was, gone.amount, gone.at),
            noted as (
                insert into compensation_fact (compensation_id, seq, at, by, fact, data) select id, facts - 1, at, 'sla-service',
                    'WITHDRAWN', '{}' from changed)
            select id, version, customer_id, month, clock_id, ticket_id, currency, amount, at from changed where was = 'APPROVED'""");

    private final Outbox outbox;

    Proposals(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return ClockTimers.COMPENSATION;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        List<UUID> ids = timers.stream().map(Due::ref).toList();
        withdraw(connection, ids);
        propose(connection, ids);
        return ids;
    }

    private void withdraw(Connection connection, List<UUID> clocks) throws SQLException {
        outbox.add(connection, WITHDRAW.ids("clocks", clocks).rows(connection).stream().map(Proposals::withdrawn).toList());
    }

    private static Outbox.Entry withdrawn(Row row) {
        Instant at = row.instant("at");
        return new Outbox.Entry(new CompensationWithdrawn(row.id("id"), row.id("customer_id"), YearMonth.from(row.date("month")).toString(),
                row.id("clock_id"),
                row.id("ticket_id"), row.text("amount"), row.text("currency"), at), row.number("version"), at);
    }

    private static void propose(Connection connection, List<UUID> clocks) throws SQLException {
        for (Row row : BROKEN.ids("clocks", clocks).rows(connection)) {
            Content.Compensation rules = ContentJson.read(row.text("content")).compensation();
            String kind = row.text("kind");
            String priority = row.text("priority");
            if (rules != null && new Formula(rules).concerns(kind, priority)) {
                Instant breachedAt = row.instant("breached_at");
                LocalDate month = breachedAt.atZone(ZoneId.of(row.text("zone"))).toLocalDate().withDayOfMonth(1);
                Entries.owe(connection, row.id("agreement_version"), row.id("customer_id"), month, kind, priority, rules.currency(),
                        row.id("id"),
                        row.id("ticket_id"), breachedAt);
            }
        }
    }
}
