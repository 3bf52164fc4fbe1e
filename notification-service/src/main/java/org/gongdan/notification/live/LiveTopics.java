package org.gongdan.notification.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.gongdan.platform.event.Envelope;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Hears every event in this process, from now on: no group and no place to remember, since a screen that missed something asks for what there
 * is anyhow. It reads while somebody looks on, and a little longer.
 */
@ApplicationScoped
class LiveTopics {

    private static final Logger LOG = Logger.getLogger(LiveTopics.class);
    private static final Set<String> TOPICS = Set.of("ticket-events", "visit-events", "sla-events", "customer-events", "roster-events",
            "knowledge-events");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LINGER = Duration.ofSeconds(30);
    private static final long STOP_MILLIS = 5_000;

    private final Screens screens;
    private final Map<String, Object> broker;
    private volatile boolean stopping;
    private volatile boolean reading;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private Thread thread;

    LiveTopics(Screens screens, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.screens = screens;
        this.broker = broker;
    }

    /** Somebody looks on: to be called once he is among the screens. He is told as soon as nothing is missed any more. */
    synchronized void listen() {
        if (reading) {
            screens.wakeSoon();
        }
        if (thread == null && !stopping) {
            thread = Thread.ofPlatform().name("live-topics").daemon().start(this::readWhileWanted);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        Thread reading;
        synchronized (this) {
            stopping = true;
            reading = thread;
        }
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (reading != null) {
            reading.join(STOP_MILLIS);
        }
    }

    private void readWhileWanted() {
        boolean told = false;
        while (wanted()) {
            try (KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(settings())) {
                consumer = opened;
                read(opened);
            } catch (WakeupException stop) {
                // The loop's condition ends it.
            } catch (KafkaException failure) {
                if (!told) {
                    LOG.warnf("screens are not told of changes while the topics cannot be read: %s", failure.toString());
                    told = true;
                }
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            } finally {
                reading = false;
                consumer = null;
            }
        }
    }

    /** Whoever comes after this said no starts another thread. */
    private synchronized boolean wanted() {
        if (stopping || screens.none()) {
            thread = null;
            return false;
        }
        return true;
    }

    private void read(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions = opened.listTopics(ASK).entrySet().stream().filter(topic -> TOPICS.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        opened.assign(partitions);
        opened.seekToEnd(partitions);
        partitions.forEach(partition -> opened.position(partition, ASK));
        reading = true;
        screens.missed();
        long lastWanted = System.nanoTime();
        while (!stopping && System.nanoTime() - lastWanted < LINGER.toNanos()) {
            opened.poll(POLL).forEach(this::hear);
            if (!screens.none()) {
                lastWanted = System.nanoTime();
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        try {
            screens.heard(Happening.of(message));
        } catch (IOException | Envelope.BadEnvelope unreadable) {
            // The consumers that apply it say so and keep it.
            LOG.debugf("%s %d-%d is told to no screen: %s", message.topic(), message.partition(), message.offset(), unreadable.toString());
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(2));
        return settings;
    }
}
