package org.gongdan.bench;

import java.sql.SQLException;
import java.util.List;

import org.gongdan.stack.Service;

/** From a command's commit to its effect in another service, with every consumer running. */
final class Chain implements Section {

    private static final int[] LADDER = {25, 50, 100, 150, 200, 250, 300, 400, 500, 600};
    /** What is still on its way when the load ends must be through in this time, or it had piled up. */
    private static final double NO_BACKLOG_SECONDS = 1.5;
    private final Limit limit;

    Chain(Limit limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "chain";
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
        WarmUp.run(bench, open, bench.everything(), 40, 60, 80);
        settle(bench, 120);
        atOneRate(bench, table, open, 100, "commit → clock in sla-service at 100/s");
        bench.emptyInbox();
        Steps.Found found = Steps.climb(LADDER, 200, rate -> bench.ticketLoad().run(rate, bench.seconds(8), open),
                outcome -> outcome.kept() && through(bench));
        int rate = Math.max(LADDER[0], found.rate());
        settle(bench, 120);
        Meter meter = bench.meter(bench.everything());
        Load.Outcome outcome = atOneRate(bench, table, open, rate, "commit → clock in sla-service at " + rate + "/s");
        Meter.Reading cpu = meter.read();
        table.add("full chain: highest rate without growing backlog", (found.rate() == 0 ? "none; " : "") + outcome.sentence(), "≥ 400/s",
                found.rate() >= 400,
                "all services consume; backlog gone ≤ %.1f s after each step; compilers took %.0f %% of the CPU time, others %.0f %% of the machine"
                        .formatted(NO_BACKLOG_SECONDS, 100 * cpu.compiling(), 100 * cpu.others()));
        if (limit.fiveTrips() > 0) {
            table.add("full chain: share of the five-trip limit", "%.1f %%".formatted(100 * outcome.perSecond() / limit.fiveTrips()),
                    "≥ 8 %",
                    outcome.perSecond() >= 0.08 * limit.fiveTrips(), "against %,.0f/s of the same run".formatted(limit.fiveTrips()));
        }
        table.add("full chain: CPU of all processes per created ticket", "%.2f ms".formatted(cpu.total() / outcome.answered()),
                cpu.perUnit(outcome.answered()) + " ms");
    }

    private static Load.Outcome atOneRate(Bench bench, Table table, Load.Request open, int rate, String what) throws Exception {
        bench.emptyInbox();
        long line = Effects.lastLine(bench);
        Load.Outcome outcome = bench.ticketLoad().run(rate, bench.seconds(20), open);
        double drained = settle(bench, 60);
        Percentiles millis = Effects.ticketToClock(bench, line);
        table.add(what, "p50 %.0f ms, p99 %.0f ms, max %.0f ms".formatted(millis.at(50), millis.at(99), millis.max()),
                "p50 ≤ 20 ms, p99 ≤ 100 ms",
                millis.at(50) <= 20 && millis.at(99) <= 100,
                "%d tickets, commit times of PostgreSQL; POST itself p50 %.1f, p99 %.1f ms; backlog gone after %.1f s"
                        .formatted(millis.count(), outcome.p50(), outcome.p99(), drained));
        return outcome;
    }

    private static boolean through(Bench bench) {
        try {
            double drained = settle(bench, 60);
            System.out.printf("      backlog gone after %.1f s%n", drained);
            return drained <= NO_BACKLOG_SECONDS;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every ticket has its promise back from sla-service and no service has anything left to publish. */
    private static double settle(Bench bench, int seconds) throws SQLException, InterruptedException {
        return Effects.await(seconds, () -> bench.ticketData().number("select count(*) from (select 1 from outbox limit 1) waiting") == 0
                && bench.slaData().number("select count(*) from (select 1 from outbox limit 1) waiting") == 0
                && bench.ticketData()
                        .number("""
                        select count(*) from (select 1 from ticket where resolve_by is null and id > (select uuidv7(interval '-5 minutes'))
                            and not exists (select 1 from story s where s.ticket_id = ticket.id and s.type = 'PromiseMade') limit 1) waiting""") == 0);
    }
}
