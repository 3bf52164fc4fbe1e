package org.gongdan.sla.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;

import org.gongdan.sla.promise.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindFileTest {

    @Test
    void aNewKindIsData() {
        // When
        Kind kind = KindFixtures.read("""
                FAST_LANE:
                  name: {zh: 加急, en: Fast lane}
                  about: ticket
                  within: ${gongdan.sla.acknowledge.within}
                  pausesOn: [CUSTOMER, PARTS]
                  warnPercent: 50
                  rules:
                  - {event: TicketOpened, does: start, at: openedAt, when: {priority: [P1, P2]}}
                  - {event: TicketResolved, does: keep, at: resolvedAt}
                """).getFirst();

        // Then
        assertEquals("FAST_LANE", kind.code());
        assertEquals("加急", kind.names().get("zh"));
        assertEquals(Duration.ofMinutes(30), kind.within());
        assertEquals(Set.of("CUSTOMER", "PARTS"), kind.pausesOn());
        assertEquals(50, kind.warnPercent());
        assertEquals(Set.of("P1", "P2"), kind.rules().getFirst().when().get("priority"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "about: boat | about",
            "within: soon | within is no time",
            "within: ${gongdan.no.such} | there is no setting gongdan.no.such",
            "warnPercent: 100 | warnPercent",
            "name: {zh: 加急} | name needs zh and en",
            "name: {zh: 加急, en: \"Fast\\nlane\"} | name needs zh and en, each a line",
            "colour: red | colour",
            "days: 1 | either within or days",
            "agreements: [HANDSHAKE] | agreements are SLA, OLA, SUPPLIER",
            "onlyByAgreement: true | has no time of its own",
            "rules: [] | no event makes such a promise",
            "rules: [{event: TicketOpened, does: start, due: expectedBy}] | either the kind allows a time",
            "rules: [{event: TicketOpened, does: begin}] | begin",
            "rules: [{event: TicketOpened, does: start}, {event: TicketWaiting, does: pause}] | PAUSE needs reason",
            "rules: [{event: TicketOpened, does: start}, {event: TicketResolved, does: keep, plan: plan}] | KEEP has no use for plan",
            "rules: [{does: start}] | needs event and does"})
    void aMistakeStopsTheStartAndIsNamed(String line, String complaint) {
        // Given
        String yaml = "name: {zh: 加急, en: Fast lane}\nabout: ticket\nwithin: 1h\nrules: [{event: TicketOpened, does: start, at: openedAt}]\n";
        String key = line.substring(0, line.indexOf(':') + 1);
        String changed = (yaml.lines().anyMatch(known -> known.startsWith(key))
                ? yaml.lines().map(known -> known.startsWith(key) ? line : known).toList()
                : java.util.stream.Stream.concat(yaml.lines(), java.util.stream.Stream.of(line)).toList()).stream()
                .map(known -> "  " + known + "\n").reduce("FAST_LANE:\n", String::concat);

        // When
        String message = assertThrows(IllegalStateException.class, () -> KindFixtures.read(changed)).getMessage();

        // Then
        assertTrue(message.contains("test.yaml") && message.contains(complaint), message);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        // When
        String message = assertThrows(IllegalStateException.class, () -> KindFixtures.read("fast: {about: ticket}\nSLOW: {within: soon}\n"))
                .getMessage();

        // Then
        assertTrue(message.contains("fast is no code") && message.contains("SLOW: within is no time") && message.contains("SLOW: about"),
                message);
    }

    @Test
    void oursAreTheOnesTheManualsAskFor() {
        assertTrue(new Kinds(KindFixtures.ours()).opening(SubjectKind.TICKET)
                .containsAll(Set.of("RESOLUTION_24H", "EXPECTED_TIME", "ACKNOWLEDGE", "UPDATE_CADENCE", "COMPLAINT")));
        assertTrue(new Kinds(KindFixtures.ours()).opening(SubjectKind.VISIT).contains("ARRIVAL"));
    }
}
