package org.gongdan.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

/** One real Kafka broker (KRaft, broker and controller in one) per test JVM; it ends with the JVM. */
public final class KafkaServer {

    private static final String BOOTSTRAP = "gongdan.test.kafka.bootstrap";

    private final String bootstrapServers;

    private KafkaServer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the broker, or finds the one this JVM has started. Topics are made on first use, with 4 partitions. */
    public static synchronized KafkaServer shared() throws IOException {
        if (System.getProperty(BOOTSTRAP) == null) {
            System.setProperty(BOOTSTRAP, start());
        }
        return new KafkaServer(System.getProperty(BOOTSTRAP));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static String start() throws IOException {
        int port = FreePort.next();
        int controllerPort = FreePort.next();
        Path directory = Files.createTempDirectory("gongdan-kafka");
        Properties settings = settings(port, controllerPort, directory);
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] format = {"format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream())) != 0) {
            throw new IOException("Kafka storage could not be formatted in " + directory);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        return "localhost:" + port;
    }

    private static Properties settings(int port, int controllerPort, Path directory) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.bootstrap.servers", "localhost:" + controllerPort);
        settings.setProperty("log.dirs", directory.resolve("logs").toString());
        settings.setProperty("num.partitions", "4");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
