package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.timer.TimerHandler;
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
    private static final String BROKEN = """
            select c.id, c.ticket_id, c.customer_id, c.kind, c.priority, c.breached_at, c.agreement_version, a.zone, v.content
            from clock c join agreement_version v on v.id = c.agreement_version join agreement a on a.id = v.agreement_id
            where c.id = any(?) and c.status = 'BREACHED' and a.type = 'SLA'""";

    private static final String WITHDRAW = """
            with gone as (
                select e.id, e.status, e.amount, now() as at from compensation e join clock c on c.id = e.clock_id
                where c.id = any(?) and e.status <> 'WITHDRAWN' and (c.status <> 'BREACHED' or c.breached_at <> e.breached_at) for update of e),
            changed as (
                update compensation e set status = 'WITHDRAWN', version = e.version + 1, facts = e.facts + 1 from gone where e.id = gone.id
                returning e.id, e.version, e.facts, e.customer_id, e.month, e.clock_id, e.ticket_id, e.currency, gone.status as was, gone.amount, gone.at),
            noted as (
                insert into compensation_fact (compensation_id, seq, at, by, fact, data) select id, facts - 1, at, 'sla-service', 'WITHDRAWN', '{}' from changed)
            select id, version, customer_id, month, clock_id, ticket_id, currency, amount, at from changed where was = 'APPROVED'""";

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
        UUID[] ids = timers.stream().map(Due::ref).toArray(UUID[]::new);
        withdraw(connection, ids);
        propose(connection, ids);
        return List.of(ids);
    }

    private void withdraw(Connection connection, UUID[] ids) throws SQLException {
        List<Outbox.Entry> events = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            update.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    Instant at = row.getObject(9, OffsetDateTime.class).toInstant();
                    events.add(new Outbox.Entry(new CompensationWithdrawn(row.getObject(1, UUID.class), row.getObject(3, UUID.class),
                            YearMonth.from(row.getObject(4, LocalDate.class)).toString(), row.getObject(5, UUID.class), row.getObject(6, UUID.class),
                            row.getString(8), row.getString(7), at), row.getLong(2), at));
                }
            }
        }
        outbox.add(connection, events);
    }

    private static void propose(Connection connection, UUID[] ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BROKEN)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Content.Compensation rules = ContentJson.read(row.getString(9)).compensation();
                    String kind = row.getString(4);
                    String priority = row.getString(5);
                    if (rules != null && new Formula(rules).concerns(kind, priority)) {
                        OffsetDateTime breachedAt = row.getObject(6, OffsetDateTime.class);
                        LocalDate month = breachedAt.atZoneSameInstant(ZoneId.of(row.getString(8))).toLocalDate().withDayOfMonth(1);
                        Entries.owe(connection, row.getObject(7, UUID.class), row.getObject(3, UUID.class), month, kind, priority, rules.currency(),
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), breachedAt);
                    }
                }
            }
        }
    }
}
