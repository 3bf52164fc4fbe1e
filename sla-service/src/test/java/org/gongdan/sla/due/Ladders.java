package org.gongdan.sla.due;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.clock.ClockFacts;
import org.gongdan.sla.clock.Derivation;
import org.gongdan.sla.promise.Rung;

/** A ladder and what of it lies ahead of a clock with these facts. */
public record Ladders(List<Rung> rungs) {

    /** @param steps for example {@code 50% duty} or {@code due+1h manager}; {@code due+1h working manager} */
    public static Ladders of(String... steps) {
        return new Ladders(Arrays.stream(steps)
                .map(step -> Rung.of(step.substring(0, step.lastIndexOf(' ')), step.substring(step.lastIndexOf(' ') + 1), Set.of()))
                .toList());
    }

    List<Derivation.Climbed> ahead(ClockFacts facts) {
        return ahead(facts, any -> Calendar.AROUND_THE_CLOCK);
    }

    List<Derivation.Climbed> ahead(ClockFacts facts, Function<String, Calendar> calendars) {
        return Derivation.of(facts.list(), calendars).ahead(rungs);
    }

    List<Instant> times(ClockFacts facts) {
        return ahead(facts).stream().map(Derivation.Climbed::at).toList();
    }

    List<String> steps(ClockFacts facts) {
        return ahead(facts).stream().map(climbed -> climbed.rung().step()).toList();
    }
}
