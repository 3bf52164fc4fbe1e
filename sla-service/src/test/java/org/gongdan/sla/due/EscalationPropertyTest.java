package org.gongdan.sla.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.clock.DerivationPropertyTest;
import org.gongdan.sla.clock.Effect;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Rung;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EscalationPropertyTest {

    private static final List<Rung> LADDER = Ladders
            .of("25% duty", "80% supervisor", "due-30m supervisor", "due supervisor", "due+1h manager").rungs();

    private static List<Derivation.Climbed> ahead(List<Recorded> facts) {
        return Derivation.of(facts, any -> Calendar.AROUND_THE_CLOCK).ahead(LADDER);
    }

    @Property(tries = 1_000)
    void theOrderOfHearingDoesNotMatter(@ForAll("histories") List<Recorded> history, @ForAll Random random) {
        // Given
        List<Recorded> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        // When
        List<Derivation.Climbed> ahead = ahead(shuffled);

        // Then
        assertEquals(ahead(history), ahead);
    }

    @Property(tries = 1_000)
    void onlyAClockThatRunsOrIsBrokenAndNotDoneHasStepsAhead(@ForAll("histories") List<Recorded> history) {
        // When
        List<Derivation.Climbed> ahead = ahead(history);

        // Then
        ClockState state = Derivation.derive(history, any -> Calendar.AROUND_THE_CLOCK);
        boolean climbs = state.status() == ClockStatus.RUNNING || state.status() == ClockStatus.BREACHED && state.endedAt() == null;
        assertEquals(climbs ? state.status() == ClockStatus.RUNNING ? 5 : 2 : 0, ahead.size());
        ahead.stream().filter(step -> step.rung().percent() == 0)
                .forEach(step -> assertEquals(step.rung().offset(), Duration.between(state.dueAt(), step.at())));
    }

    /** Climbs step by step as the timer does, with everything that happens told in time. */
    @Property(tries = 1_000)
    void climbingTellsEachStepOnceForEachDueTime(@ForAll("histories") List<Recorded> history) {
        // Given
        List<Recorded> told = new ArrayList<>(List.of(history.getFirst()));
        List<Recorded> happening = history.stream().skip(1).sorted(Recorded.BY_TIME).toList();

        // When
        for (Recorded next : happening) {
            climb(told, next.fact().at());
            told.add(next);
        }
        climb(told, Instant.MAX);

        // Then
        assertTrue(ahead(told).isEmpty() || !climbs(told), "nothing is left untold");
        long moves = Derivation.steps(told, any -> Calendar.AROUND_THE_CLOCK).stream().filter(step -> step.effect() == Effect.MOVES_DUE)
                .count();
        for (Rung rung : LADDER) {
            long times = told.stream().filter(recorded -> recorded.fact() instanceof ClockFact.Escalated step
                    && step.step().equals(rung.step()) && step.role().equals(rung.role())).count();
            assertTrue(times <= moves + 1, rung.step() + " told " + times + " times, due time moved " + moves + " times");
        }
    }

    private static void climb(List<Recorded> told, Instant until) {
        for (List<Derivation.Climbed> ahead = ahead(told); !ahead.isEmpty() && ahead.getFirst().at().isBefore(until); ahead = ahead(told)) {
            Derivation.Climbed step = ahead.getFirst();
            told.add(Recorded.ours(new ClockFact.Escalated(step.at(), step.rung().step(), step.rung().role())));
        }
    }

    private static boolean climbs(List<Recorded> told) {
        ClockState state = Derivation.derive(told, any -> Calendar.AROUND_THE_CLOCK);
        return state.status() == ClockStatus.RUNNING || state.status() == ClockStatus.BREACHED && state.endedAt() == null;
    }

    @Provide
    Arbitrary<List<Recorded>> histories() {
        return new DerivationPropertyTest().histories();
    }
}
