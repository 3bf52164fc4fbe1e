package org.gongdan.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The first alternative, as a process of its own: all timers are read into memory at the start. Whoever changes a due time must tell this
 * process, here by the line {@code due} on its standard input. It is given everything for nothing: no clock ever needs to be cancelled.
 */
final class InMemory {

    private static final int THREADS = 8;
    private static final Runnable WARN = () -> {};

    private final String url;
    private final BreakOne effect;
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(THREADS);

    private InMemory(String url) {
        this.url = url;
        this.effect = new BreakOne(url);
    }

    /** @param arguments JDBC address of sla-service's database */
    public static void main(String[] arguments) throws Exception {
        InMemory process = new InMemory(arguments[0]);
        long count = process.schedule("select kind = 'sla-breach', ref, due_at from timer where kind in ('sla-breach', 'sla-warning')");
        System.gc();
        System.out.printf("READY %d %d%n", count, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        while (commands.readLine() != null) {
            System.out.printf("SCHEDULED %d%n", process.schedule("select true, id, at from due"));
        }
        System.exit(0);
    }

    private long schedule(String query) throws SQLException {
        long count = 0;
        try (Connection connection = BreakOne.open(url); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery(query)) {
                Instant now = Instant.now();
                while (row.next()) {
                    UUID clock = row.getObject(2, UUID.class);
                    long nanos = Duration.between(now, row.getObject(3, OffsetDateTime.class).toInstant()).toNanos();
                    timers.schedule(row.getBoolean(1) ? () -> effect.fire(clock) : WARN, nanos, TimeUnit.NANOSECONDS);
                    count++;
                    now = count % 10_000 == 0 ? Instant.now() : now;
                }
            }
        }
        return count;
    }
}
