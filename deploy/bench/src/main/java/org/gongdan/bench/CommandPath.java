package org.gongdan.bench;

/** POST /api/tickets at ticket-service itself, with relay and broker running and nobody listening to the events. */
final class CommandPath implements Section {

    private static final int[] LADDER = {25, 50, 100, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 2000};
    private final Limit limit;

    CommandPath(Limit limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        Load.Request open = bench.open();
        bench.others(false);
        WarmUp.run(bench, open, Bench.COMMAND_PATH, 50, 150, 300);
        Steps.Found found = Steps.climb(LADDER, 25, rate -> bench.ticketLoad().run(rate, bench.seconds(6), open), Load.Outcome::kept);
        int rate = Math.max(LADDER[0], found.rate());
        Effects.awaitQuiet(bench.ticketData(), 30);
        Meter meter = bench.meter(Bench.COMMAND_PATH);
        Load.Outcome outcome = bench.ticketLoad().run(rate, bench.seconds(15), open);
        Effects.awaitQuiet(bench.ticketData(), 30);
        Meter.Reading cpu = meter.read();
        String how = "open model, POST /api/tickets, agent's token, 600 letters, relay and broker running, no consumers; compilers took "
                + "%.0f %% of the CPU time, others %.0f %% of the machine"
                        .formatted(100 * cpu.compiling(), 100 * cpu.others());
        table.add("command path: highest rate kept (p99 ≤ 200 ms, no error)", (found.rate() == 0 ? "none; " : "") + outcome.sentence(),
                "1,000/s", outcome.kept() && rate >= 1000, how);
        table.add("command path: highest step with p99 ≤ 25 ms", found.fast().map(Load.Outcome::sentence).orElse("none"), "1,000/s",
                found.fast().filter(fast -> fast.rate() >= 1000).isPresent(), "steps of %d s".formatted(bench.seconds(6)));
        if (limit.fiveTrips() > 0) {
            table.add("command path: share of the five-trip limit", "%.1f %%".formatted(100 * outcome.perSecond() / limit.fiveTrips()),
                    "≥ 20 %",
                    outcome.perSecond() >= 0.2 * limit.fiveTrips(), "against %,.0f/s of the same run".formatted(limit.fiveTrips()));
        }
        double perTicket = cpu.total() / outcome.answered();
        table.add("command path: CPU of all processes per created ticket", "%.2f ms".formatted(perTicket), "≤ 1.75 ms", perTicket <= 1.75,
                cpu.perUnit(outcome.answered()) + " ms");
    }
}
