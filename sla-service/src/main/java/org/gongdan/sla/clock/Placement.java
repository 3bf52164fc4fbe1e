package org.gongdan.sla.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.SubjectKind;

/**
 * Where a fact belongs: of each kind, the promise that stood when it happened.
 *
 * @param takers        clocks it goes into
 * @param orphans       clocks that were never promised: what they follow had ended by this fact before, which is told only now
 * @param withoutClock  kinds whose promises come with the subject's first event and are not there: perhaps nobody told of the subject yet
 * @param perhapsBefore kinds whose promise may still be on its way, because the fact did not come with the subject's own events; those come in
 *                      order, so behind a later promise of the kind no earlier one follows
 */
record Placement(Heard heard, List<Clock> takers, List<Clock> orphans, Set<String> withoutClock, Set<String> perhapsBefore) {

    private static final Comparator<Clock> BY_START = Comparator.comparing((Clock clock) -> clock.startedAt)
            .thenComparing(clock -> clock.id);

    static Placement of(Heard heard, List<Clock> clocks, Kinds kinds, SubjectKind about, boolean foreign) {
        ClockFact fact = heard.recorded().fact();
        Set<String> opening = kinds.opening(about);
        boolean known = clocks.stream().anyMatch(clock -> opening.contains(clock.kind));
        Placement placement = new Placement(heard, new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
        for (String kind : heard.kinds()) {
            List<Clock> ofKind = clocks.stream().filter(clock -> clock.kind.equals(kind)).toList();
            Clock standing = standing(ofKind, fact, opening.contains(kind) && !(fact instanceof ClockFact.Met met && met.next()));
            boolean waits = foreign && !opening.contains(kind);
            if (standing != null && (!standing.isOver(fact) || kinds.reopens(kind) && (!waits || fact instanceof ClockFact.Reopened))) {
                placement.takers.add(standing);
                placement.orphans.addAll(ends(fact) ? followers(standing, ofKind) : List.of());
            } else if (opening.contains(kind)) {
                if (ofKind.isEmpty() && !known) {
                    placement.withoutClock.add(kind);
                }
            } else if (waits && ofKind.stream().noneMatch(clock -> clock.startedAt.isAfter(fact.at()))) {
                placement.perhapsBefore.add(kind);
            }
        }
        return placement;
    }

    private static boolean ends(ClockFact fact) {
        return fact instanceof ClockFact.Voided || fact instanceof ClockFact.Met met && !met.next();
    }

    /** The promises that were made because this one was kept, and those because of them, as far as they stand. */
    private static List<Clock> followers(Clock first, List<Clock> ofKind) {
        List<Clock> followers = new ArrayList<>();
        Clock last = first;
        for (Clock clock : ofKind.stream().filter(clock -> clock.startedAt.isAfter(first.startedAt)).sorted(BY_START).toList()) {
            if (!last.renewedBy(clock.madeBy())) {
                break;
            }
            last = clock;
            if (clock.status != ClockStatus.VOID) {
                followers.add(clock);
            }
        }
        return followers;
    }

    /** Facts that wait, each for the kinds it waits for. */
    static List<Heard> waiting(List<Placement> placements, Function<Placement, Set<String>> kinds) {
        return placements.stream().filter(placement -> !kinds.apply(placement).isEmpty())
                .map(placement -> placement.heard.about(kinds.apply(placement))).toList();
    }

    /** @param orFirst whether a fact from before the first promise counts for it. @return null when none stood */
    static Clock standing(List<Clock> clocks, ClockFact fact, boolean orFirst) {
        return clocks.stream().filter(clock -> !clock.startedAt.isAfter(fact.at())).max(BY_START)
                .or(() -> orFirst ? clocks.stream().min(BY_START) : Optional.empty()).orElse(null);
    }
}
