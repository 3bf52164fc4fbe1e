package org.gongdan.sla.clock;

import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

public class DerivationPropertyTest {

    private static final int HORIZON = 4 * 24 * 60;

    @Property(tries = 2_000)
    void agreesWithAClockThatLetsEveryMinutePass(@ForAll("histories") List<Recorded> history) {
        // When
        ClockState state = Derivation.derive(history, any -> Calendar.AROUND_THE_CLOCK);

        // Then
        NaiveClock naive = NaiveClock.after(history);
        assertEquals(naive.status, state.status());
        assertEquals(instant(naive.breachedAt), state.breachedAt());
        assertEquals(instant(naive.endedAt), state.endedAt());
        if (state.status() != ClockStatus.PAUSED) {
            assertEquals(at(naive.due()), state.dueAt());
        }
        if (state.status() != ClockStatus.BREACHED) {
            assertEquals(naive.left,
                    naive.status == ClockStatus.RUNNING ? state.dueAt().getEpochSecond() / 60 - at(naive.minute).getEpochSecond() / 60
                            : state.remaining().toMinutes());
        }
    }

    @Property(tries = 1_000)
    void theOrderOfHearingDoesNotMatter(@ForAll("histories") List<Recorded> history, @ForAll Random random) {
        // Given
        List<Recorded> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        // When
        ClockState state = Derivation.derive(shuffled, any -> Calendar.AROUND_THE_CLOCK);

        // Then
        assertEquals(Derivation.derive(history, any -> Calendar.AROUND_THE_CLOCK), state);
    }

    @Property(tries = 1_000)
    void hearingAgainChangesNothing(@ForAll("histories") List<Recorded> history, @ForAll Random random) {
        // Given
        List<Recorded> repeated = new ArrayList<>(history);
        history.stream().filter(fact -> random.nextBoolean()).forEach(repeated::add);

        // When
        ClockState state = Derivation.derive(repeated, any -> Calendar.AROUND_THE_CLOCK);

        // Then
        assertEquals(Derivation.derive(history, any -> Calendar.AROUND_THE_CLOCK), state);
    }

    @Property(tries = 1_000)
    void whatTheTimerSaysAddsNothing(@ForAll("histories") List<Recorded> history, @ForAll @IntRange(min = 0, max = HORIZON) int minute) {
        // Given
        ClockState before = Derivation.derive(history, any -> Calendar.AROUND_THE_CLOCK);
        List<Recorded> told = new ArrayList<>(history);
        told.add(Recorded.ours(
                new ClockFact.Breached(before.breachedAt() != null ? before.breachedAt() : before.dueAt().minusSeconds(1 + minute * 60L))));

        // When
        ClockState after = Derivation.derive(told, any -> Calendar.AROUND_THE_CLOCK);

        // Then
        assertEquals(before, after);
    }

    @Property(tries = 1_000)
    void morePauseNeverMeansEarlier(@ForAll("pauses") List<Integer> ends, @ForAll Random random,
            @ForAll @IntRange(min = 0, max = HORIZON) int agreedAt,
            @ForAll @IntRange(min = 1, max = HORIZON) int more) {
        // Given
        List<Integer> sorted = ends.stream().sorted().distinct().toList();
        ClockFacts fewer = aDay();
        ClockFacts longer = aDay();
        for (int index = 0; index + 1 < sorted.size(); index += 2) {
            int next = index + 2 < sorted.size() ? sorted.get(index + 2) : HORIZON;
            fewer.paused(sorted.get(index)).resumed(sorted.get(index + 1));
            longer.paused(sorted.get(index)).resumed(sorted.get(index + 1) + random.nextInt(next - sorted.get(index + 1) + 1));
        }
        fewer.extended(agreedAt, agreedAt + more);
        longer.extended(agreedAt, agreedAt + more);

        // When
        Instant due = longer.state().dueAt();

        // Then
        assertFalse(due.isBefore(fewer.state().dueAt()), due + " is before " + fewer.state().dueAt());
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(0, HORIZON - 1).list().ofMaxSize(10);
    }

    @Provide
    public Arbitrary<List<Recorded>> histories() {
        Arbitrary<ClockFact> facts = Combinators.combine(Arbitraries.integers().between(0, 7), Arbitraries.integers().between(0, HORIZON),
                Arbitraries.integers().between(1, HORIZON)).as(DerivationPropertyTest::fact);
        return facts.list().ofMaxSize(12).map(list -> {
            ClockFacts clock = aDay();
            list.forEach(clock::add);
            return clock.list();
        });
    }

    private static ClockFact fact(int what, int minute, int more) {
        return switch (what) {
            case 0, 1 -> new ClockFact.Paused(at(minute), "CUSTOMER", "e");
            case 2, 3 -> new ClockFact.Resumed(at(minute));
            case 4 -> new ClockFact.Extended(at(minute), at(minute + more), "p", "c", at(minute));
            case 5 -> new ClockFact.Met(at(minute), "TicketResolved", java.util.Map.of());
            case 6 -> new ClockFact.Retermed(at(minute), Terms.within(Duration.ofMinutes(more),
                    more % 3 == 0 ? Set.of() : more % 3 == 1 ? Set.of("CUSTOMER") : Set.of("CUSTOMER", "PARTS"), 80));
            default -> more % 4 == 0 ? new ClockFact.Paused(at(minute), "PARTS", "e") : new ClockFact.Reopened(at(minute), "r");
        };
    }

    private static Instant instant(Integer minute) {
        return minute == null ? null : at(minute);
    }
}
