package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.tx.Sql;

/** Writes entries over JDBC, for the timers. */
final class Entries {

    /** A breach that was withdrawn and is true after all is owed again. */
    private static final String OWE = """
            with owed as (
                insert into compensation (id, version, agreement_version, customer_id, month, kind, priority, clock_id, ticket_id,
                    breached_at, status, currency,
                    facts, created_at)
                values (:id, 0, :version, :customer, :month, :kind, :priority, :clock, :ticket, :breachedAt, 'OWED', :currency, 1, now())
                on conflict %s returning id, facts)
            insert into compensation_fact (compensation_id, seq, at, by, fact, data) select id, facts - 1, now(), 'sla-service', 'OWED', '{}' from owed""";
    private static final Sql BREACH = Sql.of(OWE.formatted(
            """
            (clock_id, breached_at) where clock_id is not null do update set status = 'OWED', version = compensation.version + 1,
                facts = compensation.facts + 1, amount = null, approved_at = null, exclusion_by = null where compensation.status = 'WITHDRAWN'"""));
    private static final Sql MONTH = Sql
            .of(OWE.formatted("(agreement_version, month, kind, (coalesce(priority, ''))) where clock_id is null do nothing"));

    private Entries() {
    }

    /** @param clock null for a month's attainment */
    static void owe(Connection connection, UUID version, UUID customer, LocalDate month, String kind, String priority, String currency,
            UUID clock, UUID ticket,
            Instant breachedAt) throws SQLException {
        (clock == null ? MONTH : BREACH).with("id", Ids.next()).with("version", version).with("customer", customer).with("month", month)
                .with("kind", kind)
                .with("priority", priority).with("clock", clock).with("ticket", ticket).with("breachedAt", breachedAt)
                .with("currency", currency).update(connection);
    }
}
