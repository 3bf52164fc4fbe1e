package org.gongdan.sla.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.sla.SlaFixtures.awaitClock;
import static org.gongdan.sla.SlaFixtures.clocks;
import static org.gongdan.sla.SlaFixtures.count;
import static org.gongdan.sla.SlaFixtures.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.Events;
import org.gongdan.testing.Infrastructure;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Reports that come in numbers are put in together, and each keeps what is its own. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketsOfOnePollIT {

    @Inject
    TicketEvents ticketEvents;

    private final Instant now = Events.now();

    @Test
    void eachTicketOfAPollGetsItsOwnPromises() {
        // Given
        List<Events> tickets = IntStream.range(0, 20).mapToObj(number -> Events.ofTicket()).toList();

        // When
        receive(IntStream.range(0, 20).mapToObj(number -> opened(tickets.get(number), now.minusSeconds(number))).toList());

        // Then
        for (int number = 0; number < 20; number++) {
            assertEquals(now.minusSeconds(number).plus(Duration.ofHours(24)),
                    instant(awaitClock(tickets.get(number), "RESOLUTION_24H", "RUNNING"), "dueAt"));
            assertEquals(3, clocks(tickets.get(number)).getList("items").size());
        }
    }

    @Test
    void whatWasHeardTooEarlyOfOneTicketGoesIntoThatTicket() throws Exception {
        // Given
        Events early = Events.ofTicket().asVersion(3).resolved(now.minusSeconds(10));
        Events other = Events.ofTicket();
        await().untilAsserted(() -> assertEquals(1, count("select count(*) from early_fact where subject = ?", early.ticketId)));

        // When
        receive(List.of(opened(other, now.minusSeconds(60)), opened(early, now.minusSeconds(60))));

        // Then
        assertEquals(now.minusSeconds(10), instant(awaitClock(early, "RESOLUTION_24H", "MET"), "endedAt"));
        assertEquals("RUNNING", awaitClock(other, "RESOLUTION_24H", "RUNNING").get("status"));
    }

    @Test
    void anEventThatMakesNoSenseSpoilsOnlyItsOwnTicket() throws Exception {
        // Given
        Events good = Events.ofTicket();
        Events bad = Events.ofTicket();

        // When
        receive(List.of(opened(good, now), record(bad, "TicketOpened", bad.body("number", "2611-0042"))));

        // Then
        assertEquals("RUNNING", awaitClock(good, "RESOLUTION_24H", "RUNNING").get("status"));
        assertEquals(1, count("select count(*) from inbox_parked where key = ?", bad.ticketId.toString()));
    }

    @Test
    void otherNewsOfATicketInTheSamePollFollowItsReport() {
        // Given
        Events first = Events.ofTicket();
        Events second = Events.ofTicket();

        // When
        receive(List.of(opened(first, now.minusSeconds(60)), record(first, "TicketAcknowledged", first.body("at", now.minusSeconds(50))),
                opened(second, now.minusSeconds(40))));

        // Then
        assertEquals(now.minusSeconds(50), instant(awaitClock(first, "ACKNOWLEDGE", "MET"), "endedAt"));
        assertEquals("RUNNING", awaitClock(second, "ACKNOWLEDGE", "RUNNING").get("status"));
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        Tx.await(ticketEvents.on(new ConsumerRecords<>(Map.of(new TopicPartition("ticket-events", 0), records), Map.of())));
    }

    private static ConsumerRecord<String, byte[]> opened(Events ticket, Instant at) {
        return record(ticket, "TicketOpened",
                ticket.body(Stream.of("number", "2611-0042", "channel", "PHONE", "source", "USER", "summary", "s", "impact", "HIGH",
                        "urgency", "LOW", "priority", "P3", "openedAt", at, "openedBy", "agent").toArray()));
    }

    private static ConsumerRecord<String, byte[]> record(Events ticket, String name, String body) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("ticket-events", 0, 0, ticket.ticketId.toString(),
                body.getBytes(StandardCharsets.UTF_8));
        new Envelope(UUID.randomUUID(), name + ".v1", "/ticket-service", ticket.ticketId, Instant.now(), 0, ticket.customerId, null)
                .to(record.headers());
        return record;
    }
}
