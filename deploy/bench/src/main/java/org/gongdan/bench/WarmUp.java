package org.gongdan.bench;

import java.io.IOException;
import java.util.List;

/** Loads until the JVMs have compiled what they run often. A service runs for weeks: its first minutes say little about it. */
final class WarmUp {

    private static final int LOADS = 30;
    static final double STILL_COMPILING = 0.06;

    private WarmUp() {
    }

    /** @param rates of one load after the other; the last one is repeated until little is compiled, at most until ten minutes have passed */
    static void run(Bench bench, Load.Request request, List<String> processes, int... rates) throws IOException, InterruptedException {
        for (int load = 0; load < LOADS; load++) {
            bench.emptyInbox();
            Meter meter = bench.meter(processes);
            Load.Outcome outcome = bench.ticketLoad().run(rates[Math.min(load, rates.length - 1)], bench.warmSeconds(), request);
            double compiling = meter.read().compiling();
            System.out.printf("      warm-up: %s; compilers %.0f %%%n", outcome.sentence(), 100 * compiling);
            if (load >= rates.length && compiling <= STILL_COMPILING) {
                return;
            }
        }
    }
}
