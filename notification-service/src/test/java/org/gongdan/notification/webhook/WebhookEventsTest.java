package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.inbox.Received;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

class WebhookEventsTest {

    private static final Map<String, String> PRODUCERS = Map.of("Ticket", "ticket-service", "Visit", "dispatch-service", "Sla", "sla-service", "Promise", "sla-service");

    static Stream<String> names() {
        return WebhookEvents.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void messagesCarryIdsStatesAndTimesOnly(String name) throws IOException {
        String producer = PRODUCERS.entrySet().stream().filter(entry -> name.startsWith(entry.getKey())).findFirst().orElseThrow().getValue();
        for (byte[] body : EventContracts.of(producer).bodies(name + ".v1")) {
            // When
            Envelope envelope = new Envelope(UUID.randomUUID(), name + ".v1", "/" + producer, UUID.randomUUID(), Instant.parse("2026-11-22T01:02:03Z"), 3, UUID.randomUUID(), null);
            JsonNode message = EventJson.mapper().readTree(WebhookEvents.message(new Received<>(envelope, null, new String(body, StandardCharsets.UTF_8))));

            // Then
            assertEquals("1.0", message.get("specversion").asText());
            assertEquals(name + ".v1", message.get("type").asText());
            assertTrue(message.get("data").hasNonNull("ticketId") || message.get("data").hasNonNull("shiftId"), message::toString);
            message.get("data").forEach(value -> assertTrue(value.isNumber() || value.asText().matches("[-0-9A-Za-z:._]{1,60}"), message::toString));
            assertFalse(message.toString().matches(".*\"(summary|symptom|cause|fix|reason|work|evidence|confirmedBy|resolvedBy|openedBy|engineerName|plan|note)\".*"), message::toString);
        }
    }
}
