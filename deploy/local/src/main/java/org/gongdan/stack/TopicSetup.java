package org.gongdan.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Brings a broker's topics in line with {@link Topics}: creates, adds partitions, changes settings; never deletes anything. */
final class TopicSetup implements AutoCloseable {
    private final Admin admin;

    TopicSetup(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000", AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000"));
    }

    void apply(Topics wanted) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = new ArrayList<NewTopic>();
        var known = new ArrayList<String>();
        wanted.byName().forEach((name, topic) -> {
            if (existing.contains(name)) {
                known.add(name);
            } else {
                missing.add(new NewTopic(name, Optional.of(topic.partitions()), Optional.empty()).configs(topic.settings()));
            }
        });
        admin.createTopics(missing).all().get();
        grow(wanted, admin.describeTopics(known).allTopicNames().get());
        var resources = known.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
        configure(wanted, admin.describeConfigs(resources).all().get());
    }

    private void grow(Topics wanted, Map<String, TopicDescription> existing) throws ExecutionException, InterruptedException {
        var more = new HashMap<String, NewPartitions>();
        existing.forEach((name, description) -> {
            var partitions = wanted.byName().get(name).partitions();
            if (partitions > description.partitions().size()) {
                more.put(name, NewPartitions.increaseTo(partitions));
            }
        });
        admin.createPartitions(more).all().get();
    }

    private void configure(Topics wanted, Map<ConfigResource, Config> existing) throws ExecutionException, InterruptedException {
        var changes = new HashMap<ConfigResource, java.util.Collection<AlterConfigOp>>();
        existing.forEach((resource, config) -> {
            var operations = new ArrayList<AlterConfigOp>();
            wanted.byName().get(resource.name()).settings().forEach((key, value) -> {
                var entry = config.get(key);
                if (entry == null || !value.equals(entry.value())) {
                    operations.add(new AlterConfigOp(new ConfigEntry(key, value), OpType.SET));
                }
            });
            if (!operations.isEmpty()) {
                changes.put(resource, operations);
            }
        });
        admin.incrementalAlterConfigs(changes).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
