package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;

/** Who runs the platform: stops and starts services, and has the commands of the runbooks. */
record Operator(Platform platform) {
    private static final String LIBRARIES = "../../ticket-service/target/quarkus-app/lib";
    static final List<Service> ALL = List.of(Service.TICKET, Service.DISPATCH, Service.SLA, Service.KNOWLEDGE, Service.NOTIFICATION);

    /** What a command said, and how it ended. */
    record Outcome(int exitCode, List<String> lines) {
        boolean says(String... words) {
            return lines.stream().anyMatch(line -> Stream.of(words).allMatch(line::contains));
        }

        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + String.join("\n", lines);
        }
    }

    void stop(List<Service> services) {
        services.parallelStream().forEach(service -> platform.process(service.module()).stop());
    }

    void start(List<Service> services) {
        services.parallelStream().forEach(service -> platform.process(service.module()).restart());
    }

    /** {@code deploy/restore} for these services. */
    Outcome restore(List<Service> services, List<Service> beside) {
        var arguments = new ArrayList<String>(
                List.of("-cp", LIBRARIES + "/boot/*:" + LIBRARIES + "/main/*", "org.gongdan.platform.restore.Main"));
        services.forEach(service -> arguments.add(database(service)));
        if (!beside.isEmpty()) {
            arguments.add("--beside");
            beside.forEach(service -> arguments.add(database(service)));
        }
        return java(arguments);
    }

    private String database(Service service) {
        return service.module() + "=" + address() + "/" + service.module().replace("-service", "");
    }

    private String address() {
        return "127.0.0.1:" + platform.port(Ports.POSTGRES);
    }

    /** {@code deploy/rebuild sla-service} for one customer. */
    Outcome rebuild(String customer) {
        return java(List.of("-jar", "../../sla-service/target/quarkus-app/quarkus-run.jar", "rebuild", "--customer=" + customer));
    }

    private Outcome java(List<String> arguments) {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        line.addAll(arguments);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(Map.of("DB_ADDRESS", address(), "DB_PASSWORD", "gongdan", "DB_OWNER_PASSWORD", "gongdan",
                "KAFKA_BOOTSTRAP_SERVERS", platform.kafka()));
        try {
            var process = builder.start();
            var lines = process.inputReader().lines().toList();
            return new Outcome(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
