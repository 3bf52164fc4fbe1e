package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.audit.AuditAnchors.Anchor;
import org.gongdan.platform.tx.Sql;

/** Recomputes the hash chain over all sealed rows and compares it with what was told of it outside the database. */
@ApplicationScoped
public class AuditVerifier {

    private static final Sql ROWS = Sql.of("select count(*) as rows from audit");
    private static final Sql FORGOTTEN = Sql.of("""
            select count(*) as rows from audit a where at < now() - interval '10 minutes'
                and not exists (select 1 from audit_seal s where s.audit_id = a.id)""");

    private final DataSource database;
    private final AuditAnchors anchors;
    private final Clock clock;

    AuditVerifier(DataSource database, AuditAnchors anchors, Clock clock) {
        this.database = database;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** What can be wrong with an audit. */
    public enum Fault {
        /** A row is not what it was when it was sealed, or its seal is not the one it was given. */
        CHANGED,
        /** A position of the chain, or the row that was sealed there, is gone, though later ones are there. */
        MISSING,
        /** The chain ends before a position that was told outside: its last rows were removed. */
        TRUNCATED,
        /** The chain fits in itself but has another hash than was told outside: it was made anew. */
        RECHAINED,
        /** Rows that are older than ten minutes and have no seal: what happens to them is not seen. */
        UNSEALED,
        /** Anchors are gone from the topic, to which nobody may do more than add: what they proved is proven no more. */
        ANCHORS_REMOVED,
        /** Nothing was told outside for longer than it should: what was changed since then cannot be found. Proves nothing else. */
        UNANCHORED_SINCE
    }

    /**
     * @param position first position concerned; of {@link Fault#UNANCHORED_SINCE} the last one that is proven, of {@link Fault#UNSEALED} how many
     *                 rows there are, of {@link Fault#ANCHORS_REMOVED} how many records are gone
     * @param at       when that position was told outside, null where that plays no part
     */
    public record Finding(Fault fault, long position, Instant at) {
    }

    /**
     * @param rows        rows in the table
     * @param sealed      rows with a place in the chain
     * @param intact      nothing contradicts: no finding but, at most, that the outside has not been told lately
     * @param firstBroken lowest position of a contradiction, or null
     * @param anchors     how many times the head was told outside
     * @param anchoredTo  highest position that was told outside and is still what it was, 0 for none: the audit is proven up to here
     * @param anchoredAt  when that was told, or null
     */
    public record Verdict(long rows, long sealed, boolean intact, Long firstBroken, int anchors, long anchoredTo, Instant anchoredAt,
            List<Finding> findings) {
    }

    public Verdict verify() throws SQLException {
        List<Anchor> told = new ArrayList<>();
        long lost = 0;
        boolean readable = true;
        try {
            AuditAnchors.Told outside = anchors.read();
            told.addAll(outside.anchors());
            lost = outside.lost();
        } catch (AuditAnchors.Unreadable kafkaIsAway) {
            readable = false;
        }
        told.sort(Comparator.comparingLong(anchor -> anchor.head().position()));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            // One snapshot for the chain and the counts.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return verify(connection, told, lost, readable);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setReadOnly(false);
            }
        }
    }

    private Verdict verify(Connection connection, List<Anchor> told, long lost, boolean readable) throws SQLException {
        ChainWalk walk = ChainWalk.along(connection, told.stream().map(anchor -> anchor.head().position()).toList());
        List<Finding> findings = new ArrayList<>(walk.findings());
        compare(told, walk, findings);
        long rows = count(connection, ROWS);
        long forgotten = count(connection, FORGOTTEN);
        if (forgotten > 0) {
            findings.add(new Finding(Fault.UNSEALED, forgotten, null));
        }
        if (lost > 0) {
            findings.add(new Finding(Fault.ANCHORS_REMOVED, lost, null));
        }
        Long firstBroken = findings.stream()
                .filter(finding -> finding.fault() != Fault.UNSEALED && finding.fault() != Fault.ANCHORS_REMOVED).map(Finding::position)
                .min(Comparator.naturalOrder()).orElse(null);
        boolean intact = findings.isEmpty();
        Optional<Anchor> proven = told.stream().filter(anchor -> anchor.head().hash().equals(walk.hashAt(anchor.head().position())))
                .max(Comparator.comparingLong((Anchor anchor) -> anchor.head().position()).thenComparing(Anchor::at));
        long provenTo = proven.map(anchor -> anchor.head().position()).orElse(0L);
        Instant provenAt = proven.map(Anchor::at).orElse(null);
        Instant latelyIs = clock.instant().minus(AuditAnchoring.LONGEST.multipliedBy(2));
        if (walk.length() > 0 && (!readable || provenAt == null || provenAt.isBefore(latelyIs))) {
            findings.add(new Finding(Fault.UNANCHORED_SINCE, provenTo, provenAt));
        }
        return new Verdict(rows, walk.seals(), intact, firstBroken, told.size(), provenTo, provenAt, findings);
    }

    /** The first anchor that contradicts is enough: after it everything may be another chain. */
    private static void compare(List<Anchor> told, ChainWalk walk, List<Finding> findings) {
        told.stream().filter(anchor -> anchor.head().position() > walk.length()).findFirst()
                .ifPresent(anchor -> findings.add(new Finding(Fault.TRUNCATED, walk.length() + 1, anchor.at())));
        told.stream().filter(anchor -> anchor.head().position() <= walk.length() && walk.hashAt(anchor.head().position()) != null
                && !anchor.head().hash().equals(walk.hashAt(anchor.head().position()))).findFirst()
                .ifPresent(anchor -> findings.add(new Finding(Fault.RECHAINED, anchor.head().position(), anchor.at())));
    }

    private static long count(Connection connection, Sql sql) throws SQLException {
        return sql.bound().row(connection).number("rows");
    }
}
