package org.gongdan.ticket.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;

/** What a customer reads in a story is what the owners of the events declared, for every event of every service. */
class CustomerViewTest {

    private static final List<String> SERVICES = List.of("ticket-service", "dispatch-service", "sla-service", "knowledge-service",
            "notification-service");
    private static final Set<String> NO_EVENTS = Set.of("RemoteSessionStarted", "RemoteStepLogged");
    /** What he wrote himself, which stands in the story beside the fact and is told to no other service. */
    private static final Map<String, Set<String>> HIS_OWN_WORDS = Map.of("MessageReceived", Set.of("text"));
    private static final Set<String> WRITTEN_AMONG_OURSELVES = Set.of("evidence", "note", "said", "skipReason", "explanation", "comment",
            "by", "openedBy", "resolvedBy",
            "confirmedBy", "consentBy", "onDuty", "to", "assignee");

    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new TreeMap<>();
        for (String service : SERVICES) {
            EventContracts contracts = EventContracts.of(service);
            contracts.names().forEach(name -> contracts.schema(name).path("x-customer")
                    .forEach(field -> declared.computeIfAbsent(EventTypes.withoutVersion(name), any -> new TreeSet<>())
                            .add(field.asText())));
        }
        return declared;
    }

    @Test
    void theCustomersViewIsWhatTheContractsDeclare() {
        // When
        Map<String, Set<String>> view = new TreeMap<>();
        CustomerView.types().stream().filter(type -> !NO_EVENTS.contains(type))
                .forEach(type -> view.put(type, new TreeSet<>(CustomerView.fields(type))));

        // Then
        Map<String, Set<String>> readable = declared();
        HIS_OWN_WORDS.forEach((type, fields) -> readable.get(type).addAll(fields));
        assertEquals(readable, view);
    }

    @Test
    void ofEveryExampleHeReadsTheDeclaredFieldsAndNoOthers() throws Exception {
        // Given
        Map<String, Set<String>> declared = declared();
        List<String> wrong = new ArrayList<>();

        // When
        for (String service : SERVICES) {
            EventContracts contracts = EventContracts.of(service);
            for (String name : contracts.names()) {
                for (byte[] example : contracts.bodies(name)) {
                    String type = EventTypes.withoutVersion(name);
                    String seen = CustomerView
                            .of(new Story.Line(1, Instant.EPOCH, type, "a", service, new String(example, StandardCharsets.UTF_8))).data();
                    Set<String> expected = new TreeSet<>();
                    EventJson.mapper().readTree(example).fieldNames().forEachRemaining(expected::add);
                    expected.retainAll(declared.getOrDefault(type, Set.of()));
                    Set<String> fields = new TreeSet<>();
                    EventJson.mapper().readTree(seen).fieldNames().forEachRemaining(fields::add);
                    if (!fields.equals(expected)) {
                        wrong.add(name + ": " + fields + " instead of " + expected);
                    }
                }
            }
        }

        // Then
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothingThatIsWrittenAmongOurselvesIsDeclared() {
        declared().forEach(
                (type, fields) -> assertTrue(fields.stream().noneMatch(WRITTEN_AMONG_OURSELVES::contains), type + " declares " + fields));
    }

    @Test
    void aTypeNobodyDeclaredShowsNothing() {
        assertEquals("{}",
                CustomerView.of(
                        new Story.Line(1, Instant.EPOCH, "TicketGossiped", "a", "ticket-service", "{\"ticketId\":\"x\",\"reason\":\"y\"}"))
                        .data());
    }
}
