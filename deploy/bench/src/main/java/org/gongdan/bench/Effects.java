package org.gongdan.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongdan.stack.StackException;

/**
 * When things became visible in the databases. PostgreSQL itself keeps the time of each commit (track_commit_timestamp), both databases
 * live on one server, so two commits can be compared without any clock of ours.
 */
final class Effects {

    private static final String OPENED = """
            select ticket_id::text, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 from story where type = 'TicketOpened' and seq > %d""";
    private static final String PROMISED = """
            select c.ticket_id::text, extract(epoch from pg_xact_commit_timestamp(f.xmin)) * 1000 from clock_fact f join clock c on c.id = f.clock_id
            where f.fact = 'STARTED' and c.kind = 'RESOLUTION_24H' and f.recorded > now() - interval '15 minutes'""";

    private Effects() {
    }

    /** Makes the server keep commit times, which takes a restart of it; returns when the others have found it again. */
    static void keepCommitTimes(Bench bench) throws SQLException, InterruptedException {
        bench.server().run("alter system set track_commit_timestamp = on");
        bench.stack().process("postgresql").restart();
        await(60, () -> {
            try {
                return bench.get("/api/customers?limit=1") != null;
            } catch (StackException | IllegalStateException | IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    static long lastLine(Bench bench) throws SQLException {
        return bench.ticketData().number("select coalesce(max(seq), 0) from story");
    }

    /** Milliseconds between the commit of a ticket and the commit of its clock in sla's database, for tickets opened after that line. */
    static Percentiles ticketToClock(Bench bench, long afterLine) throws SQLException {
        Map<String, Double> promised = new HashMap<>();
        bench.slaData().list(PROMISED, row -> promised.put(row.getString(1), row.getDouble(2)));
        List<Double> millis = new ArrayList<>();
        bench.ticketData().list(OPENED.formatted(afterLine), row -> {
            Double at = promised.get(row.getString(1));
            return at != null && millis.add(at - row.getDouble(2));
        });
        return Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** @return seconds until nothing waited in this outbox any more, or NaN */
    static double awaitQuiet(Database database, int seconds) throws SQLException, InterruptedException {
        return await(seconds, () -> database.number("select count(*) from (select 1 from outbox limit 1) waiting") == 0);
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws SQLException;
    }

    static double await(int seconds, Condition condition) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > seconds * 1_000_000_000L) {
                return Double.NaN;
            }
            Thread.sleep(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
