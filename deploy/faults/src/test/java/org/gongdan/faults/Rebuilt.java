package org.gongdan.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.gongdan.stack.Ports;

/** What the command says that makes the state of sla-service again from the topics (deploy/rebuild). */
record Rebuilt(int exitCode, List<String> lines) {

    /** @param settings environment of sla-service beyond the usual */
    static Rebuilt of(Platform platform, Map<String, String> settings) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar", Path.of("../../sla-service/target/quarkus-app/quarkus-run.jar").toString(), "rebuild").redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("DB_ADDRESS", "127.0.0.1:" + platform.port(Ports.POSTGRES), "DB_PASSWORD",
                "gongdan", "KAFKA_BOOTSTRAP_SERVERS", platform.kafka()));
        var process = builder.start();
        var lines = process.inputReader().lines().toList();
        return new Rebuilt(process.waitFor(), lines);
    }
}
