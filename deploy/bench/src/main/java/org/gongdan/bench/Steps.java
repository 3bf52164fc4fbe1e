package org.gongdan.bench;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Finds the highest rate that is kept: up the ladder, a second chance at the first miss because others share the machine, then an end. */
final class Steps {

    private Steps() {
    }

    /** @param fast highest step that was kept with a p99 within the wanted bound */
    record Found(Optional<Load.Outcome> highest, Optional<Load.Outcome> fast) {

        int rate() {
            return highest.map(Load.Outcome::rate).orElse(0);
        }
    }

    static Found climb(int[] ladder, double fastMillis, IntFunction<Load.Outcome> load, Predicate<Load.Outcome> kept) {
        Optional<Load.Outcome> highest = Optional.empty();
        Optional<Load.Outcome> fast = Optional.empty();
        for (int rate : ladder) {
            Load.Outcome outcome = load.apply(rate);
            System.out.println("      " + outcome.sentence());
            if (!kept.test(outcome)) {
                outcome = load.apply(rate);
                System.out.println("      again: " + outcome.sentence());
                if (!kept.test(outcome)) {
                    break;
                }
            }
            highest = Optional.of(outcome);
            if (outcome.p99() <= fastMillis) {
                fast = highest;
            }
        }
        return new Found(highest, fast);
    }
}
