package org.gongdan.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the services say to each other, overheard; and said a second time, as Kafka may. */
record EventLog(Platform platform) {

    /** @param type name without version. @param mention something in the body that tells it from others of its type, such as a ticket's id */
    ConsumerRecord<String, byte[]> await(String topic, String type, String mention) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = Instant.now().plus(Patience.LONGEST);
            var others = new ArrayList<String>();
            while (Instant.now().isBefore(end)) {
                for (var each : consumer.poll(Duration.ofMillis(200))) {
                    if (type(each).startsWith(type + ".v") && text(each).contains(mention)) {
                        return each;
                    }
                    others.add(type(each));
                }
            }
            throw new AssertionError("no " + type + " about " + mention + " on " + topic + "; there were " + others);
        }
    }

    /** Says the same event again, id and all, and returns when the service has read it. */
    void repeat(ConsumerRecord<String, byte[]> event, String service) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
                var admin = Admin.create(settings())) {
            var place = producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())).get();
            var partition = new TopicPartition(place.topic(), place.partition());
            Patience.await(service + " reads the repeated " + type(event)).until(() -> {
                var read = admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get().get(partition);
                return read != null && read.offset() > place.offset();
            });
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka does not take the repeated " + type(event), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Says something about another thing, as the service would that said this one. @param key of the other thing */
    void say(ConsumerRecord<String, byte[]> like, String type, UUID key, String body) {
        var said = new ProducerRecord<>(like.topic(), null, key.toString(), body.getBytes(StandardCharsets.UTF_8), like.headers());
        Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type, "ce_subject", key.toString(), "ce_sequence", "1")
                .forEach((name, value) -> said.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(said).get();
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka does not take " + type, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every topic is read from its beginning to its present end. @return those that hold one of the texts, in key, headers or body */
    Set<String> topicsHolding(List<String> texts) {
        try (var admin = Admin.create(settings());
                var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = admin.listTopics().names().get().stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var holding = new TreeSet<String>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var each : consumer.poll(Duration.ofMillis(100))) {
                    var whole = each.key() + text(each) + Arrays.stream(each.headers().toArray())
                            .map(header -> new String(header.value(), StandardCharsets.UTF_8)).collect(Collectors.joining());
                    if (texts.stream().anyMatch(whole::contains)) {
                        holding.add(each.topic());
                    }
                }
            }
            return holding;
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka does not name its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String text(ConsumerRecord<String, byte[]> event) {
        return event.value() == null ? "" : new String(event.value(), StandardCharsets.UTF_8);
    }

    private static String type(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", platform.kafka());
    }
}
