package org.gongdan.sla.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class DecisionsTest {

    private static final EventContracts CONTRACTS = EventContracts.of("sla-service");

    @ParameterizedTest
    @CsvSource({"SlaWarned.v1,WARNED", "SlaBreached.v1,BREACHED", "SlaEscalated.v1,ESCALATED", "PromiseRetermed.v1,RETERMED",
            "PromiseRecalendared.v1,RECALENDARED",
            "SlaExtended.v1,TOLD", "SlaBreachWithdrawn.v1,TOLD"})
    void eachOfOurEventsStandsForOneFactOrNone(String event, String fact) throws Exception {
        for (byte[] example : CONTRACTS.bodies(event)) {
            // When
            Set<String> facts = Decisions.of(event, (ObjectNode) EventJson.mapper().readTree(example)).stream()
                    .map(Decisions.Decision::fact).collect(Collectors.toSet());

            // Then
            assertEquals(Set.of(fact), facts);
        }
    }

    @Test
    void otherTermsThatSomebodyElseBroughtAboutBelongToWhatHeTold() throws Exception {
        // Given
        ObjectNode prioritized = (ObjectNode) EventJson.mapper().readTree(CONTRACTS.bodies("PromiseRetermed.v1").getLast());

        // When
        Decisions.Decision decision = Decisions.of("PromiseRetermed.v1", prioritized).getFirst();

        // Then
        assertEquals(prioritized.get("told").asText(), decision.told().toString());
        assertEquals(Set.of("terms", "about"), Set.copyOf(
                java.util.stream.StreamSupport.stream(((Iterable<String>) decision.data()::fieldNames).spliterator(), false).toList()));
    }

    @Test
    void whatIsToldFirstOfAPromiseTellsItsTerms() throws Exception {
        // Given
        ObjectNode judged = null;
        for (byte[] example : CONTRACTS.bodies("SlaMet.v1")) {
            ObjectNode body = (ObjectNode) EventJson.mapper().readTree(example);
            judged = body.has("terms") ? body : judged;
        }

        // When
        Decisions.Decision decision = Decisions.of("SlaMet.v1", judged).getFirst();

        // Then
        assertEquals("STARTED", decision.fact());
        assertEquals(judged.get("terms"), decision.data().get("terms"));
    }
}
