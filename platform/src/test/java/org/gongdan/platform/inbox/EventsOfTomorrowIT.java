package org.gongdan.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.TxOn;
import org.gongdan.platform.tx.Work;
import org.gongdan.testing.KafkaServer;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

/** A service meets events of a producer that was upgraded before it; then it is upgraded, too. Real broker, real database, and the same consumer group. */
class EventsOfTomorrowIT {

    private static final Sql NOTE = Sql.of("insert into note (lamp, what) values (:lamp, :what)");
    private static final UUID HALL = UUID.randomUUID();
    private static final UUID YARD = UUID.randomUUID();

    private final String topic = "lamps-" + UUID.randomUUID();
    private final FreshDatabase database = FreshDatabase.ofPlatform();
    private final TxOn transactions = new TxOn(database.reactiveUrl());

    EventsOfTomorrowIT() throws Exception {
        database.execute("create table note (id bigint generated always as identity, lamp uuid, what text)");
    }

    @BeforeEach
    void theBrokerKnowsTheTopic() {
        Topics.shared().send(topic, "TicketClosed.v1", UUID.randomUUID(), 1, null, "{}");
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    /** The service as it is today. */
    private interface Today {
        enum Colour {
            RED
        }

        record LampLit(String name, Colour colour) {
        }

        static Handlers handlers() {
            return new Handlers().onAll(LampLit.class, (work, events) -> note(work, events, event -> "lit " + event.fact().name()));
        }
    }

    /** The same after its upgrade. */
    private interface Tomorrow {
        enum Colour {
            RED, GREEN
        }

        record LampLit(String name, Colour colour) {
        }

        record LampSplit(String name) {
        }

        static Handlers handlers() {
            return new Handlers().onAll(LampLit.class, (work, events) -> {
                if (events.getFirst().fact().name().equals("broken")) {
                    throw new DomainException.Rejected("lamp-broken");
                }
                return note(work, events, event -> "lit " + event.fact().name() + " " + event.fact().colour());
            }).on(LampSplit.class, (work, event) -> note(work, List.of(event), split -> "split " + split.fact().name()));
        }
    }

    @Test
    void aTypeOfTomorrowWaitsWithWhatFollowsItAndIsAppliedInOrderAfterTheUpgrade() throws Exception {
        // Given
        lit(HALL, 1, "a", "RED");
        send("LampSplit.v1", HALL, 2, "{\"name\": \"b\"}");
        lit(HALL, 3, "c", "RED");
        lit(YARD, 1, "d", "RED");
        read(Today.handlers());
        catchUp(Today.handlers());
        assertEquals(List.of("lit a"), notes(HALL));
        assertEquals(List.of("lit d"), notes(YARD));
        assertEquals(List.of(ParkedCause.UNKNOWN_TYPE, ParkedCause.WAITS), causes());

        // When
        catchUp(Tomorrow.handlers());

        // Then
        assertEquals(List.of("lit a", "split b", "lit c RED"), notes(HALL));
        assertEquals(List.of(), causes());
        lit(HALL, 4, "e", "GREEN");
        read(Tomorrow.handlers());
        assertEquals(List.of("lit a", "split b", "lit c RED", "lit e GREEN"), notes(HALL));
    }

    @Test
    void aValueOfTomorrowIsNoDeadLetterAndIsAppliedAfterTheUpgrade() throws Exception {
        // Given
        lit(HALL, 1, "a", "GREEN");
        lit(HALL, 2, "b", "RED");
        read(Today.handlers());
        catchUp(Today.handlers());
        assertEquals(List.of(ParkedCause.UNKNOWN_VALUE, ParkedCause.WAITS), causes());
        assertEquals(List.of("value unknown to this version: colour is GREEN"),
                database.rows("select error from inbox_parked order by id limit 1"));
        assertEquals(List.of(), database.rows("select topic from outbox"));

        // When
        catchUp(Tomorrow.handlers());

        // Then
        assertEquals(List.of(), database.rows("select error from inbox_parked"));
        assertEquals(List.of("lit a GREEN", "lit b RED"), notes(HALL));
    }

    @Test
    void aTypeThatWasKnownWhenTheServiceWasBuiltAndIsNoBusinessOfItsIsPassedOver() throws Exception {
        // Given
        send("TicketOpened.v1", HALL, 1, "{}");
        lit(HALL, 2, "a", "RED");

        // When
        read(Today.handlers());

        // Then
        assertEquals(List.of(), causes());
        assertEquals(List.of("lit a"), notes(HALL));
    }

    @Test
    void whatIsNoBusinessOfTheUpgradedServiceEitherIsDropped() throws Exception {
        // Given
        send("LampSplit.v1", HALL, 1, "{}");
        lit(HALL, 2, "a", "RED");
        read(Today.handlers());
        database.execute("update inbox_parked set type = 'TicketOpened.v1' where type = 'LampSplit.v1'");

        // When
        catchUp(Today.handlers());

        // Then
        assertEquals(List.of("lit a"), notes(HALL));
        assertEquals(List.of(), causes());
    }

    @Test
    void whatIsRefusedAfterTheUpgradeWaitsForAnOperatorAndWhatCameBeforeItIsApplied() throws Exception {
        // Given
        send("LampSplit.v1", HALL, 1, "{\"name\": \"a\"}");
        lit(HALL, 2, "broken", "RED");
        lit(HALL, 3, "c", "RED");
        read(Today.handlers());

        // When
        catchUp(Tomorrow.handlers());
        catchUp(Tomorrow.handlers());

        // Then
        assertEquals(List.of("split a"), notes(HALL));
        assertEquals(List.of(ParkedCause.REFUSED, ParkedCause.WAITS), causes());
    }

    @Test
    void whatCameWhileTheEventBeforeItWasReplayedIsNotForgotten() throws Exception {
        // Given
        send("LampSplit.v1", HALL, 1, "{\"name\": \"a\"}");
        lit(HALL, 2, "b", "RED");
        read(Today.handlers());
        database.execute("delete from inbox_parked where type = 'LampSplit.v1'");

        // When
        catchUp(Today.handlers());

        // Then
        assertEquals(List.of("lit b"), notes(HALL));
        assertEquals(List.of(), causes());
    }

    private static <T> Uni<?> note(Work work, List<Received<T>> events, Function<Received<T>, String> words) {
        Uni<?> noted = Uni.createFrom().voidItem();
        for (Received<T> event : events) {
            noted = noted.chain(() -> NOTE.with("lamp", event.envelope().subject()).with("what", words.apply(event)).update(work));
        }
        return noted;
    }

    private void lit(UUID lamp, long sequence, String name, String colour) {
        send("LampLit.v1", lamp, sequence, "{\"name\": \"%s\", \"colour\": \"%s\"}".formatted(name, colour));
    }

    private void send(String type, UUID lamp, long sequence, String body) {
        Topics.shared().send(topic, type, lamp, sequence, null, body);
    }

    /** A process of the service reads what nobody of its group has read, and goes. */
    private void read(Handlers version) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", KafkaServer.shared().bootstrapServers());
        settings.put("group.id", topic);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        Consumer consumer = inbox(version).find(topic).orElseThrow();
        try (KafkaConsumer<String, byte[]> kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            kafka.subscribe(List.of(topic));
            do {
                Tx.await(consumer.receive(kafka.poll(Duration.ofMillis(200))));
                kafka.commitSync();
            } while (kafka.assignment().isEmpty() || isBehind(kafka));
        }
    }

    private static boolean isBehind(KafkaConsumer<String, byte[]> kafka) {
        Map<TopicPartition, Long> ends = kafka.endOffsets(kafka.assignment());
        return ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue());
    }

    /** A process of the service starts: looks for what waited for it. */
    private void catchUp(Handlers version) throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            new CatchUp(inbox(version)).run(connection);
        }
    }

    private Inbox inbox(Handlers version) {
        Inbox inbox = new Inbox(transactions.tx(), new InboxTables(), new SimpleMeterRegistry());
        inbox.consumer(topic, version);
        return inbox;
    }

    private List<String> notes(UUID lamp) throws Exception {
        return database.rows("select what from note where lamp = '" + lamp + "' order by id");
    }

    private List<ParkedCause> causes() throws Exception {
        return database.rows("select error from inbox_parked order by id").stream().map(ParkedCause::of).toList();
    }
}
