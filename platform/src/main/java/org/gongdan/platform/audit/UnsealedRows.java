package org.gongdan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Finds rows without a seal. Usually those behind the newest sealed one; every few seconds also those among the youngest sealed ones, which
 * committed late; and once, at the beginning, wherever they are. A transaction may write for half a minute at most (the server ends those that
 * idle), so that a row that is older than some minutes and has no neighbour missing will get none.
 */
final class UnsealedRows {

    private static final Duration LATE_LOOK = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofMinutes(2);

    private static final String NEWER = "select " + AuditChain.COLUMNS + " from audit where id > ? order by id limit ?";
    private static final String LATE = "select " + AuditChain.COLUMNS
            + " from audit a where id > ? and id <= ? and not exists (select 1 from audit_seal s where s.audit_id = a.id) order by id limit ?";

    private long newest;
    /** No row up to here will come any more. */
    private long settled;
    private long settling;
    private long settlingSince;
    private long lookedAt;
    private boolean known;

    /** Rows to be sealed, in the order of their ids. */
    record Found(PreparedStatement statement, ResultSet row) implements AutoCloseable {

        boolean next() throws SQLException {
            return row.next();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    Found next(Connection connection, int most) throws SQLException {
        newest = newestSealed(connection);
        long now = System.nanoTime();
        if (!known || now - lookedAt >= LATE_LOOK.toNanos()) {
            Found late = late(connection, most);
            if (late.row().isBeforeFirst()) {
                return late;
            }
            late.close();
            settle(now);
        }
        return newer(connection, most);
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

    private Found late(Connection connection, int most) throws SQLException {
        PreparedStatement select = connection.prepareStatement(LATE);
        select.setLong(1, known ? settled : Long.MIN_VALUE);
        select.setLong(2, newest);
        select.setInt(3, most);
        return new Found(select, select.executeQuery());
    }

    private Found newer(Connection connection, int most) throws SQLException {
        PreparedStatement select = connection.prepareStatement(NEWER);
        select.setLong(1, newest);
        select.setInt(2, most);
        return new Found(select, select.executeQuery());
    }

    private static long newestSealed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(audit_id) from audit_seal"); ResultSet row = select.executeQuery()) {
            row.next();
            long id = row.getLong(1);
            return row.wasNull() ? Long.MIN_VALUE : id;
        }
    }
}
