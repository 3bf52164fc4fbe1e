package org.gongdan.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.gongdan.stack.Service;

/** Two million open timers: each clock has one for its warning and one for its due time. */
final class Timers implements Section {

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public String missing(Bench bench) {
        return bench.stack().has(Service.SLA) ? null : "sla-service is not built";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.values());
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        Load.Request open = bench.open();
        bench.others(true);
        System.out.println("      warm-up: " + bench.ticketLoad().run(50, bench.warmSeconds(), open).sentence());
        Effects.await(60, () -> bench.slaData().number("select count(*) from clock") > 0);
        BulkClocks bulk = new BulkClocks(bench.slaData());
        int clocks = bench.many(1_000_000);
        bench.stack().process(Service.SLA.module()).stop();
        System.out.printf("      %,d clocks loaded in %.0f s%n", clocks, bulk.load(clocks));
        long timers = bench.slaData().number("select count(*) from timer");
        long begin = System.nanoTime();
        bench.stack().process(Service.SLA.module()).restart();
        double start = (System.nanoTime() - begin) / 1e9;
        table.add("sla-service: ready with %,d open timers".formatted(timers), "%.1f s".formatted(start), "≤ 10 s", start <= 10, "stop to ready answer of /q/health/ready");

        lateness(bench, table, bulk);
        allAtOnce(bench, table, bulk, open);
        killed(bench, table, bulk);
        new Rivals(bench, table, bulk).run();
    }

    private static void killed(Bench bench, Table table, BulkClocks bulk) throws Exception {
        int seconds = bench.seconds(30);
        bench.emptyInbox();
        bulk.makeDue(200 * seconds, "now() + interval '5 seconds' + (n - 1) * interval '5 milliseconds'");
        Effects.await(60, () -> bulk.broken() > 200L * seconds / 3);
        long begin = System.nanoTime();
        bench.stack().process(Service.SLA.module()).kill();
        bench.stack().process(Service.SLA.module()).restart();
        double ready = (System.nanoTime() - begin) / 1e9;
        Effects.await(seconds + 60, bulk::noneLeft);
        Percentiles late = bulk.lateness();
        table.add("timers: kill -9 at 200/s due, started again at once", "ready after %.1f s, max %.1f s late, %d early, %d twice, %d never".formatted(ready, late.max() / 1000, bulk.early(),
                bulk.twice(), 200L * seconds - late.count()), "≤ 3 s late", late.max() <= 3000 && late.count() == 200 * seconds && bulk.early() == 0 && bulk.twice() == 0,
                "one process: late by the start of its JVM");
    }

    private static void lateness(Bench bench, Table table, BulkClocks bulk) throws Exception {
        int seconds = bench.seconds(30);
        bench.emptyInbox();
        bulk.makeDue(200, "now() + interval '5 seconds' + (n - 1) * interval '5 milliseconds'"); // warm-up
        Effects.await(60, bulk::noneLeft);
        Meter meter = bench.meter(bench.everything());
        bulk.makeDue(200 * seconds, "now() + interval '5 seconds' + (n - 1) * interval '5 milliseconds'");
        Effects.await(seconds + 60, bulk::noneLeft);
        Meter.Reading cpu = meter.read();
        Percentiles late = bulk.lateness();
        table.add("timers: late at 200/s due for %d s".formatted(seconds), "p50 %.0f ms, p99 %.0f ms, max %.0f ms".formatted(late.at(50), late.at(99), late.max()),
                "p99 ≤ 200 ms, max ≤ 2 s", late.at(99) <= 200 && late.max() <= 2000, "%d breaches, due time to commit of state, fact and event; polled every 100 ms; others took %.0f %%"
                        .formatted(late.count(), 100 * cpu.others()));
        table.add("timers: early, twice, never", "%d, %d, %d".formatted(bulk.early(), bulk.twice(), 200L * seconds - late.count()), "0, 0, 0",
                bulk.early() == 0 && bulk.twice() == 0 && late.count() == 200 * seconds, "");
    }

    private static void allAtOnce(Bench bench, Table table, BulkClocks bulk, Load.Request open) throws Exception {
        int many = bench.many(100_000);
        bench.ticketLoad().run(100, bench.seconds(5), open);
        Load.Outcome quiet = bench.ticketLoad().run(100, bench.seconds(10), open);
        Load load = bench.ticketLoad();
        bulk.makeDue(many, "now() + interval '5 seconds'");
        Meter meter = bench.meter(bench.everything());
        Effects.await(10, () -> bench.slaData().number("select count(*) from due where at > now()") == 0);
        CompletableFuture<Load.Outcome> meanwhile = CompletableFuture.supplyAsync(() -> load.run(100, bench.seconds(20), open));
        double took = Effects.await(240, bulk::noneLeft);
        Load.Outcome busy = meanwhile.get();
        Effects.awaitQuiet(bench.slaData(), 120);
        Meter.Reading cpu = meter.read();
        Percentiles late = bulk.lateness();
        table.add("timers: %,d due at once".formatted(many), "%.1f s, %,.0f fired/s".formatted(took, many / took), "≤ 60 s, ≥ 5,000/s", took <= 60 && many / took >= 5000,
                "until the last is fired; %d of %d broken, %.2f CPU ms of all processes each; others took %.0f %%".formatted(late.count(), many, cpu.total() / many, 100 * cpu.others()));
        table.add("timers: commands at 100/s meanwhile", "p99 %.1f ms, %d errors".formatted(busy.p99(), busy.errors()), "≤ 2 × p99 before", busy.p99() <= 2 * quiet.p99() && busy.errors() == 0,
                "before: p99 %.1f ms".formatted(quiet.p99()));
    }
}
