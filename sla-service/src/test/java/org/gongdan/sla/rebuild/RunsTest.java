package org.gongdan.sla.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RunsTest {

    /** @param ticket it is about. @param number its place in the order of publication */
    private record Told(String topic, int ticket, int number) {

        ConsumerRecord<String, byte[]> record() {
            return new ConsumerRecord<>(topic, 0, number, topic.equals("ticket-events") ? "t" + ticket : "v" + ticket,
                    "{\"visitId\":\"v%1$d\",\"ticketId\":\"t%1$d\"}".formatted(ticket).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Provide
    Arbitrary<List<Told>> told() {
        return Combinators.combine(Arbitraries.of("ticket-events", "visit-events", "customer-events"), Arbitraries.integers().between(1, 4))
                .as((topic, ticket) -> new Told(topic, ticket, 0))
                .list().ofMaxSize(30).map(list -> {
                    List<Told> numbered = new ArrayList<>();
                    list.forEach(each -> numbered.add(new Told(each.topic(), each.ticket(), numbered.size())));
                    return numbered;
                });
    }

    @Property
    void whatIsToldOfATicketStaysInItsOrderWhenRunsAreAppliedTopicByTopic(@ForAll("told") List<Told> told) {
        // When
        List<ConsumerRecord<String, byte[]>> applied = Runs.of(told.stream().map(Told::record).toList()).stream()
                .flatMap(run -> run.values().stream()).flatMap(List::stream).toList();

        // Then
        assertEquals(told.size(), applied.size());
        Map<String, List<Long>> byTicket = applied.stream().collect(Collectors.groupingBy(record -> record.key().substring(1),
                Collectors.mapping(ConsumerRecord::offset, Collectors.toList())));
        byTicket.values().forEach(numbers -> assertEquals(numbers.stream().sorted().toList(), numbers));
    }

    @Test
    void eventsOfDifferentTicketsAreAppliedTogether() {
        // Given
        List<ConsumerRecord<String, byte[]>> records = Stream
                .of(new Told("ticket-events", 1, 0), new Told("visit-events", 2, 1), new Told("ticket-events", 3, 2)).map(Told::record)
                .toList();

        // When
        var runs = Runs.of(records);

        // Then
        assertEquals(1, runs.size());
        assertEquals(2, runs.getFirst().get("ticket-events").size());
    }

    @Test
    void whatCannotBeReadIsPassedOnByItsKey() {
        // Given
        ConsumerRecord<String, byte[]> poison = new ConsumerRecord<>("ticket-events", 0, 0, null,
                "{nonsense".getBytes(StandardCharsets.UTF_8));

        // When
        var runs = Runs.of(List.of(poison));

        // Then
        assertTrue(runs.getFirst().get("ticket-events").contains(poison));
    }
}
