package org.gongdan.bench;

import static org.gongdan.bench.BulkClocks.AT_RATE;
import static org.gongdan.bench.BulkClocks.RATE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.gongdan.stack.Service;
import org.gongdan.stack.StackProcess;

/** Two million open timers: each clock has one for its warning and one for its due time. */
final class Timers implements Section {

    /** Per second, beside a hundred thousand timers: a quarter of what the whole chain keeps, which has room left for something else. */
    private static final int COMMANDS = 25;
    private static final int WARM_UPS = 5;

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
        WarmUp.run(bench, open, bench.everything(), COMMANDS, 2 * COMMANDS, 4 * COMMANDS, 2 * COMMANDS);
        Effects.await(60, () -> bench.slaData().number("select count(*) from clock") > 0);
        BulkClocks bulk = new BulkClocks(bench.slaData());
        int clocks = bench.many(1_000_000);
        bench.stack().process(Service.SLA.module()).stop();
        System.out.printf("      %,d clocks loaded in %.0f s%n", clocks, bulk.load(clocks));
        long timers = bench.slaData().number("select count(*) from timer");
        long begin = System.nanoTime();
        bench.stack().process(Service.SLA.module()).restart();
        double start = (System.nanoTime() - begin) / 1e9;
        table.add("sla-service: ready with %,d open timers".formatted(timers), "%.1f s".formatted(start), "≤ 10 s", start <= 10,
                "stop to ready answer of /q/health/ready");

