package org.gongdan.platform.session;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Reads {@code session-events} from its beginning into the {@link SessionList}, in every process: no group, no place to remember. Nobody waits for
 * it: while the broker is away requests go on with what is known, and afterwards reading goes on where it was.
 */
@ApplicationScoped
class SessionTopic {

    private static final Logger LOG = Logger.getLogger(SessionTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long STOP_MILLIS = 5_000;

    private final SessionList list;
    private final Map<String, Object> broker;
    private final boolean run;
    private volatile long heard = System.nanoTime();
    private volatile boolean stopping;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private Thread thread;

    SessionTopic(SessionList list, @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "gongdan.session.read") boolean run,
            MeterRegistry meters) {
        this.list = list;
        this.broker = broker;
        this.run = run;
        Gauge.builder("session.topic.silence", () -> (System.nanoTime() - heard) / 1e9).baseUnit("seconds")
                .description("Time since session-events was last known to be read to its end").register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (run) {
            thread = Thread.ofPlatform().name("session-events").daemon().start(this::readForEver);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            thread.join(STOP_MILLIS);
        }
    }

    private void readForEver() {
        boolean told = false;
        while (!stopping) {
            try (KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(settings())) {
                consumer = opened;
                read(opened);
            } catch (WakeupException stop) {
                // The loop's condition ends it.
            } catch (KafkaException failure) {
                if (!told) {
                    LOG.warnf("%s cannot be read, ended sessions are learned of late: %s", SessionEvent.TOPIC, failure.toString());
                    told = true;
                }
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> opened) {
        Collection<TopicPartition> partitions = opened.partitionsFor(SessionEvent.TOPIC, ASK).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic is not there yet");
        }
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        long asked = 0;
        while (!stopping) {
            opened.poll(POLL).forEach(this::hear);
            if (System.nanoTime() - asked > ASK.toNanos()) {
                // A poll is as quiet when the broker is away as when there is nothing new; this question needs an answer.
                Map<TopicPartition, Long> ends = opened.endOffsets(partitions, ASK);
                asked = System.nanoTime();
                if (ends.entrySet().stream().allMatch(end -> opened.position(end.getKey(), ASK) >= end.getValue())) {
                    heard = asked;
                }
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        try {
            SessionMessages.read(message).ifPresent(list::add);
        } catch (RuntimeException unreadable) {
            LOG.warnf("%s %d-%d cannot be read and is left out: %s", SessionEvent.TOPIC, message.partition(), message.offset(),
                    unreadable.toString());
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
