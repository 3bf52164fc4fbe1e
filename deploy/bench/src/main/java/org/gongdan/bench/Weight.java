package org.gongdan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.gongdan.stack.StackProcess;

/** Memory after everything before it ran, and how long each service takes to start, alone. */
final class Weight implements Section {

    @Override
    public String name() {
        return "weight";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.values());
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        bench.others(true);
        memory(bench, table, "after the load");
        double slowest = 0;
        StringJoiner times = new StringJoiner(", ");
        for (Service service : bench.services()) {
            StackProcess process = bench.stack().process(service.module());
            process.stop();
            long begin = System.nanoTime();
            process.restart();
            double seconds = (System.nanoTime() - begin) / 1e9;
            slowest = Math.max(slowest, seconds);
            times.add("%s %.1f s".formatted(service.module(), seconds));
        }
        table.add("start to ready, one after the other", times.toString(), "each ≤ 2.5 s", slowest <= 2.5,
                "from the process's start to /q/health/ready; looked at every 0.1 s");
        memory(bench, table, "after a start");
    }

    private static void memory(Bench bench, Table table, String when) throws IOException {
        double rss = 0;
        double pss = 0;
        StringJoiner each = new StringJoiner(", ");
        for (Service service : bench.services()) {
            Map<String, Double> sizes = sizes(bench.stack().process(service.module()));
            rss += sizes.get("Rss");
            pss += sizes.get("Pss");
            each.add("%s %.0f / %.0f".formatted(service.module(), sizes.get("Rss"), sizes.get("Pss")));
        }
        table.add("memory of our services " + when + ", RSS / PSS", "%.0f / %.0f MiB".formatted(rss, pss), "≤ 1,331 MiB", rss <= 1331,
                each + " MiB");
        if (when.equals("after the load")) {
            table.add("memory of Kafka and Keycloak, RSS / PSS",
                    "%s and %s MiB".formatted(pair(bench, Ports.KAFKA), pair(bench, Ports.KEYCLOAK)), "not ours");
        }
    }

    private static String pair(Bench bench, String name) throws IOException {
        Map<String, Double> sizes = sizes(bench.stack().process(name));
        return "%.0f / %.0f".formatted(sizes.get("Rss"), sizes.get("Pss"));
    }

    private static Map<String, Double> sizes(StackProcess process) throws IOException {
        return ProcFile.mebibytes(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")));
    }
}
