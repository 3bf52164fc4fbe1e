package org.gongdan.sla.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.sla.kind.KindFixtures;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an event and the data to facts and promises. */
class ReadingTest {

    private static final UUID TICKET = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final UUID VISIT = UUID.fromString("0192f0aa-1111-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");
    /** Some of ours, so that a new kind changes nothing here. */
    private static final Kinds OURS = new Kinds(KindFixtures.ours("RESOLUTION_24H", "EXPECTED_TIME", "ACKNOWLEDGE", "CALL_BACK",
            "UPDATE_CADENCE", "TIME_TO_ASSIGN", "HAND_OFF", "COMPLAINT", "ARRIVAL"));

    private static Reading read(Kinds kinds, SubjectKind subject, String event, String fields) throws IOException {
        String json = "{\"ticketId\": \"%s\", \"visitId\": \"%s\", \"customerId\": \"%s\", %s}".formatted(TICKET, VISIT, TICKET, fields);
        return Reading.of(subject, HearingFixtures.body(event, json), kinds.meanings(event), HearingFixtures.inCode());
    }

    @Test
    void oneEventMakesSeveralPromisesAndLeavesOutWhatItDoesNotTell() throws IOException {
        // When
        List<Promise> promises = read(OURS, SubjectKind.TICKET, "TicketOpened",
                "\"openedAt\": \"2026-11-22T01:00:00Z\", \"priority\": \"P1\"").starts();

        // Then
        assertEquals(List.of("RESOLUTION_24H", "ACKNOWLEDGE", "UPDATE_CADENCE"), promises.stream().map(Promise::kind).toList());
        assertEquals(Duration.ofHours(24), promises.getFirst().terms().within());
        assertEquals(Set.of("CUSTOMER"), promises.getFirst().terms().pausesOn());
        assertEquals("office-cn", promises.get(1).terms().calendar());
        assertEquals(AT, promises.getFirst().madeAt());
        assertEquals(Map.of("priority", "P1"), promises.getFirst().word().detail());
    }

    @Test
    void anInstantTheEventNamesIsPromised() throws IOException {
        // When
        List<Promise> promises = read(OURS, SubjectKind.TICKET, "TicketOpened",
                "\"openedAt\": \"2026-11-22T01:00:00Z\", \"priority\": \"P1\", \"expectedBy\": \"2026-11-22T05:00:00Z\"").starts();

        // Then
        assertEquals(AT.plusSeconds(4 * 3600),
                promises.stream().filter(promise -> promise.kind().equals("EXPECTED_TIME")).findFirst().orElseThrow().terms().at());
    }

    @Test
    void factsThatAreTheSameAreToldOnceForAllTheirKinds() throws IOException {
        // When
        var facts = read(OURS, SubjectKind.TICKET, "TicketResolved", "\"resolvedAt\": \"2026-11-22T01:00:00Z\"").facts();

        // Then
        assertEquals(List.of(new ClockFact.Met(AT, "TicketResolved", Map.of()), new ClockFact.Voided(AT, "TicketResolved")),
                facts.stream().map(heard -> heard.recorded().fact()).toList());
        assertEquals(
                List.of(Set.of("RESOLUTION_24H", "EXPECTED_TIME", "ACKNOWLEDGE", "CALL_BACK", "UPDATE_CADENCE", "COMPLAINT"),
                        Set.of("TIME_TO_ASSIGN", "HAND_OFF")),
                facts.stream().map(heard -> heard.kinds()).toList());
        assertEquals(7, facts.getFirst().recorded().sequence());
    }

    @ParameterizedTest
    @CsvSource({"true, CALL_BACK", "false, "})
    void aRuleHoldsOnlyWhenItsConditionDoes(boolean answers, String kind) throws IOException {
        // When
        var facts = read(OURS, SubjectKind.TICKET, "CustomerContacted",
                "\"at\": \"2026-11-22T01:00:00Z\", \"channel\": \"IM\", \"answersCallback\": " + answers).facts();

        // Then
        assertEquals(kind == null ? List.of() : List.of(new ClockFact.Met(AT, "CustomerContacted", Map.of("channel", "IM"))),
                facts.stream().filter(heard -> heard.kinds().contains("CALL_BACK")).map(heard -> heard.recorded().fact()).toList());
    }

    @Test
    void theWordGivenIsKept() throws IOException {
        // When
        Reading.Appointment appointment = read(OURS, SubjectKind.TICKET, "CallbackPromised",
                "\"at\": \"2026-11-22T01:00:00Z\", \"dueAt\": \"2026-11-22T03:00:00Z\", \"words\": \"我会在十一点前给您答复\", \"by\": \"agent\"")
                .appointments().getFirst();

        // Then
        assertEquals(new Word("agent", "我会在十一点前给您答复", null, null, null), appointment.promise().word());
        assertEquals("CallbackPromised", appointment.reason());
        assertEquals(true, appointment.first());
    }

    @Test
    void anEventOfAVisitCanMeanSomethingToItsTicketToo() throws IOException {
        // Given
        String fields = "\"at\": \"2026-11-22T01:00:00Z\", \"windowStart\": \"2026-11-22T03:00:00Z\", \"windowEnd\": "
                + "\"2026-11-22T05:00:00Z\", \"engineerId\": \""
                + VISIT + "\", \"engineerName\": \"李工\"";

        // When
        Reading ticket = read(OURS, SubjectKind.TICKET, "VisitScheduled", fields);

        // Then
        assertEquals(TICKET, ticket.id());
        assertEquals(List.of(Set.of("UPDATE_CADENCE"), Set.of("TIME_TO_ASSIGN")),
                ticket.facts().stream().map(heard -> heard.kinds()).toList());
        assertEquals(VISIT,
                read(OURS, SubjectKind.VISIT, "VisitScheduled", fields).appointments().getFirst().promise().subject().visitId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"at\": null | TicketResumed.at is missing",
            "\"time\": 1 | TicketResumed.at is missing",
            "\"at\": \"tomorrow\" | TicketResumed.at is no instant: tomorrow"})
    void anEventThatLacksWhatItShouldHaveIsRefused(String fields, String complaint) {
        assertEquals(complaint,
                assertThrows(IllegalArgumentException.class, () -> read(OURS, SubjectKind.TICKET, "TicketResumed", fields)).getMessage());
    }
}
