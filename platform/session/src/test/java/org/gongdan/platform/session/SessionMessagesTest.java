package org.gongdan.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionMessagesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.400Z");

    static Stream<SessionEvent> events() {
        return Stream.of(new SessionEnded("s1", NOON), new AccessChanged("li", NOON), new AccessChanged(null, NOON));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsWrittenIsRead(SessionEvent event) {
        // When
        var read = SessionMessages.read(received(SessionMessages.write(event, "/gateway")));
        // Then
        assertEquals(Optional.of(event), read);
    }

    @Test
    void unknownTypesAreLeftOutAndBrokenOnesAreFailures() {
        // Given
        var newer = new ProducerRecord<>(SessionEvent.TOPIC, "k", "{}".getBytes(StandardCharsets.UTF_8));
        newer.headers().add("ce_type", "SessionBegun.v1".getBytes(StandardCharsets.UTF_8));
        var broken = new ProducerRecord<>(SessionEvent.TOPIC, "k", "{}".getBytes(StandardCharsets.UTF_8));
        broken.headers().add("ce_type", "SessionEnded.v1".getBytes(StandardCharsets.UTF_8));
        // When
        var read = SessionMessages.read(received(newer));
        // Then
        assertEquals(Optional.empty(), read);
        assertThrows(RuntimeException.class, () -> SessionMessages.read(received(broken)));
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
