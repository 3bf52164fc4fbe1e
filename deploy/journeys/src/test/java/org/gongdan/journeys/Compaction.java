package org.gongdan.journeys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

/** Lets Kafka do within a second what it takes a day for: close the file that is written to at each record, and compact what is closed. */
final class Compaction implements AutoCloseable {
    private static final Map<String, String> AT_ONCE = Map.of("segment.ms", "1", "min.cleanable.dirty.ratio", "0.001",
            "max.compaction.lag.ms", "1");
    private static final String LOOK_EVERY = "log.cleaner.backoff.ms";
    private static final ConfigResource EVERY_BROKER = new ConfigResource(Type.BROKER, "");

    private final Admin admin;
    private final ConfigResource topic;
    private final Map<String, String> before;

    Compaction(Platform platform, String name) {
        admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()));
        topic = new ConfigResource(Type.TOPIC, name);
        var settings = done(admin.describeConfigs(List.of(topic)).all()).get(topic);
        before = AT_ONCE.keySet().stream().collect(Collectors.toMap(setting -> setting, setting -> settings.get(setting).value()));
        alter(topic, set(AT_ONCE));
        alter(EVERY_BROKER, set(Map.of(LOOK_EVERY, "100")));
    }

    String topic() {
        return topic.name();
    }

    @Override
    public void close() {
        alter(topic, set(before));
        alter(EVERY_BROKER, List.of(new AlterConfigOp(new ConfigEntry(LOOK_EVERY, ""), OpType.DELETE)));
        admin.close();
    }

    private void alter(ConfigResource what, Collection<AlterConfigOp> changes) {
        done(admin.incrementalAlterConfigs(Map.of(what, changes)).all());
    }

    private static List<AlterConfigOp> set(Map<String, String> settings) {
        return settings.entrySet().stream().map(each -> new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
                .toList();
    }

    private static <T> T done(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka refuses", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
