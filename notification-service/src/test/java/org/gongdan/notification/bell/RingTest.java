package org.gongdan.notification.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

class RingTest {

    private static final Ear.Known NOBODY = new Ear.Known(null, null);
    private static final List<EventContracts> PRODUCERS = Stream.of("ticket-service", "dispatch-service", "sla-service")
            .map(EventContracts::of).toList();
    /** What people wrote and what people of the customer's are called is not kept for a month on a hundred screens. */
    private static final Set<String> KEPT_KINDS = Set.of("id", "code", "enum", "instant", "number", "user", "reference");

    record Version(EventContracts contracts, String type) {

        Ring ring() {
            return Ring.of(EventTypes.withoutVersion(type));
        }

        @Override
        public String toString() {
            return type;
        }
    }

    /** Every version of every event that rings. */
    static Stream<Version> versions() {
        return PRODUCERS.stream().flatMap(contracts -> contracts.names().stream()
                .filter(type -> Ring.of(EventTypes.withoutVersion(type)) != null).map(type -> new Version(contracts, type)));
    }

    @Test
    void everyRingIsAboutAnEventThatSomebodyPublishes() {
        assertEquals(new TreeSet<>(Arrays.stream(Ring.values()).map(Ring::event).toList()),
                new TreeSet<>(versions().map(version -> EventTypes.withoutVersion(version.type())).toList()));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatANoteKeepsIsInTheContractAndHoldsNoWords(Version version) {
        JsonNode properties = version.contracts().schema(version.type()).path("properties");
        version.ring().fields().forEach(field -> assertTrue(KEPT_KINDS.contains(properties.path(field).path("x-kind").asText()),
                () -> version + "." + field + " is " + properties.path(field)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void customersReadNothingThatTheContractDoesNotLetThemRead(Version version) {
        if (version.ring().ears().contains(Ear.CUSTOMER)) {
            Set<String> declared = new TreeSet<>();
            version.contracts().schema(version.type()).path("x-customer").forEach(field -> declared.add(field.asText()));
            assertTrue(declared.containsAll(version.ring().fields()), () -> version + " lets a customer read " + declared);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void somebodyHearsEveryExampleWhenItsTicketHasAnOwnerAndItsVisitAnEngineer(Version version) throws IOException {
        for (byte[] example : version.contracts().bodies(version.type())) {
            JsonNode body = EventJson.mapper().readTree(example);
            Ear.Known known = new Ear.Known("somebody-else", UUID.randomUUID());
            assertFalse(heard(version.ring(), body, known).isEmpty(), () -> version + " " + body);
        }
    }

    @Test
    void nobodyIsToldOfWhatHeDidHimself() throws IOException {
        JsonNode body = body("{\"ticketId\":\"0192f0aa-1111-7000-8000-000000000001\",\"assignee\":\"agent\",\"by\":\"agent\"}");
        assertEquals(List.of(), heard(Ring.of("TicketAssigned"), body, NOBODY));
    }

    @Test
    void whoIsNamedByHisIdHearsAsTheEngineerHeIs() throws IOException {
        String ticket = "\"ticketId\":\"0192f0aa-1111-7000-8000-000000000001\"";
        JsonNode assigned = body("{%s,\"assignee\":\"0190a000-0000-7000-8000-000000000102\",\"by\":\"agent\"}".formatted(ticket));
        assertEquals(List.of("engineer:0190a000-0000-7000-8000-000000000102"), heard(Ring.of("TicketAssigned"), assigned, NOBODY));
        assertEquals(List.of("engineer:0190a000-0000-7000-8000-000000000102"),
                heard(Ring.of("TicketReopened"), body("{%s}".formatted(ticket)),
                        new Ear.Known("0190a000-0000-7000-8000-000000000102", null)));
    }

    @Test
    void theDeskHearsOfATicketThatNobodyOwns() throws IOException {
        JsonNode body = body("{\"ticketId\":\"0192f0aa-1111-7000-8000-000000000001\"}");
        assertEquals(List.of("role:agent"), heard(Ring.of("TicketReopened"), body, NOBODY));
    }

    @Test
    void aPromiseAboutAShiftIsNoBusinessOfTheDesk() throws IOException {
        assertEquals(List.of("role:supervisor"), heard(Ring.of("SlaBreached"), body("{\"shiftId\":\"x\"}"), NOBODY));
    }

    @Test
    void anEscalationReachesThoseOnDutyElseTheRole() throws IOException {
        Ring ring = Ring.of("SlaEscalated");
        assertEquals(List.of("user:wang", "user:li"), heard(ring, body("{\"role\":\"duty\",\"onDuty\":[\"wang\",\"li\"]}"), NOBODY));
        assertEquals(List.of("role:manager"), heard(ring, body("{\"role\":\"manager\",\"onDuty\":[]}"), NOBODY));
        assertEquals(List.of("role:manager"), heard(ring, body("{\"role\":\"manager\"}"), NOBODY));
    }

    @Test
    void onlyReportsThatCameThroughThePortalAndBadMarksRing() throws IOException {
        assertTrue(Ring.of("TicketOpened").rings(body("{\"channel\":\"PORTAL\"}")));
        assertFalse(Ring.of("TicketOpened").rings(body("{\"channel\":\"PHONE\"}")));
        assertTrue(Ring.of("SurveyAnswered").rings(body("{\"scores\":{\"call\":5,\"result\":2}}")));
        assertFalse(Ring.of("SurveyAnswered").rings(body("{\"scores\":{\"call\":3}}")));
    }

    private static List<String> heard(Ring ring, JsonNode body, Ear.Known known) {
        return ring.ears().stream().flatMap(ear -> ear.audiences(body, known)).distinct().toList();
    }

    private static JsonNode body(String json) throws IOException {
        return EventJson.mapper().readTree(json);
    }
}
