package org.gongdan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What firing one timer means in the alternatives: the same rows as sla-service writes (state, fact and event), in one transaction of one round
 * trip. Each thread keeps a connection of its own.
 */
final class BreakOne {

    private static final String SQL = """
            with broken as (
                update clock set status = 'BREACHED', breached_at = due_at, version = version + 1, facts = facts + 1
                where id = ? and status = 'RUNNING' returning id, ticket_id, customer_id, facts, due_at, version),
            noted as (
                insert into clock_fact (clock_id, seq, at, sequence, fact, data) select id, facts - 1, due_at, 9223372036854775807,
                    'BREACHED', '{}' from broken)
            insert into outbox (event_id, topic, key, type, sequence, customer, occurred, payload)
            select gen_random_uuid(), 'sla-events', id, 'SlaBreached.v1', version, customer_id, due_at, convert_to(cast(json_build_object('clockId', id,
                'ticketId', ticket_id, 'customerId', customer_id, 'kind', 'RESOLUTION_24H', 'dueAt', due_at, 'breachedAt',
                    due_at) as text), 'UTF8') from broken""";

    private final ThreadLocal<PreparedStatement> statements;

    BreakOne(String url) {
        statements = ThreadLocal.withInitial(() -> {
            try {
                return open(url).prepareStatement(SQL);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, "sla_owner", Database.PASSWORD);
    }

    void fire(UUID clock) {
        try {
            PreparedStatement statement = statements.get();
            statement.setObject(1, clock);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("clock " + clock + " could not be broken", e);
        }
    }
}
