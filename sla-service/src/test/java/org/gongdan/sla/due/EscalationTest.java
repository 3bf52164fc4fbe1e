package org.gongdan.sla.due;

import static org.gongdan.sla.clock.ClockFacts.aDay;
import static org.gongdan.sla.clock.ClockFacts.at;
import static org.gongdan.sla.clock.ClockFacts.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.clock.ClockFacts;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationTest {

    private static final int DAY = 24 * 60;
    private static final Ladders LADDER = Ladders.of("50% duty", "due-30m supervisor", "due supervisor", "due+1h manager");

    private static ClockFact told(int minute, String step, String role) {
        return new ClockFact.Escalated(at(minute), step, role);
    }

    @Test
    void stepsComeInTheirOrderHoweverTheyAreWritten() {
        assertEquals(List.of(at(DAY / 2), at(DAY - 30), at(DAY), at(DAY + 60)), LADDER.times(aDay()));
        assertEquals(List.of("50%", "due-PT30M", "due", "due+PT1H"),
                Ladders.of("due+60m manager", "due supervisor", "due-30m supervisor", "50% duty").steps(aDay()));
    }

    @Test
    void aStepThatWasToldIsNotToldAgain() {
        assertEquals(List.of("due-PT30M", "due", "due+PT1H"), LADDER.steps(aDay().timer(told(DAY / 2, "50%", "duty"))));
        assertEquals(List.of("50%"), Ladders.of("50% duty", "50% manager").steps(aDay().timer(told(DAY / 2, "50%", "duty"))));
    }

    @Test
    void aPauseStopsTheLadderAndResumingGoesOnWithWhatIsLeft() {
        ClockFacts paused = aDay().timer(told(DAY / 2, "50%", "duty")).paused(DAY / 2 + 60);
        assertEquals(List.of(), LADDER.steps(paused));
        assertEquals(List.of(at(DAY + 120 - 30), at(DAY + 120), at(DAY + 180)), LADDER.times(paused.resumed(DAY / 2 + 180)));
    }

    @Test
    void anExtensionBringsBackTheStepsThatLieAheadAgain() {
        ClockFacts extended = aDay().timer(told(DAY / 2, "50%", "duty")).timer(told(DAY - 30, "due-PT30M", "supervisor")).extended(DAY - 10,
                3 * DAY);
        assertEquals(List.of("50%", "due-PT30M", "due", "due+PT1H"), LADDER.steps(extended));
        assertEquals(at(3 * DAY / 2), LADDER.times(extended).getFirst());
        assertEquals(List.of("due-PT30M", "due", "due+PT1H"),
                LADDER.steps(aDay().timer(told(DAY / 2, "50%", "duty")).extended(20 * 60, DAY + 60)),
                "half the way was behind it after the extension too");
    }

    @Test
    void aBrokenPromiseGoesOnEscalatingUntilItIsDone() {
        ClockFacts broken = aDay().timer(new ClockFact.Breached(at(DAY)));
        assertEquals(List.of("due", "due+PT1H"), LADDER.steps(broken));
        assertEquals(List.of(), LADDER.steps(broken.met(DAY + 30)));
        assertEquals(List.of("due", "due+PT1H"), LADDER.steps(broken.reopened(DAY + 40)));
    }

    @Test
    void aStepToldInTimeStaysToldWhenAPauseComesLate() {
        ClockFacts facts = aDay().timer(told(DAY / 2, "50%", "duty")).timer(new ClockFact.Breached(at(DAY)))
                .timer(told(DAY, "due", "supervisor"));
        assertEquals(List.of("due+PT1H"), LADDER.steps(facts));
        assertEquals(List.of("due-PT30M", "due+PT1H"), LADDER.steps(facts.paused(60).resumed(180)),
                "the due time was told to the supervisor already");
    }

    @Test
    void timesAfterTheDueTimeCanBeWorkingTime() {
        // Given
        Calendar halfOfTheTime = new Calendar() {
            @Override
            public Instant add(Instant from, Duration counted) {
                return from.plus(counted.multipliedBy(2));
            }

            @Override
            public Duration between(Instant from, Instant to) {
                return Duration.between(from, to).dividedBy(2);
            }
        };
        ClockFacts facts = started(new Terms(Duration.ofHours(1), null, "office@1", Set.of(), 80));

        // When
        List<Derivation.Climbed> ahead = Ladders.of("50% duty", "due+4h supervisor", "due+4h working manager")
                .ahead(facts, name -> name.equals("24x7") ? Calendar.AROUND_THE_CLOCK : halfOfTheTime);

        // Then
        assertEquals(List.of(at(60), at(120 + 240), at(120 + 480)), ahead.stream().map(Derivation.Climbed::at).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "100%", "soon", "due+", "due*1h", "due+1h sleeping", "80", ""})
    void whatIsNoStepIsRefused(String step) {
        assertThrows(IllegalArgumentException.class, () -> Rung.of(step, "manager", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80%", "due", "due-30m", "due+1h", "due+90s", "due+4h working"})
    void everySpellingIsReadBackAsItself(String step) {
        Rung rung = Rung.of(step, "manager", Set.of());
        assertEquals(rung, Rung.of(rung.step(), "manager", Set.of()));
    }
}
