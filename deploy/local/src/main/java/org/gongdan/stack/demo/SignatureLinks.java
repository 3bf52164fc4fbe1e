package org.gongdan.stack.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The one-time links that customers get by mail, read where the mail service reads them. */
final class SignatureLinks implements AutoCloseable {
    private static final String TOPIC = "signature-links";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, String> byVisit = new HashMap<>();

    SignatureLinks(Place place) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, place.kafka(), ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream().map(each -> new TopicPartition(TOPIC, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** @return path of what the customer is asked to sign */
    String of(String visit) {
        var begin = System.nanoTime();
        while (!byVisit.containsKey(visit)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new DemoStopped("no link to sign came for visit " + visit);
            }
            consumer.poll(Duration.ofMillis(50)).forEach(record -> read(record.value()));
        }
        return byVisit.remove(visit);
    }

    private void read(byte[] event) {
        if (event == null) {
            return;
        }
        try {
            var link = JSON.readTree(event);
            var url = link.path("url").textValue();
            byVisit.put(link.path("visitId").textValue(), "/api/signatures" + url.substring(url.lastIndexOf('/')));
        } catch (IOException e) {
            throw new DemoStopped("a link to sign cannot be read", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
