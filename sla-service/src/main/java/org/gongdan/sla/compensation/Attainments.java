package org.gongdan.sla.compensation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/**
 * Counts the promises of an agreement that were due in a month: how many were kept, and how many broken ones count. Those in a window and
 * those whose exclusion was accepted do not.
 */
final class Attainments {

    private static final Sql COUNT = Sql.of("""
            select count(*) filter (where c.status = 'MET') as kept, count(*) filter (where c.status = 'BREACHED'
                and not exists (select 1 from compensation e where e.clock_id = c.id and e.breached_at = c.breached_at and e.status = 'EXCLUDED')
                and not exists (select 1 from unnest(cast(:begins as timestamptz[]), cast(:ends as timestamptz[])) as w(begins, ends)
                    where c.breached_at >= w.begins and c.breached_at < w.ends)) as broken
            from clock c join agreement_version v on v.id = c.agreement_version
            where v.agreement_id = :agreement and c.kind = :kind and coalesce(cast(:priority as text), c.priority, '') = coalesce(c.priority, '')
                and c.due_at >= :from and c.due_at < :to""");

    private Attainments() {
    }

    record Counted(long kept, long broken) {
    }

    /** What is counted. @param month its first day @param priority null: all of them together */
    record Of(UUID agreement, LocalDate month, ZoneId zone, String kind, String priority, Windows windows) {

        private Bound question() {
            return COUNT.with("begins", windows.begins()).with("ends", windows.ends()).with("agreement", agreement).with("kind", kind)
                    .with("priority", priority)
                    .with("from", month.atStartOfDay(zone).toInstant()).with("to", month.plusMonths(1).atStartOfDay(zone).toInstant());
        }
    }

    static Uni<Counted> count(Read read, Of of) {
        return of.question().row(read).map(Attainments::counted);
    }

    static Counted count(Connection connection, Of of) throws SQLException {
        return counted(of.question().row(connection));
    }

    private static Counted counted(Row row) {
        return new Counted(row.number("kept"), row.number("broken"));
    }
}
