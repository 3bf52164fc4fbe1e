package org.gongdan.rollout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.gongdan.faults.Database;
import org.gongdan.stack.Ports;

/** All processes of the chart, two containers each as it says, with a Service before each. */
final class Cluster implements AutoCloseable {
    private static final String LEADER = """
            select host(a.client_addr) from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and a.datname = ? and l.database = (select oid from pg_database where datname = ?)
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('outbox-relay', 0)""";

    final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final Engine engine;
    private boolean closed;
    private final List<Balancer> services = new ArrayList<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    Cluster(Chart chart, Engine engine, Network network, Secrets secrets, Path logs) throws IOException {
        this.engine = engine;
        var hosts = new LinkedHashMap<String, String>();
        var maker = Workload.maker(engine, network, secrets, hosts, logs);
        for (var template : chart.pods()) {
            workloads.put(template.process(), new Workload(template, maker));
        }
        for (var service : chart.services().entrySet()) {
            var workload = workloads.get(service.getKey());
            var balancer = new Balancer(network.serviceAddress(), workload::endpoints);
            services.add(balancer);
            hosts.put(service.getValue(), balancer.address());
            addresses.put(service.getKey(), "http://" + balancer.address() + ":8080");
        }
    }

    /** Starts all; one of each process first, so that migrations and the first start of a JVM do not meet on a small machine. */
    void start() throws IOException, InterruptedException {
        for (var workload : workloads.values()) {
            var begin = Instant.now();
            workload.start();
            engine.shareProcessors();
            workload.awaitReady();
            System.out.printf("  %s: %d pods ready after %d s%n", workload.process, workload.pods.size(),
                    Duration.between(begin, Instant.now()).toSeconds());
        }
    }

    /** Where a process's Service answers. */
    String address(String process) {
        return addresses.get(process);
    }

    static Database database(String name) {
        return new Database(Infrastructure.PORTS.of(Ports.POSTGRES), name);
    }

    static String databaseOf(String process) {
        return process.replace("-service", "");
    }

    /** Address of the pod that publishes a service's events. */
    static Optional<String> leader(String process) {
        var name = databaseOf(process);
        return database("postgres").rows(LEADER, row -> row.getString(1), name, name).stream().findFirst();
    }

    /** @return how long nobody led after this one, from now on */
    static Duration awaitOtherLeader(String process, String former, Duration longest) throws InterruptedException {
        var begin = Instant.now();
        while (Duration.between(begin, Instant.now()).compareTo(longest) < 0) {
            var now = leader(process);
            if (now.isPresent() && !now.get().equals(former)) {
                return Duration.between(begin, Instant.now());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return longest;
    }

    int restarts() {
        return workloads.values().stream().mapToInt(Workload::restarts).sum();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        workloads.values().parallelStream().flatMap(workload -> workload.pods.stream()).forEach(pod -> {
            try {
                pod.remove();
            } catch (IllegalStateException e) {
                System.err.println(pod.name + " could not be removed: " + e.getMessage());
            }
        });
        services.forEach(Balancer::close);
    }
}
