package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.inbox.Received;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

class WebhookEventsTest {

    private static final Map<String, String> PRODUCERS = Map.of("Ticket", "ticket-service", "Message", "ticket-service", "Visit",
            "dispatch-service", "Sla",
            "sla-service", "Promise", "sla-service");

    /** Every version of every event that can be subscribed to. */
    static Stream<String> types() {
        return WebhookEvents.names().stream()
                .flatMap(name -> contracts(name).names().stream().filter(type -> EventTypes.withoutVersion(type).equals(name)));
    }

    private static EventContracts contracts(String name) {
        return EventContracts
                .of(PRODUCERS.entrySet().stream().filter(entry -> name.startsWith(entry.getKey())).findFirst().orElseThrow().getValue());
    }

    @ParameterizedTest
    @MethodSource("types")
    void messagesCarryNothingThatTheCustomerMayNotRead(String type) {
        // Given
        Set<String> declared = new TreeSet<>();
        contracts(type).schema(type).path("x-customer").forEach(field -> declared.add(field.asText()));
        Set<String> known = new TreeSet<>();
        contracts(type).schema(type).path("properties").fieldNames().forEachRemaining(known::add);

        // When
        Set<String> carried = new TreeSet<>(WebhookEvents.fields(EventTypes.withoutVersion(type)));
        carried.retainAll(known);
        carried.remove("shiftId");

        // Then
        assertTrue(declared.containsAll(carried), () -> type + " lets a customer read " + declared + ", webhooks carry " + carried);
    }

    @ParameterizedTest
    @MethodSource("types")
    void messagesCarryIdsStatesAndTimesOnly(String type) throws IOException {
        for (byte[] body : contracts(type).bodies(type)) {
            // When
            Envelope envelope = new Envelope(UUID.randomUUID(), type, "/producer", UUID.randomUUID(), Instant.parse("2026-11-22T01:02:03Z"),
                    3, UUID.randomUUID(), null);
            JsonNode message = EventJson.mapper()
                    .readTree(WebhookEvents.message(new Received<>(envelope, null, new String(body, StandardCharsets.UTF_8))));

            // Then
            assertEquals("1.0", message.get("specversion").asText());
            assertEquals(type, message.get("type").asText());
            assertTrue(message.get("data").hasNonNull("ticketId") || message.get("data").hasNonNull("shiftId"), message::toString);
            message.get("data")
                    .forEach(value -> assertTrue(value.isNumber() || value.asText().matches("[-0-9A-Za-z:._]{1,60}"), message::toString));
            assertFalse(message.toString().matches(
                    ".*\"(summary|symptom|cause|fix|reason|work|evidence|confirmedBy|resolvedBy|openedBy|engineerName|plan|note)\".*"),
                    message::toString);
        }
    }
}