        lateness(bench, table, bulk);
        allAtOnce(bench, table, bulk);
        besideCommands(bench, table, bulk, open);
        killed(bench, table, bulk);
        oneOfTwoKilled(bench, table, bulk);
        new Rivals(bench, table, bulk).run();
    }

    private static void lateness(Bench bench, Table table, BulkClocks bulk) throws Exception {
        int seconds = bench.seconds(30);
        bench.emptyInbox();
        bulk.makeDue(RATE, AT_RATE.formatted(5)); // warm-up
        Effects.await(60, bulk::noneLeft);
        Meter meter = bench.meter(bench.everything());
        bulk.makeDue(RATE * seconds, AT_RATE.formatted(5));
        Effects.await(seconds + 60, bulk::noneLeft);
        Meter.Reading cpu = meter.read();
        Percentiles late = bulk.lateness();
        table.add("timers: late at 200/s due for %d s".formatted(seconds),
                "p50 %.0f ms, p99 %.0f ms, max %.0f ms".formatted(late.at(50), late.at(99), late.max()),
                "p99 ≤ 200 ms, max ≤ 2 s", late.at(99) <= 200 && late.max() <= 2000,
                "%d breaches, due time to commit of state, fact and event; polled every 100 ms; others took %.0f %%"
                        .formatted(late.count(), 100 * cpu.others()));
        table.add("timers: early, twice, never", "%d, %d, %d".formatted(bulk.early(), bulk.twice(), RATE * seconds - late.count()),
                "0, 0, 0",
                bulk.early() == 0 && bulk.twice() == 0 && late.count() == RATE * seconds, "");
    }

    /** What it can do: nothing else is asked of the machine, and no pace is set. */
    private static void allAtOnce(Bench bench, Table table, BulkClocks bulk) throws Exception {
        StackProcess sla = bench.stack().process(Service.SLA.module());
        sla.restart(Map.of("GONGDAN_TIMER_PACE", "0"));
        bench.emptyInbox();
        warmUp(bench, bulk);
        int many = bench.many(100_000);
        makeDue(bulk, many);
        awaitDue(bench);
        Meter meter = bench.meter(bench.everything());
        double took = awaitFired(bench, bulk);
        Meter.Reading cpu = meter.read();
        Percentiles late = bulk.lateness();
        table.add("timers: %,d due at once, without a pace".formatted(many), "%.1f s, %,.0f fired/s".formatted(took, many / took),
                "≥ 5,000/s", many / took >= 5000 && late.count() == many,
                ("until state, fact and event of the last are committed; %d of %d broken, %.2f CPU ms of all processes each until the "
                        + "relay has sent all, %s; others took %.0f %%")
                        .formatted(late.count(), many, cpu.total() / many, cpu.perUnit(many), 100 * cpu.others()));
        sla.restart(Map.of());
        warmUp(bench, bulk);
    }

    /** Bursts until the compilers have little left to do: it was started a moment ago. */
    private static void warmUp(Bench bench, BulkClocks bulk) throws Exception {
        for (int burst = 0; burst < WARM_UPS; burst++) {
            Meter meter = bench.meter(bench.everything());
            makeDue(bulk, bench.many(30_000));
            awaitDue(bench);
            double took = awaitFired(bench, bulk);
            double compiling = meter.read().compiling();
            System.out.printf("      warm-up: %.1f s; compilers %.0f %%%n", took, 100 * compiling);
            if (burst > 0 && compiling <= WarmUp.STILL_COMPILING) {
                return;
            }
        }
    }

    /** Returns when the relay has sent all. @return seconds until the last was fired */
    private static double awaitFired(Bench bench, BulkClocks bulk) throws Exception {
        double took = Effects.await(240, bulk::noneLeft);
        Effects.awaitQuiet(bench.slaData(), 120);
        return took;
    }

    /** All at the same instant, late enough to be ready for it. */
    private static void makeDue(BulkClocks bulk, int many) throws Exception {
        bulk.makeDue(many, "now() + interval '%d seconds'".formatted(8 + many / 8_000));
        bulk.tidy();
    }

    private static void awaitDue(Bench bench) throws Exception {
        Effects.await(60, () -> bench.slaData().number("select count(*) from due where at > now()") == 0);
    }

    private static void besideCommands(Bench bench, Table table, BulkClocks bulk, Load.Request open) throws Exception {
        int many = bench.many(100_000);
        bench.emptyInbox();
        bench.ticketLoad().run(COMMANDS, bench.seconds(20), open);
        Load.Outcome quiet = bench.ticketLoad().run(COMMANDS, bench.seconds(60), open);
        Load load = bench.ticketLoad();
        makeDue(bulk, many);
        awaitDue(bench);
        CompletableFuture<Load.Outcome> meanwhile = CompletableFuture.supplyAsync(() -> load.run(COMMANDS, bench.seconds(60), open));
        double took = Effects.await(240, bulk::noneLeft);
        Load.Outcome busy = meanwhile.get();
        table.add("timers: %,d due at once, at the usual pace, beside commands at %d/s".formatted(many, COMMANDS), "%.1f s".formatted(took),
                "≤ 60 s", took <= 60, "until the last is fired");
        table.add("timers: these commands meanwhile",
                "p50 %.1f ms, p99 %.1f ms, %d errors".formatted(busy.p50(), busy.p99(), busy.errors()), "≤ 2 × p99 before",
                busy.p99() <= 2 * quiet.p99() && busy.errors() == 0,
                "before: p50 %.1f ms, p99 %.1f ms".formatted(quiet.p50(), quiet.p99()));
        Effects.awaitQuiet(bench.slaData(), 120);
    }

    private static void killed(Bench bench, Table table, BulkClocks bulk) throws Exception {
        StackProcess sla = bench.stack().process(Service.SLA.module());
        kill(bench, table, bulk, "started again at once", () -> {
            long begin = System.nanoTime();
            sla.kill();
            sla.restart();
            return "one process: late by the start of its JVM; ready after %.1f s".formatted((System.nanoTime() - begin) / 1e9);
        });
    }

    private static void oneOfTwoKilled(Bench bench, Table table, BulkClocks bulk) throws Exception {
        StackProcess sla = bench.stack().process(Service.SLA.module());
        StackProcess replica = bench.stack().replica(Service.SLA);
        replica.restart();
        try {
            kill(bench, table, bulk, "one of two processes", () -> {
                sla.kill();
                return "not started again: the other one goes on";
            });
            sla.restart();
        } finally {
            replica.stop();
        }
    }

    private static void kill(Bench bench, Table table, BulkClocks bulk, String what, Supplier<String> kill) throws Exception {
        int seconds = bench.seconds(30);
        int many = RATE * seconds;
        bench.emptyInbox();
        bulk.makeDue(many, AT_RATE.formatted(5));
        Effects.await(60, () -> bulk.broken() > many / 3);
        String how = kill.get();
        Effects.await(seconds + 60, bulk::noneLeft);
        Percentiles late = bulk.lateness();
        table.add("timers: kill -9 at 200/s due, " + what,
                "max %.1f s late, %d early, %d twice, %d never".formatted(late.max() / 1000, bulk.early(), bulk.twice(),
                        many - late.count()),
                "≤ 3 s late", late.max() <= 3000 && late.count() == many && bulk.early() == 0 && bulk.twice() == 0, how);
    }
}
