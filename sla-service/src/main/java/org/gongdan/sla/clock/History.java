package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;

/** What happened to a clock, for those who ask "what if": nothing of it is ever written. */
public final class History {

    private final Clock clock;

    History(Clock clock) {
        this.clock = clock;
    }

    public UUID clockId() {
        return clock.id;
    }

    /** Grows with every change of the clock. */
    public long version() {
        return clock.version;
    }

    public UUID ticketId() {
        return clock.subject.ticketId();
    }

    public UUID customerId() {
        return clock.subject.customerId();
    }

    public String kind() {
        return clock.kind;
    }

    /** What the promise is about, or null when nobody told. */
    public Matter about() {
        return clock.about();
    }

    Optional<Recorded> toldAbout() {
        return clock.toldAbout();
    }

    public ClockState state() {
        return clock.state;
    }

    /** As it is, but judged as of now: the timer may not have come yet. */
    public ClockState state(Instant now) {
        return with(new ClockFact.Breached(now));
    }

    /** As it would be if this happened, too. */
    public ClockState with(ClockFact more) {
        List<Recorded> facts = new ArrayList<>(clock.facts);
        facts.add(Recorded.ours(more));
        return Derivation.derive(facts, clock.calendars);
    }

    /**
     * As it would be if it had been promised by these terms: what others told happened all the same, what we did ourselves because of the
     * true terms did not.
     *
     * @param until judged as of then: a promise that was due before and not kept is broken
     */
    public ClockState under(Terms terms, Instant until) {
        List<Recorded> facts = new ArrayList<>();
        for (Recorded recorded : clock.facts) {
            switch (recorded.fact()) {
                case ClockFact.Started started ->
                    facts.add(new Recorded(new ClockFact.Started(started.at(), terms, started.word(), started.about()), recorded.sequence(),
                            recorded.eventId()));
                case ClockFact.Warned ignored -> {}
                case ClockFact.Breached ignored -> {}
                case ClockFact.Retermed ignored -> {}
                case ClockFact.Recalendared ignored -> {}
                case ClockFact.Escalated ignored -> {}
                default -> facts.add(recorded);
            }
        }
        facts.add(Recorded.ours(new ClockFact.Breached(until)));
        return Derivation.derive(facts, clock.calendars);
    }

    /** Time from the start to the end, or to the last fact, that counted for the promise; lateness counts as well. */
    public Duration counted() {
        return clock.steps().stream().map(Derivation.Step::before).filter(Objects::nonNull)
                .map(Derivation.Stretch::counted).reduce(Duration.ZERO, Duration::plus);
    }

    /** Time between two instants by what counts for the promise in this state of it. */
    public Duration counted(ClockState in, Instant from, Instant to) {
        return clock.calendars.apply(in.calendar()).between(from, to);
    }
}
