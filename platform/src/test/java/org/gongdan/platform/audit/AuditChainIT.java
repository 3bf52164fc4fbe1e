package org.gongdan.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Who can write to the table past the service is found out by the chain. */
class AuditChainIT {

    private static final int ROWS = 5;

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void newDatabaseWithSealedRows() throws Exception {
        String name = "audit_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        database.setUrl(PostgresServer.shared().jdbcUrl().replaceFirst("/postgres$", "/" + name));
        database.setUser("postgres");
        database.setPassword("postgres");
        try (InputStream tables = AuditChainIT.class.getResourceAsStream("/db/platform/V0_1__platform.sql")) {
            execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        execute("insert into audit (actor, action, detail) select 'actor ' || n, 'POST /api/tickets', case when n %% 2 = 0 then 'x' end from generate_series(1, %d) n".formatted(ROWS));
        seal();
    }

    @Test
    void anUntouchedChainIsIntact() throws SQLException {
        // When
        AuditVerifier.Verdict verdict = verify();

        // Then
        assertEquals(new AuditVerifier.Verdict(ROWS, ROWS, true, null), verdict);
    }

    @Test
    void rowsThatCommitLateAreSealedBehindTheOthers() throws Exception {
        // Given
        execute("insert into audit (id, actor, action) overriding system value values (-1, 'late', 'POST /api/tickets')");

        // When
        seal();

        // Then
        assertEquals(new AuditVerifier.Verdict(ROWS + 1, ROWS + 1, true, null), verify());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update audit set actor = 'somebody else' where seal = 3                                | 3
            update audit set at = at - interval '1 microsecond' where seal = 1                     | 1
            update audit set detail = 'x' where seal = 5                                           | 5
            update audit set customer = '0190a000-0000-7000-8000-000000000002' where seal = 4      | 4
            update audit set actor = 'actor 2P', action = 'OST /api/tickets' where seal = 2        | 2
            delete from audit where seal = 2                                                       | 2
            update audit set seal = case seal when 2 then 30 when 3 then 2 end where seal in (2,3) | 2
            update audit set hash = repeat('0', 64) where seal = 4                                 | 4
            """)
    void whatWasChangedPastTheServiceIsFound(String tampering, long place) throws Exception {
        // Given
        execute("set session_replication_role = replica; " + tampering);

        // When
        AuditVerifier.Verdict verdict = verify();

        // Then
        assertFalse(verdict.intact());
        assertEquals(place, verdict.firstBroken());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update audit set actor = 'somebody else' where seal = 3
            update audit set seal = null, hash = null where seal = 3
            delete from audit where seal = 3
            """)
    void theDatabaseItselfRefusesChanges(String tampering) throws Exception {
        // When
        SQLException refusal = assertThrows(SQLException.class, () -> execute(tampering));

        // Then
        assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
        assertNull(verify().firstBroken());
    }

    private AuditVerifier.Verdict verify() throws SQLException {
        return new AuditVerifier(database).verify();
    }

    private void seal() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new AuditSealer(null, Duration.ofSeconds(1)).run(connection);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
