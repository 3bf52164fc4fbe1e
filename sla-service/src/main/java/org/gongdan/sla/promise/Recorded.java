package org.gongdan.sla.promise;

import java.util.Comparator;
import java.util.UUID;

/**
 * A fact with its place among others of the same instant.
 *
 * @param sequence version of the ticket or visit after the event, or {@link #OURS}
 * @param eventId  event that told it; null for what our timers say
 */
public record Recorded(ClockFact fact, long sequence, UUID eventId) {

    /** Our own timers speak last: what happened at the very due time happened in time. */
    public static final long OURS = Long.MAX_VALUE;

    /** The order in which things happened, whatever the order in which we heard of them. */
    public static final Comparator<Recorded> BY_TIME = Comparator
            .comparing((Recorded recorded) -> !(recorded.fact() instanceof ClockFact.Started))
            .thenComparing(recorded -> recorded.fact().at())
            .thenComparing(Recorded::sequence)
            .thenComparing(recorded -> recorded.fact() instanceof ClockFact.Breached || recorded.fact() instanceof ClockFact.Warned)
            .thenComparing(recorded -> recorded.fact().getClass().getSimpleName());

    /** The order of facts of different clocks of a ticket: a start is no earlier than what happened before it. */
    public static final Comparator<Recorded> BY_LATENESS = Comparator.comparing((Recorded recorded) -> recorded.fact().at())
            .thenComparing(Recorded::sequence);

    public static Recorded ours(ClockFact fact) {
        return new Recorded(fact, OURS, null);
    }
}
