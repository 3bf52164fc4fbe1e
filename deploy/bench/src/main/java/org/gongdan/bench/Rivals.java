package org.gongdan.bench;

import static org.gongdan.bench.BulkClocks.AT_RATE;
import static org.gongdan.bench.BulkClocks.RATE;

import java.util.concurrent.TimeUnit;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;

/** The same timers done otherwise, on the same tables and with the same effect, in the same run: all in memory, and one Quartz trigger per clock. */
final class Rivals {

    private final Bench bench;
    private final Table table;
    private final BulkClocks bulk;
    private final String url;

    Rivals(Bench bench, Table table, BulkClocks bulk) {
        this.bench = bench;
        this.table = table;
        this.bulk = bulk;
        this.url = "jdbc:postgresql://127.0.0.1:%d/sla".formatted(bench.stack().ports().of(Ports.POSTGRES));
    }

    @FunctionalInterface
    private interface Start {
        Rival process() throws Exception;
    }

    void run() throws Exception {
        bench.stack().process(Service.SLA.module()).stop();
        try {
            bench.slaData().run("truncate outbox");
            inMemory();
            quartz();
        } finally {
            bench.slaData().run(
                    "drop table if exists qrtz_fired_triggers, qrtz_paused_trigger_grps, qrtz_scheduler_state, qrtz_locks, qrtz_simple_triggers, "
                            + "qrtz_cron_triggers, qrtz_simprop_triggers, qrtz_blob_triggers, qrtz_triggers, qrtz_job_details, qrtz_calendars",
                    "truncate outbox");
            bench.stack().process(Service.SLA.module()).restart();
        }
    }

    private void inMemory() throws Exception {
        Start start = () -> Rival.start(InMemory.class, url);
        Rival first = start.process();
        table.add("in memory instead: ready with %,d open timers".formatted(first.timers()),
                "%.1f s, %,d MiB of heap".formatted(first.seconds(), first.heapMebibytes()),
                "java.util.concurrent, 8 threads; JVM start to all timers scheduled, heap after a collection");
        measure("in memory instead", first, start, new Size(bench.seconds(30), bench.many(20_000), 10_000));
    }

    private void quartz() throws Exception {
        int seconds = bench.seconds(60);
        Rival first = Rival.start(QuartzJobs.class, url, "fresh");
        long begin = System.nanoTime();
        long inserted = first.tell("fill " + seconds);
        double took = (System.nanoTime() - begin) / 1e9;
        table.add("Quartz instead: triggers put in", "%,d in %.0f s, %,.0f/s".formatted(inserted, took, inserted / took),
                "JDBC job store, one after the other; as many as fit into %d s, the figures below are for these".formatted(seconds));
        first.close();
        bench.slaData().run("analyze qrtz_triggers", "analyze qrtz_simple_triggers");
        Start start = () -> Rival.start(QuartzJobs.class, url);
        Rival second = start.process();
        table.add("Quartz instead: ready with %,d triggers".formatted(second.timers()), "%.1f s".formatted(second.seconds()),
                "JVM start to started scheduler; 8 threads, batches of 100");
        measure("Quartz instead", second, start, new Size(bench.seconds(10), bench.many(2_000), inserted / took));
    }

    /** @param seconds of timers due at a rate. @param atOnce timers due at the same time. @param toldPerSecond new due times the process takes in, about */
    private record Size(int seconds, int atOnce, double toldPerSecond) {

        /** Between the change of due times and the first of them: enough to tell the process of all, at half its speed. */
        int lead(int many) {
            return 4 + (int) (2 * many / toldPerSecond);
        }
    }

    private void measure(String name, Rival running, Start start, Size size) throws Exception {
        int seconds = size.seconds();
        int lead = size.lead(RATE * seconds);
        try (Rival rival = running) {
            makeDue(rival, RATE, AT_RATE.formatted(size.lead(RATE))); // warm-up
            Effects.await(60, bulk::allBroken);
            makeDue(rival, RATE * seconds, AT_RATE.formatted(lead));
            Effects.await(lead + seconds + 90, bulk::allBroken);
            Percentiles late = bulk.lateness();
            table.add("%s: late at %d/s due for %d s".formatted(name, RATE, seconds),
                    "p50 %.0f ms, p99 %.0f ms, max %.0f ms".formatted(late.at(50), late.at(99), late.max()),
                    "%d of %d fired, %d early, %d twice".formatted(late.count(), RATE * seconds, bulk.early(), bulk.twice()));
            atOnce(name, rival, size);
            makeDue(rival, RATE * seconds, AT_RATE.formatted(lead));
            Effects.await(lead + 90, () -> bulk.broken() > RATE * seconds / 3);
        }
        long waiting = RATE * seconds - bulk.broken();
        try (Rival again = start.process()) {
            Effects.await(seconds + 120, bulk::allBroken);
            Percentiles late = bulk.lateness();
            table.add("%s: kill -9 at %d/s due, started again at once".formatted(name, RATE),
                    "ready after %.1f s, max %.1f s late, %d early, %d twice, %d never"
                            .formatted(again.seconds(), late.max() / 1000, bulk.early(), bulk.twice(), RATE * seconds - late.count()),
                    "%d were still to fire when it was killed".formatted(waiting));
        }
    }

    private void atOnce(String name, Rival rival, Size size) throws Exception {
        int many = size.atOnce();
        makeDue(rival, many, "now() + interval '%d seconds'".formatted(size.lead(many)));
        Effects.await(300, () -> bench.slaData().number("select count(*) from due where at > now()") == 0);
        long begin = System.nanoTime();
        Effects.await((int) TimeUnit.MINUTES.toSeconds(2), bulk::allBroken);
        double took = (System.nanoTime() - begin) / 1e9;
        table.add("%s: %,d due at once".formatted(name, many), "%.1f s, %,.0f fired/s".formatted(took, bulk.broken() / took),
                "%,d of them fired, at most 2 minutes waited".formatted(bulk.broken()));
    }

    private void makeDue(Rival rival, int many, String time) throws Exception {
        bulk.makeDue(many, time);
        rival.tell("due");
    }
}
