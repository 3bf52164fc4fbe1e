package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.Uuid;

/**
 * One node that is broker and controller, from the class path Maven put into target/lib.
 *
 * @param more settings that win over ours
 */
record Kafka(Layout layout, Ports allPorts, Map<String, String> more) implements Part {
    Kafka(Layout layout, Ports allPorts) {
        this(layout, allPorts, Map.of());
    }

    @Override
    public String name() {
        return Ports.KAFKA;
    }

    @Override
    public List<String> ports() {
        return List.of(Ports.KAFKA, Ports.KAFKA_CONTROLLER);
    }

    private Path folder() {
        return layout.data().resolve("kafka");
    }

    private Path settingsFile() {
        return layout.data().resolve("kafka.properties");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(layout.data());
        try (var out = Files.newBufferedWriter(settingsFile())) {
            settings().store(out, "Written at each start");
        }
        if (!Files.exists(folder().resolve("meta.properties"))) {
            var line = List.of(Launch.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(),
                    "kafka.tools.StorageTool",
                    "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", settingsFile().toString());
            new Command("Formatting Kafka's storage", line, Map.of(), layout.data()).run(layout.logs().resolve("kafka-format.log"));
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                // Voters by configuration, not by --standalone: the data then survives a change of ports.
                "controller.quorum.voters", "1@127.0.0.1:" + allPorts.of(Ports.KAFKA_CONTROLLER),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + allPorts.of(Ports.KAFKA) + ",CONTROLLER://127.0.0.1:" + allPorts.of(Ports.KAFKA_CONTROLLER),
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder().toString(),
                "auto.create.topics.enable", "false",
                // One consumer per group and service: waiting for more of them would only delay each start.
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                // For good: a service that comes back after the seven days of Kafka's default would read its topics from their beginning.
                "offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE),
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4",
                // The default reserves a quarter of our heap for compaction.
                "log.cleaner.dedupe.buffer.size", "16777216"));
        // Each thread looks for work several times a second, and a lone controller has nobody to tell twice a second that it lives.
        settings.putAll(Map.of("num.io.threads", "2", "num.network.threads", "1", "background.threads", "2",
                "metadata.max.idle.interval.ms", "0"));
        settings.putAll(more);
        return settings;
    }

    @Override
    public Launch launch() {
        return Launch.of(layout.data(),
                List.of(Launch.java(), "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.log.state.change.logger=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-cp", classPath(), "kafka.Kafka", settingsFile().toString()));
    }

    private String classPath() {
        return layout.target().resolve("lib") + "/*";
    }

    @Override
    public Probe probe() {
        return Probe.tcp(allPorts.of(Ports.KAFKA));
    }

    @Override
    public void settle() throws Exception {
        try (var setup = new TopicSetup(address())) {
            setup.apply(Topics.read(layout.topics()));
        }
    }

    @Override
    public String address() {
        return "127.0.0.1:" + allPorts.of(Ports.KAFKA);
    }
}
