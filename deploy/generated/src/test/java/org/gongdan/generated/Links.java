package org.gongdan.generated;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The links by which customers sign and answer: no answer tells them, they only reach the customer's mailbox. */
final class Links implements AutoCloseable {
    /** Where they lead, by the topic on which they travel. */
    private static final Map<String, String> TOPICS = Map.of("signature-links", "/api/signatures/{token}", "answer-links",
            "/api/answers/{token}");

    private final KafkaConsumer<String, String> reader;
    private final Known known;

    Links(String kafka, Known known) {
        this.known = known;
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = TOPICS.keySet().stream().flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
    }

    void read() {
        reader.poll(Duration.ofMillis(100)).forEach(issued -> {
            if (issued.value() != null) {
                var url = Judge.json(issued.value()).path("url").textValue();
                var told = Spoiler.JSON.createObjectNode().put("token", url.substring(url.lastIndexOf('/') + 1));
                known.hear(TOPICS.get(issued.topic()), List.of(), told, null);
            }
        });
    }

    @Override
    public void close() {
        reader.close();
    }
}
