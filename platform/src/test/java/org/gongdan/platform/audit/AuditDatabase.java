package org.gongdan.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.platform.audit.AuditEvent.AuditAnchored;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.testing.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** A {@link FreshDatabase}. Its outbox stands for the topic: what is in it was told outside. */
final class AuditDatabase implements AuditAnchors {

    private final String url;

    AuditDatabase() throws Exception {
        url = FreshDatabase.ofPlatform().jdbcUrl();
    }

    PGSimpleDataSource of(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(role);
        return source;
    }

    void as(String role, String sql) throws SQLException {
        try (Connection connection = of(role).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Past every fence, as whoever owns the server can. */
    void tamper(String sql) throws SQLException {
        as("postgres", "set session_replication_role = replica; " + sql);
    }

    void write(int rows) throws SQLException {
        as(PostgresServer.SERVICE, """
                insert into audit (actor, action, detail) select 'actor ' || n, 'POST /api/tickets', case when n %% 2 = 0 then 'x' end
                from generate_series(1, %d) n""".formatted(rows));
    }

    /** A sealer as a process has it after its start. */
    static AuditSealer sealer(Clock clock) {
        return new AuditSealer(null, Duration.ofSeconds(1),
                new AuditAnchoring(new Outbox(), clock, "ticket-service", Duration.ofMinutes(1)));
    }

    void seal(AuditSealer sealer) throws SQLException {
        try (Connection connection = of(PostgresServer.SERVICE).getConnection()) {
            connection.setAutoCommit(false);
            sealer.run(connection);
            // The server notices a closed connection a little later; until then the next sealer would not lead.
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
            connection.commit();
        } finally {
            sealer.connectionLost();
        }
    }

    AuditVerifier.Verdict verify(AuditAnchors outside, Clock clock) throws SQLException {
        return new AuditVerifier(of(PostgresServer.SERVICE), outside, clock).verify();
    }

    @Override
    public Told read() {
        List<Anchor> anchors = new ArrayList<>();
        try (Connection connection = of(PostgresServer.SERVICE).getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select payload from outbox where topic = 'audit-anchors' order by seq")) {
            while (row.next()) {
                AuditAnchored anchored = EventJson.read(row.getBytes(1), AuditAnchored.class);
                anchors.add(new Anchor(new AuditHead(anchored.position(), anchored.hash()), anchored.at()));
            }
            return new Told(anchors, 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
