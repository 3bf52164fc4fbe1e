package org.gongdan.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;

/**
 * What one opened ticket writes, in all databases and with everything that follows from it: rows, transactions, write-ahead log. PostgreSQL counts; what the
 * platform writes while nobody does anything is taken off.
 */
final class Rows implements Section {

    private static final int RATE = 10;
    private static final int SECONDS = 30;
    /** Sessions tell their figures when they have been idle for so long. */
    private static final long FIGURES_COME = TimeUnit.SECONDS.toMillis(12);
    private static final String TRANSACTIONS = "transactions";
    private static final List<String> DATABASES = List.of("ticket", "sla", "dispatch", "knowledge", "notification");
    /** Less than that of a ticket is not worth a word. */
    private static final double LEAST = 0.05;

    /** By database and what is counted there; the server's own under an empty name. */
    private record Count(Map<String, Map<String, Double>> figures, long nanos) {

        /** What came since that other count, less what would have come anyway. */
        Map<String, Map<String, Double>> since(Count before, Count quietBegin, Count quietEnd, double tickets) {
            double share = (double) (nanos - before.nanos()) / (quietEnd.nanos() - quietBegin.nanos());
            Map<String, Map<String, Double>> each = new TreeMap<>();
            figures.forEach((database, all) -> all.forEach((what, now) -> {
                double idle = (quietEnd.of(database, what) - quietBegin.of(database, what)) * share;
                each.computeIfAbsent(database, unknown -> new TreeMap<>()).put(what, (now - before.of(database, what) - idle) / tickets);
            }));
            return each;
        }

        private double of(String database, String what) {
            return figures.getOrDefault(database, Map.of()).getOrDefault(what, 0.0);
        }
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.values());
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        bench.others(true);
        Load.Request open = bench.open();
        System.out.println("      warm-up: " + bench.ticketLoad().run(RATE, bench.seconds(SECONDS), open).sentence());
        settle(bench);
        Count quietBegin = count(bench);
        Thread.sleep(TimeUnit.SECONDS.toMillis(bench.seconds(SECONDS)));
        Count quietEnd = count(bench);
        Load.Outcome outcome = bench.ticketLoad().run(RATE, bench.seconds(SECONDS), open);
        settle(bench);
        Map<String, Map<String, Double>> each = count(bench).since(quietEnd, quietBegin, quietEnd, outcome.answered());
        Map<String, Double> server = each.remove("");
        each.forEach((database, all) -> table.add("rows of one ticket: " + database,
                "%.1f written in %.1f transactions".formatted(
                        all.entrySet().stream().filter(figure -> !figure.getKey().equals(TRANSACTIONS)).mapToDouble(Map.Entry::getValue)
                                .sum(),
                        all.get(TRANSACTIONS)),
                all.entrySet().stream().filter(figure -> !figure.getKey().equals(TRANSACTIONS) && figure.getValue() >= LEAST)
                        .map(figure -> "%s %.1f".formatted(figure.getKey(), figure.getValue())).collect(Collectors.joining(", "))));
        table.add("rows of one ticket: in all",
                "%.1f rows, %.1f transactions, %.0f kB of write-ahead log, %.1f flushes of it".formatted(
                        each.values().stream().flatMap(all -> all.entrySet().stream())
                                .filter(figure -> !figure.getKey().equals(TRANSACTIONS))
                                .mapToDouble(Map.Entry::getValue).sum(),
                        each.values().stream().mapToDouble(all -> all.get(TRANSACTIONS)).sum(), server.get("log") / 1024,
                        server.get("flushes")),
                "%d tickets at %d/s, all services; + inserted, ~ updated, - deleted; the quiet platform's own taken off".formatted(
                        outcome.answered(), RATE));
    }

    /** Nothing waits to be published or sent, and everybody has told his figures. */
    private static void settle(Bench bench) throws SQLException, InterruptedException {
        for (String database : DATABASES) {
            Effects.awaitQuiet(server(bench, database), 60);
        }
        Effects.await(60, () -> server(bench, "notification")
                .number("select count(*) from (select 1 from notification where status = 'PENDING' and next_try_at <= now() limit 1) due") == 0);
        Thread.sleep(FIGURES_COME);
    }

    private static Count count(Bench bench) throws SQLException {
        Map<String, Map<String, Double>> figures = new TreeMap<>();
        for (String database : DATABASES) {
            Map<String, Double> all = new TreeMap<>();
            for (List<String> row : server(bench, database).list("select relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_user_tables",
                    row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))) {
                all.put("+" + row.get(0), Double.valueOf(row.get(1)));
                all.put("~" + row.get(0), Double.valueOf(row.get(2)));
                all.put("-" + row.get(0), Double.valueOf(row.get(3)));
            }
            all.put(TRANSACTIONS, (double) server(bench, database)
                    .number("select xact_commit from pg_stat_database where datname = current_database()"));
            figures.put(database, all);
        }
        Map<String, Double> log = new TreeMap<>();
        log.put("log", (double) bench.server().number("select cast(wal_bytes as bigint) from pg_stat_wal"));
        log.put("flushes", (double) bench.server().number("select cast(sum(fsyncs) as bigint) from pg_stat_io where object = 'wal'"));
        figures.put("", log);
        return new Count(figures, System.nanoTime());
    }

    private static Database server(Bench bench, String database) {
        return new Database(bench.stack().ports().of(Ports.POSTGRES), database, "postgres");
    }
}
