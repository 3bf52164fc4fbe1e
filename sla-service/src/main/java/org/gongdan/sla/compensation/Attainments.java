package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/**
 * Counts the promises of an agreement that were due in a month: how many were kept, and how many broken ones count. Those in a window and
 * those whose exclusion was accepted do not.
 */
final class Attainments {

    private static final String COUNT = """
            select count(*) filter (where c.status = 'MET'), count(*) filter (where c.status = 'BREACHED'
                and not exists (select 1 from compensation e where e.clock_id = c.id and e.breached_at = c.breached_at and e.status = 'EXCLUDED')
                and not exists (select 1 from unnest(cast($1 as timestamptz[]), cast($2 as timestamptz[])) as w(begins, ends)
                    where c.breached_at >= w.begins and c.breached_at < w.ends))
            from clock c join agreement_version v on v.id = c.agreement_version
            where v.agreement_id = $3 and c.kind = $4 and coalesce(cast($5 as text), c.priority, '') = coalesce(c.priority, '')
                and c.due_at >= $6 and c.due_at < $7""";

    private Attainments() {
    }

    record Counted(long kept, long broken) {
    }

    /** What is counted. @param month its first day @param priority null: all of them together */
    record Of(UUID agreement, LocalDate month, ZoneId zone, String kind, String priority, Windows windows) {

        private OffsetDateTime from() {
            return utc(month.atStartOfDay(zone).toInstant());
        }

        private OffsetDateTime to() {
            return utc(month.plusMonths(1).atStartOfDay(zone).toInstant());
        }
    }

    static Uni<Counted> count(Read read, Of of) {
        return Sql.row(read, COUNT, utc(of.windows().begins()), utc(of.windows().ends()), of.agreement(), of.kind(), of.priority(), of.from(), of.to())
                .map(row -> new Counted(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    static Counted count(Connection connection, Of of) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT.replaceAll("\\$\\d", "?"))) {
            select.setArray(1, connection.createArrayOf("timestamptz", utc(of.windows().begins())));
            select.setArray(2, connection.createArrayOf("timestamptz", utc(of.windows().ends())));
            select.setObject(3, of.agreement());
            select.setString(4, of.kind());
            select.setString(5, of.priority());
            select.setObject(6, of.from());
            select.setObject(7, of.to());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Counted(row.getLong(1), row.getLong(2));
            }
        }
    }

    private static OffsetDateTime[] utc(Instant[] instants) {
        return Arrays.stream(instants).map(Attainments::utc).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
