package org.gongdan.platform.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.stop.Stops;
import org.gongdan.platform.tx.Tx;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;

/** Makes consumers whose effects happen exactly once, although Kafka delivers at least once. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Tx tx;
    private final InboxTables tables;
    private final MeterRegistry meters;
    private final Map<String, Consumer> consumers = new ConcurrentHashMap<>();

    Inbox(Tx tx, InboxTables tables, MeterRegistry meters) {
        this.tx = tx;
        this.tables = tables;
        this.meters = meters;
    }

    /** @param name unique in the service and stable for ever, usually the topic's name: the key of de-duplication */
    public Consumer consumer(String name, Handlers handlers) {
        Consumer consumer = new Consumer(name, handlers, tx, tables, meters);
        if (consumers.putIfAbsent(name, consumer) != null) {
            throw new IllegalStateException("two consumers named " + name);
        }
        return consumer;
    }

    /** Names of all events that some consumer reads, for example {@code TicketOpened.v1}. */
    public Set<String> types() {
        return consumers.values().stream().flatMap(consumer -> consumer.types().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The same consumers on the tables of another schema, by name; nothing of theirs is counted. @see Tx#in */
    public Map<String, Consumer> in(String schema) {
        return consumers.values().stream().collect(Collectors.toMap(Consumer::name, consumer -> consumer.in(schema)));
    }

    /** Names of all consumers, which are the names of the topics they read. */
    public Set<String> names() {
        return Set.copyOf(consumers.keySet());
    }

    /** Begins nothing any more, and waits until what is under way has ended: before the loops stop, of which the last one publishes what was committed here. */
    void stop(@Observes @Priority(Stops.CONSUMERS) ShutdownEvent shutdown) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean quiet = consumers.values().stream().filter(consumer -> !consumer.stop()).count() == 0;
        while (!quiet && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            quiet = consumers.values().stream().allMatch(Consumer::stop);
        }
        if (!quiet) {
            LOG.warnf("events are still being applied after %s; whatever does not commit is applied by the next process", PATIENCE);
        }
    }

    Optional<Consumer> find(String name) {
        return Optional.ofNullable(consumers.get(name));
    }
}
