package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/**
 * Finds rows without a seal. Usually those behind the newest sealed one; every few seconds also those among the youngest sealed ones, which
 * committed late; and once, at the beginning, wherever they are. A transaction may write for half a minute at most (the server ends those that
 * idle), so that a row that is older than some minutes and has no neighbour missing will get none.
 */
final class UnsealedRows {

    private static final Duration LATE_LOOK = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofMinutes(2);

    private static final Sql NEWER = Sql.of("select " + AuditChain.COLUMNS + " from audit where id > :newest order by id limit :most");
    private static final Sql LATE = Sql.of("select " + AuditChain.COLUMNS + """
             from audit a where id > :settled and id <= :newest and not exists (select 1 from audit_seal s where s.audit_id = a.id)
            order by id limit :most""");
    private static final Sql NEWEST_SEALED = Sql.of("select max(audit_id) as id from audit_seal");

    private long newest;
    /** No row up to here will come any more. */
    private long settled;
    private long settling;
    private long settlingSince;
    private long lookedAt;
    private boolean known;

    /** Rows to be sealed, in the order of their ids. */
    List<Row> next(Connection connection, int most) throws SQLException {
        newest = newestSealed(connection);
        long now = System.nanoTime();
        if (!known || now - lookedAt >= LATE_LOOK.toNanos()) {
            List<Row> late = LATE.with("settled", known ? settled : Long.MIN_VALUE).with("newest", newest).with("most", most)
                    .rows(connection);
            if (!late.isEmpty()) {
                return late;
            }
            settle(now);
        }
        return NEWER.with("newest", newest).with("most", most).rows(connection);
    }

    /** The next look is for rows wherever they are: what happened meanwhile is not known. */
    void forget() {
        known = false;
        settled = 0;
        settling = 0;
    }

    private void settle(long now) {
        lookedAt = now;
        if (!known || now - settlingSince >= LATEST.toNanos()) {
            settled = known ? settling : settled;
            settling = newest;
            settlingSince = now;
        }
        known = true;
    }

    private static long newestSealed(Connection connection) throws SQLException {
        Long newest = NEWEST_SEALED.bound().row(connection).number("id");
        return newest == null ? Long.MIN_VALUE : newest;
    }
}
