package org.gongdan.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;

import io.quarkus.runtime.StartupEvent;

/**
 * Publishes outbox rows to Kafka: the only place of a service that sends. One process at a time (advisory lock), rows in order of
 * {@code seq}, deleted after the broker has acknowledged them. A crash in between sends rows again; consumers drop the repetition by
 * event id. Several relays that share the rows (SKIP LOCKED) would reorder them, a cursor over {@code seq} would lose late commits.
 */
@ApplicationScoped
class OutboxRelay implements Loop.Step, OutboxWakeUp {

    private static final int BATCH = 500;
    /** How long the broker may take for an answer when the process is ending. */
    private static final long AT_THE_END = TimeUnit.SECONDS.toNanos(3);
    private static final Sql NEXT = Sql.of("select * from outbox order by seq limit " + BATCH);

    private final Loops loops;
    private final OutboxMetrics metrics;
    private final ProducerSettings settings;
    private final OutboxMemory memory;
    private final String source;
    private final Duration poll;
    private final Duration quietPoll;
    private final Duration quietAfter;
    private final Duration pace;
    private final Duration patience;
    private Loop loop;
    private boolean leading;
    private long lastSent = System.nanoTime();
    private long lastRound;
    private KafkaProducer<String, byte[]> producer;

    OutboxRelay(Loops loops, OutboxMetrics metrics, ProducerSettings settings, OutboxMemory memory,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "gongdan.outbox.poll") Duration poll,
            @ConfigProperty(name = "gongdan.outbox.quiet-poll") Duration quietPoll,
            @ConfigProperty(name = "gongdan.outbox.quiet-after") Duration quietAfter,
            @ConfigProperty(name = "gongdan.outbox.pace") Duration pace,
            @ConfigProperty(name = "gongdan.outbox.patience") Duration patience) {
        this.loops = loops;
        this.metrics = metrics;
        this.settings = settings;
        this.memory = memory;
        this.source = "/" + service;
        this.poll = poll;
        this.quietPoll = quietPoll;
        this.quietAfter = quietAfter;
        this.pace = pace;
        this.patience = patience;
        this.lastRound = System.nanoTime() - pace.toNanos();
    }

    void start(@Observes StartupEvent startup) {
        loop = loops.startLasting("outbox-relay", poll, this);
    }

    void committed(@Observes Tx.Committed committed) {
        if (!committed.touched(Filled.class).isEmpty()) {
            poke();
        }
    }

    @Override
    public void poke() {
        if (loop != null) {
            loop.poke();
        }
    }

    @Override
    public boolean run(Connection connection) throws Exception {
        if (!leading) {
            leading = Loop.tryLead(connection, "outbox-relay");
            if (!leading) {
                return false;
            }
            metrics.leads();
            // Nobody else touches the rows: reading and deleting them needs no transaction around both.
            connection.setAutoCommit(true);
        }
        keepPace();
        List<Waiting> rows = next(connection);
        metrics.observe(connection);
        if (!memory.isWhole(connection) || rows.isEmpty()) {
            return false;
        }
        memory.begin(connection, rows.stream().map(row -> row.message().topic()).collect(Collectors.toSet()));
        ToldPlaces.told(connection, rows.stream().map(Waiting::seq).toList(), publish(rows));
        metrics.sent(rows.size());
        lastSent = System.nanoTime();
        return rows.size() == BATCH;
    }

    /** Where nothing has happened for a while, little will: five services that look ten times a second keep a machine busy with nothing. */
    @Override
    public Duration pause(Duration idle) {
        return System.nanoTime() - lastSent > quietAfter.toNanos() ? quietPoll : idle;
    }

    /** Under load a round costs the same for one fact as for ten: a moment later there are more of them. */
    private void keepPace() {
        LockSupport.parkNanos(lastRound + pace.toNanos() - System.nanoTime());
        lastRound = System.nanoTime();
    }

    @Override
    public void connectionLost() {
        leading = false;
        memory.forget();
        metrics.leadsNoMore();
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private record Waiting(long seq, ProducerRecord<String, byte[]> message) {
    }

    private List<Waiting> next(Connection connection) throws SQLException {
        return NEXT.bound().rows(connection).stream().map(row -> new Waiting(row.number("seq"), message(row))).toList();
    }

    private ProducerRecord<String, byte[]> message(Row row) {
        UUID key = row.id("key");
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.text("topic"), key.toString(), row.bytes("payload"));
        new Envelope(row.id("event_id"), row.text("type"), source, key, row.instant("occurred"), row.number("sequence"), row.id("customer"),
                row.text("traceparent")).to(message.headers());
        String reason = row.text("reason");
        if (reason != null) {
            message.headers().add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    /** @return where the last of them stands on each partition */
    private Map<TopicPartition, Long> publish(List<Waiting> rows) throws Exception {
        if (producer == null) {
            producer = new KafkaProducer<>(settings.asMap());
        }
        List<Future<RecordMetadata>> acks = new ArrayList<>(rows.size());
        for (Waiting row : rows) {
            acks.add(producer.send(row.message()));
        }
        Map<TopicPartition, Long> places = new HashMap<>();
        for (Future<RecordMetadata> ack : acks) {
            RecordMetadata told = await(ack);
            if (told.hasOffset()) {
                places.merge(new TopicPartition(told.topic(), told.partition()), told.offset(), Math::max);
            }
        }
        return places;
    }

    /**
     * Waits long: giving one record up while later ones of its key get through would reorder them. A producer that gets nowhere is given up as a whole,
     * with all it has in hand, and another one begins with the oldest row.
     */
    private RecordMetadata await(Future<RecordMetadata> ack) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            try {
                return ack.get(500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                metrics.blocked();
                long waited = System.nanoTime() - begin;
                if (loop.isStopping() && waited > AT_THE_END) {
                    throw waiting;
                }
                if (waited > patience.toNanos()) {
                    throw new TimeoutException("the broker has acknowledged nothing for " + patience + "; beginning anew");
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }
}
