package org.gongdan.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/**
 * Facts that wait for publication.
 *
 * @param facts  how many, counted up to {@link #COUNT_LIMIT}
 * @param oldest for how long the oldest of them has waited; zero when there is none
 */
public record OutboxBacklog(long facts, Duration oldest) {

    public static final long COUNT_LIMIT = 100_000;
    private static final Sql WAITING = Sql.of("""
            select count(*) as facts, cast(coalesce(extract(epoch from now() - min(created)) * 1000, 0) as bigint) as oldest
            from (select created from outbox order by seq limit %d) waiting""".formatted(COUNT_LIMIT));

    /** In the transaction of the caller. */
    public static OutboxBacklog read(Connection connection) throws SQLException {
        Row waiting = WAITING.bound().row(connection);
        return new OutboxBacklog(waiting.number("facts"), Duration.ofMillis(waiting.number("oldest")));
    }
}
