package org.gongdan.platform.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.LoopsOn;
import org.gongdan.platform.retry.Transient;
import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.TxOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

/** In which order a process ends that is asked to, while it has an event in hand. */
class StopIT {

    private static final String TOPIC = "lamp-events";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String WAITING = "select pid from pg_locks where locktype = 'advisory' and not granted";
    private static final Sql WAIT = Sql.of("select cast(pg_advisory_xact_lock(42) as text)");
    private static final Sql NOTE = Sql.of("insert into note (what) values (:what)");

    private final FreshDatabase database = FreshDatabase.ofPlatform();
    private final TxOn transactions = new TxOn(database.reactiveUrl());
    private final LoopsOn loops = new LoopsOn(database);
    private final List<String> order = new CopyOnWriteArrayList<>();

    StopIT() throws Exception {
        database.execute("create table note (what text)");
    }

    record LampLit(String name) {
    }

    @AfterEach
    void close() {
        loops.stop();
        transactions.close();
    }

    @Test
    void whatIsUnderWayEndsNothingIsBegunAndWhoPublishesIsTheLastToEnd() throws Exception {
        // Given
        Inbox inbox = new Inbox(transactions.tx(), new InboxTables(), new SimpleMeterRegistry());
        Consumer consumer = inbox.consumer(TOPIC, new Handlers().on(LampLit.class, (work, event) -> WAIT.bound().rows(work)
                .chain(() -> NOTE.with("what", event.fact().name()).update(work))));
        Ending timers = new Ending("timers");
        Ending relay = new Ending("relay");
        loops.loops().startLasting("relay", Duration.ofHours(1), relay);
        loops.loops().start("timers", Duration.ofHours(1), timers);
        await().atMost(LONG).until(() -> timers.runs.get() > 0 && relay.runs.get() > 0);
        try (Connection holder = database.connect(); Statement lock = holder.createStatement()) {
            lock.execute("select pg_advisory_lock(42)");
            consumer.receive(poll("in hand")).subscribe().with(done -> order.add("event ended"));
            await().atMost(LONG).until(() -> !database.rows(WAITING).isEmpty());
            assertFalse(consumer.stop());
            consumer.receive(poll("too late")).subscribe().with(done -> order.add("second event ended"));

            // When
            CompletableFuture<Void> stopped = LoopsOn.aside(() -> {
                inbox.stop(null);
                loops.stop();
            });
            lock.execute("select pg_advisory_unlock(42)");
            stopped.get();
        }

        // Then
        assertEquals(List.of("in hand"), database.rows("select what from note"));
        assertEquals(List.of("event ended", "timers ended, had seen 0", "relay ended, had seen 1"), order);
    }

    @Test
    void whatIsCommittedWhenItsCallerHasHungUpIsStillPublishedAndLaterWorkIsRefused() throws Exception {
        // Given
        Ending relay = new Ending("relay");
        loops.loops().startLasting("relay", Duration.ofHours(1), relay);
        await().atMost(LONG).until(() -> relay.runs.get() > 0);
        Tx tx = transactions.tx();
        CompletableFuture<Void> stopped;
        try (Connection holder = database.connect(); Statement lock = holder.createStatement()) {
            lock.execute("select pg_advisory_lock(42)");
            tx.run(work -> WAIT.bound().rows(work).chain(() -> NOTE.with("what", "of one who has gone").update(work)))
                    .subscribe().with(done -> order.add("nobody hears this")).cancel();
            await().atMost(LONG).until(() -> !database.rows(WAITING).isEmpty());

            // When
            stopped = LoopsOn.aside(() -> {
                transactions.stop(tx);
                loops.stop();
            });
            await().atMost(LONG).untilAsserted(() -> assertTrue(Transient.databaseIsAway(failure(tx))));
            assertFalse(stopped.isDone());
            lock.execute("select pg_advisory_unlock(42)");
        }
        stopped.get();

        // Then
        assertEquals(List.of("of one who has gone"), database.rows("select what from note"));
        assertEquals(List.of("relay ended, had seen 1"), order);
    }

    private static Throwable failure(Tx tx) {
        return tx.run(work -> Uni.createFrom().voidItem()).onItem().<Throwable>transform(done -> null)
                .onFailure().recoverWithItem(failed -> failed).await().atMost(LONG);
    }

    /** Looks at the table when it is its turn, and says at its end what it saw last. */
    private final class Ending implements Loop.Step {

        private final String name;
        private final AtomicInteger runs = new AtomicInteger();
        private int seen;

        Ending(String name) {
            this.name = name;
        }

        @Override
        public boolean run(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select count(*) from note")) {
                row.next();
                seen = row.getInt(1);
            }
            runs.incrementAndGet();
            return false;
        }

        @Override
        public void connectionLost() {
            order.add(name + " ended, had seen " + seen);
        }
    }

    private static ConsumerRecords<String, byte[]> poll(String name) {
        UUID lamp = UUID.randomUUID();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(TOPIC, 0, 0, lamp.toString(),
                "{\"name\": \"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8));
        new Envelope(UUID.randomUUID(), "LampLit.v1", "/lamps", lamp, Instant.EPOCH, 1, null, null).to(record.headers());
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }
}
