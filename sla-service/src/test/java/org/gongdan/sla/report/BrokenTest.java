package org.gongdan.sla.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.gongdan.sla.report.Broken.Happened;
import org.gongdan.sla.report.Broken.Other;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BrokenTest {

    private static final Instant START = Instant.parse("2026-10-12T01:00:00Z");
    private static final Instant DUE = hour(24);

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Broken work(List<Happened> facts, Other... others) {
        return new Broken("RESOLUTION_24H", false, START, DUE, hour(30), facts, List.of(others));
    }

    private static Happened fact(String name, int hour) {
        return new Happened(name, hour(hour), null);
    }

    private static Happened waiting(String reason, int hour) {
        return new Happened("PAUSED", hour(hour), reason);
    }

    @Test
    void whatNobodyTookCareOfWasUnattended() {
        // Given
        Broken broken = work(List.of(), new Other("ACKNOWLEDGE", START, START.plusSeconds(1800), hour(25), false, true));

        // When
        List<Cause> causes = broken.causes();

        // Then
        assertEquals(List.of(Cause.UNATTENDED), causes);
    }

    @Test
    void lateCareComesBehindWhatTheWorkWaitedFor() {
        // Given
        Broken broken = work(List.of(waiting("PARTS", 5), fact("RESUMED", 20)),
                new Other("ACKNOWLEDGE", START, START.plusSeconds(1800), hour(2), false, true));

        // When
        List<Cause> causes = broken.causes();

        // Then
        assertEquals(List.of(Cause.WAITING_FOR_PARTS, Cause.ACKNOWLEDGED_LATE), causes);
    }

    @Test
    void aShortWaitExplainsNothingUnlessItLastsUntilTheEnd() {
        assertEquals(List.of(Cause.UNEXPLAINED), work(List.of(waiting("PARTS", 5), fact("RESUMED", 7))).causes());
        assertEquals(List.of(Cause.WAITING_FOR_THIRD_PARTY), work(List.of(waiting("THIRD_PARTY", 23), fact("RESUMED", 28))).causes());
        assertEquals(List.of(Cause.UNEXPLAINED), work(List.of(waiting("PARTS", 25))).causes());
        assertEquals(List.of(Cause.UNEXPLAINED), work(List.of(waiting("MOON", 1))).causes());
    }

    @Test
    void consentAfterTheDueTimeIsTooLate() {
        assertEquals(List.of(Cause.CONSENT_TOO_LATE), work(List.of(fact("EXTENDED", 24))).causes());
        assertEquals(List.of(Cause.UNEXPLAINED), work(List.of(fact("EXTENDED", 23))).causes());
    }

    @Test
    void visitsAndHandOversExplainTheWorkOnlyWhenTheyWereBrokenBefore() {
        // Given
        Other absent = new Other("ARRIVAL", hour(1), hour(10), hour(12), true, false);
        Other assigned = new Other("TIME_TO_ASSIGN", hour(1), hour(2), hour(3), false, true);
        Other afterwards = new Other("HAND_OFF", hour(25), hour(26), null, false, false);

        // When
        List<Cause> causes = work(List.of(), absent, assigned, afterwards).causes();

        // Then
        assertEquals(List.of(Cause.ENGINEER_ABSENT, Cause.VISIT_PUT_OFF, Cause.ASSIGNED_LATE), causes);
    }

    @Test
    void otherPromisesHaveACauseOfTheirOwn() {
        assertEquals(List.of(Cause.UNATTENDED), new Broken("ACKNOWLEDGE", false, START, DUE, null, List.of(), List.of()).causes());
        assertEquals(List.of(Cause.ACKNOWLEDGED_LATE),
                new Broken("ACKNOWLEDGE", false, START, DUE, hour(25), List.of(), List.of()).causes());
        assertEquals(List.of(Cause.ENGINEER_LATE),
                new Broken("ARRIVAL", true, START, DUE, hour(25), List.of(fact("MET", 25)), List.of()).causes());
        assertEquals(List.of(Cause.ENGINEER_ABSENT), new Broken("ARRIVAL", true, START, DUE, hour(25), List.of(), List.of()).causes());
        assertEquals(List.of(Cause.CUSTOMER_NOT_TOLD),
                new Broken("NOTICE_OF_DELAY", true, START, DUE, hour(25), List.of(), List.of()).causes());
    }

    /** A wait asked for hour by hour. */
    @Property
    void waitsAreWhatANaiveLookAtEveryHourFinds(@ForAll("facts") List<Happened> facts) {
        // Given
        Map<String, Duration> naive = new TreeMap<>();
        for (int hour = 0; hour < 24; hour++) {
            Instant at = hour(hour);
            Happened last = facts.stream().filter(fact -> !fact.at().isAfter(at)).reduce((first, second) -> second).orElse(null);
            if (last != null && last.fact().equals("PAUSED")) {
                naive.merge(last.reason(), Duration.ofHours(1), Duration::plus);
            }
        }

        // When
        Map<String, Duration> waits = work(facts).waits();

        // Then
        waits.values().removeIf(Duration::isZero);
        assertEquals(naive, waits);
    }

    @Provide
    static Arbitrary<List<Happened>> facts() {
        Arbitrary<Happened> fact = Combinators
                .combine(Arbitraries.integers().between(0, 40), Arbitraries.of("CUSTOMER", "PARTS", "THIRD_PARTY", ""))
                .as((hour, reason) -> reason.isEmpty() ? fact("RESUMED", hour) : waiting(reason, hour));
        return fact.list().ofMaxSize(8).map(facts -> {
            List<Happened> sorted = new ArrayList<>(facts);
            sorted.sort(java.util.Comparator.comparing(Happened::at));
            return sorted;
        });
    }
}
