package org.gongdan.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongdan.platform.session.SessionEvent;
import org.gongdan.platform.session.SessionList;
import org.gongdan.platform.session.SessionMessages;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Where this gateway learns that a session is over: it holds here at once, and a thread of its own tells everybody else on `session-events`, in
 * order and until the broker takes it. Nobody waits for the broker.
 */
@ApplicationScoped
class SessionNews {

    private static final Logger LOG = Logger.getLogger(SessionNews.class);
    /** When this many wait, the broker has been away long; Keycloak keeps its events, and every gateway reads them there as well. */
    private static final int WAITING = 50_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long STOP_MILLIS = 5_000;

    private final SessionList list;
    private final Map<String, Object> settings;
    private final BlockingQueue<SessionEvent> waiting = new ArrayBlockingQueue<>(WAITING);
    private Thread thread;

    SessionNews(SessionList list, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.list = list;
        settings = new HashMap<>(broker);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("session-news").daemon().start(this::sendForEver);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.interrupt();
        thread.join(STOP_MILLIS);
    }

    /** To be called as often as one likes: what is known is told no second time. */
    void tell(SessionEvent event) {
        if (list.add(event) && !waiting.offer(event)) {
            LOG.warnf("%s is not told: %d wait for the broker", event.key(), WAITING);
        }
    }

    private void sendForEver() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var producer = new KafkaProducer<String, byte[]>(settings)) {
                send(producer);
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException stop) {
                return;
            } catch (KafkaException failure) {
                LOG.warnf("%s cannot be written: %s", SessionEvent.TOPIC, failure);
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void send(KafkaProducer<String, byte[]> producer) throws InterruptedException {
        while (true) {
            var event = waiting.take();
            while (!sent(producer, event)) {
                Thread.sleep(AFTER_FAILURE);
            }
        }
    }

    private static boolean sent(KafkaProducer<String, byte[]> producer, SessionEvent event) throws InterruptedException {
        try {
            producer.send(SessionMessages.write(event, "/gateway")).get();
            return true;
        } catch (ExecutionException refused) {
            LOG.warnf("%s waits for the broker: %s", event.key(), refused.getCause());
            return false;
        }
    }
}
