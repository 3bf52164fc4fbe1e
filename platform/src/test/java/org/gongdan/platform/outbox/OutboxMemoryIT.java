package org.gongdan.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.Ids;
import org.gongdan.testing.KafkaServer;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A database that was restored from a backup is told from one that knows what its service has told. */
class OutboxMemoryIT {

    private static final String SERVICE = "memory-service";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final String topic = "memory-events-" + UUID.randomUUID();
    private final String schema = "memory_" + UUID.randomUUID().toString().replace('-', '_');
    private Map<String, Object> broker;
    private Connection connection;
    private OutboxMemory memory;

    @BeforeEach
    void anEmptyOutboxAndAnEmptyTopic() throws Exception {
        broker = Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        connection = DriverManager.getConnection(PostgresServer.shared().jdbcUrl(), "postgres", "postgres");
        execute("create schema " + schema);
        execute("set search_path to " + schema);
        execute("set application_name to 'outbox-relay'");
        execute("create table outbox (seq bigint generated always as identity, event_id uuid)");
        execute(new String(getClass().getResourceAsStream("/db/platform/V0_2__restored.sql").readAllBytes(), StandardCharsets.UTF_8));
        memory = new OutboxMemory(broker, new OutboxMetrics(registry), SERVICE);
        assertTrue(memory.isWhole(connection));
        memory.begin(connection, Set.of(topic));
    }

    @AfterEach
    void close() throws Exception {
        execute("drop schema " + schema + " cascade");
        connection.close();
    }

    @Test
    void whatWasToldAndIsKnownIsNoNews() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
        assertEquals(0, unremembered());
    }

    @Test
    void aFactThatTheDatabaseDoesNotKnowKeepsAllOthersBack() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));
        tell(Ids.next(), SERVICE);
        tell(Ids.next(), SERVICE);

        // When
        memory.forget();

        // Then
        assertFalse(memory.isWhole(connection));
        assertEquals(2, unremembered());
    }

    @Test
    void aFactThatWaitsToBeToldAgainIsKnown() throws Exception {
        // Given
        UUID event = Ids.next();
        execute("insert into outbox (event_id) values ('" + event + "')");
        tell(event, SERVICE);

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
    }

    @Test
    void whatAProcessThatHungHasToldASecondTimeIsKnown() throws Exception {
        // Given
        UUID event = Ids.next();
        told(tell(event, SERVICE));
        tell(event, SERVICE);

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
    }

    @Test
    void whatOthersTellOnTheSameTopicIsTheirBusiness() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));
        tell(Ids.next(), "other-service");

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
    }

    @Test
    void aTopicThatBeganAnewIsRememberedFromItsEnd() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));
        execute("update outbox_place set place = 1000");

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
        assertEquals(Map.of(new TopicPartition(topic, 0), 0L), ToldPlaces.read(connection));
    }

    /** A service has not the room to hold all that a backup of yesterday lacks. */
    @Test
    void ofVeryManyUnknownFactsOnlySoManyAreCounted() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));
        try (var producer = producer()) {
            for (int number = 0; number < 1_200; number++) {
                producer.send(fact(Ids.next(), SERVICE));
            }
        }

        // When
        memory.forget();

        // Then
        assertFalse(memory.isWhole(connection));
        assertEquals(1_000, unremembered());
    }

    /** It deletes what it has told and keeps no place. */
    @Test
    void whatAVersionBeforeThisOneHasToldIsNotLost() throws Exception {
        // Given
        told(tell(Ids.next(), SERVICE));
        execute("set gongdan.places to ''");
        tell(Ids.next(), SERVICE);
        execute("delete from outbox");

        // When
        memory.forget();

        // Then
        assertTrue(memory.isWhole(connection));
    }

    private double unremembered() {
        return registry.get("outbox.unremembered").gauge().value();
    }

    /** As the relay does after the broker has taken it. */
    private void told(long place) throws SQLException {
        ToldPlaces.told(connection, List.of(), Map.of(new TopicPartition(topic, 0), place));
    }

    private long tell(UUID event, String source) throws Exception {
        try (var producer = producer()) {
            return producer.send(fact(event, source)).get().offset();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    }

    private ProducerRecord<String, byte[]> fact(UUID event, String source) {
        UUID key = Ids.next();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key.toString(), new byte[] {'{', '}'});
        new Envelope(event, "Told.v1", "/" + source, key, Instant.EPOCH, 1, null, null).to(record.headers());
        return record;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
