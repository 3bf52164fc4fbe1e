package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;

import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role a service works as can add to the audit and read it, and nothing else; what the owner does, triggers refuse. */
class AuditRightsIT {

    private static final String REFUSED = "42501";

    private AuditDatabase database;

    @BeforeEach
    void sealedRows() throws Exception {
        database = new AuditDatabase();
        database.write(3);
        database.seal(AuditDatabase.sealer(Clock.systemUTC()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set actor = 'x' where id = 3", "delete from audit where id = 3", "truncate audit",
            "alter table audit add column x text",
            "alter table audit disable trigger all", "drop table audit", "drop trigger audit_append_only on audit",
            "update audit_seal set hash = 'x' where position = 3",
            "delete from audit_seal where position = 3", "truncate audit_seal", "alter table audit_seal disable trigger all",
            "drop table audit_seal",
            "create or replace function audit_is_append_only() returns trigger language plpgsql as 'begin return old; end'",
            "set session_replication_role = replica",
            "create table mine (id int)", "alter table ticket_like add column x int", "truncate outbox", "set role service_owner",
            "alter role service superuser", "insert into audit (id, actor, action) values (7, 'a', 'b')",
            "insert into audit (id, actor, action) overriding system value values (7, 'a', 'b')",
            "insert into audit (at, actor, action) values (now() - interval '1 day', 'a', 'b')",
            "copy audit (at, actor, action) from program 'echo'", "select setval('audit_id_seq', 1)", "alter sequence audit_id_seq restart",
            "create schema mine",
            "create trigger mine before insert on audit for each row execute function audit_is_append_only()",
            "create rule mine as on insert to audit do instead nothing",
            "alter table audit owner to service", "reassign owned by service_owner to service", "set session authorization service_owner",
            "create index mine on audit (actor)", "alter table audit attach partition audit_seal default"})
    void theServiceItselfCannot(String sql) throws Exception {
        // Given
        database.as(PostgresServer.OWNER, "create table ticket_like (id int)");

        // When
        SQLException refusal = assertThrows(SQLException.class, () -> database.as(PostgresServer.SERVICE, sql));

        // Then
        assertTrue(REFUSED.equals(refusal.getSQLState()) || refusal.getMessage().contains("cannot insert a non-DEFAULT value"),
                refusal.getSQLState() + " " + refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set actor = 'x' where id = 3", "delete from audit where id = 3", "truncate audit",
            "update audit_seal set hash = 'x' where position = 3",
            "delete from audit_seal where position = 3", "truncate audit_seal"})
    void theOwnerIsStoppedByTriggers(String sql) {
        // When
        SQLException refusal = assertThrows(SQLException.class, () -> database.as(PostgresServer.OWNER, sql));

        // Then
        assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }

    @Test
    void theServiceDoesItsWorkInTablesAndSequencesOfLaterMigrationsToo() throws Exception {
        // Given
        database.as(PostgresServer.OWNER,
                "create sequence number; create table thing (id bigint generated always as identity primary key, n bigint)");

        // When
        database.as(PostgresServer.SERVICE,
                "insert into thing (n) values (nextval('number')); update thing set n = n + 1; delete from thing; select 1 from thing");

        // Then
        assertEquals(3, database.verify(database, Clock.systemUTC()).sealed());
    }
}
