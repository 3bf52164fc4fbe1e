package org.gongdan.generated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was taken of whom in which state: from it the askers guess what will be taken next, so that nobody has to write down which state
 * allows what. Of all traits the one that speaks most for it counts and the one that speaks most against it: many small doubts are no
 * reason to leave alone what has many traits.
 */
final class Experience {
    /** What nothing is known of yet is taken in half of all cases: so much hope that it is tried. */
    private static final double HOPE = 0.5;
    private static final double WEIGHT = 1.5;
    /** How much a trait promises at most. */
    private static final double MOST = 6;

    private final Map<String, Map<String, Tally>> byOperation = new HashMap<>();

    private static final class Tally {
        private int asked;
        private int taken;

        private void count(boolean wasTaken) {
            asked++;
            taken += wasTaken ? 1 : 0;
        }
    }

    /** @param traits of who asked and of what it was about */
    synchronized void note(Operation operation, List<String> traits, boolean taken) {
        var tallies = of(operation);
        tally(tallies, "").count(taken);
        traits.forEach(trait -> tally(tallies, trait).count(taken));
    }

    synchronized double chance(Operation operation, List<String> traits) {
        var tallies = of(operation);
        var usual = share(tally(tallies, ""));
        var best = 1.0;
        var worst = 1.0;
        for (var trait : traits) {
            var tells = share(tally(tallies, trait)) / usual;
            best = Math.max(best, Math.min(tells, MOST));
            worst = Math.min(worst, tells);
        }
        return Math.clamp(usual * best * worst, 0.0001, 1);
    }

    synchronized int taken(Operation operation) {
        return tally(of(operation), "").taken;
    }

    private static double share(Tally tally) {
        return (tally.taken + WEIGHT * HOPE) / (tally.asked + WEIGHT);
    }

    private Map<String, Tally> of(Operation operation) {
        return byOperation.computeIfAbsent(operation.toString(), ignored -> new HashMap<>());
    }

    private static Tally tally(Map<String, Tally> tallies, String trait) {
        return tallies.computeIfAbsent(trait, ignored -> new Tally());
    }
}
