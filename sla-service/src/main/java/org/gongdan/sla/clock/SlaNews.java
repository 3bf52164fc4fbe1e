package org.gongdan.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.SlaEvent;
import org.gongdan.sla.promise.SlaEvent.MoveCause;
import org.gongdan.sla.promise.SlaEvent.PromiseMade;
import org.gongdan.sla.promise.SlaEvent.PromiseRecalendared;
import org.gongdan.sla.promise.SlaEvent.PromiseRetermed;
import org.gongdan.sla.promise.SlaEvent.SlaBreachWithdrawn;
import org.gongdan.sla.promise.SlaEvent.SlaBreached;
import org.gongdan.sla.promise.SlaEvent.SlaExtended;
import org.gongdan.sla.promise.SlaEvent.SlaMet;
import org.gongdan.sla.promise.SlaEvent.WithdrawalReason;

/** Compares a clock's state before and after a fact and says what others must hear. */
final class SlaNews {

    private SlaNews() {
    }

    /** @param before null for a new clock. @param only nothing else is known yet: of a new promise whose fate is known, only the verdict is news */
    static List<SlaEvent> of(Clock clock, ClockState before, ClockFact fact, boolean only) {
        List<SlaEvent> news = new ArrayList<>();
        ClockState now = clock.state;
        boolean made = before == null && (only || now.status().isOpen());
        boolean first = before == null && !made;
        boolean dueMoved = before != null && now.status().isOpen() && !now.dueAt().equals(before.dueAt());
        if (made) {
            news.add(new PromiseMade(clock.id, clock.subject, clock.kind, now.dueAt(), now.startedAt(), start(clock).terms(),
                    start(clock).about()));
        }
        decided(clock, fact).ifPresent(news::add);
        if (before != null && before.status() == ClockStatus.BREACHED && now.status() != ClockStatus.BREACHED) {
            news.add(new SlaBreachWithdrawn(clock.id, clock.subject, clock.kind, now.dueAt(), before.breachedAt(), because(fact),
                    fact.at()));
        }
        if (dueMoved) {
            news.add(new SlaExtended(clock.id, clock.subject, clock.kind, now.dueAt(), before.dueAt(), cause(fact), fact.at()));
        }
        if (became(ClockStatus.BREACHED, before, now)) {
            news.add(breached(clock, now.breachedAt(), first));
        }
        if (became(ClockStatus.MET, before, now)) {
            news.add(new SlaMet(clock.id, clock.subject, clock.kind, now.dueAt(), now.endedAt(),
                    first ? start(clock).terms() : null, first ? start(clock).about() : null));
        }
        return news;
    }

    private static SlaBreached breached(Clock clock, Instant at, boolean first) {
        List<String> untold = clock.facts.stream().map(Recorded::fact).filter(ClockFact.Breached.class::isInstance)
                .map(ClockFact.Breached.class::cast)
                .filter(breach -> breach.at().equals(at)).map(ClockFact.Breached::untold).reduce((earlier, last) -> last).orElse(List.of());
        return new SlaBreached(clock.id, clock.subject, clock.kind, at, at, first ? start(clock).terms() : null,
                first ? start(clock).about() : null, untold.isEmpty() ? null : untold);
    }

    /** Facts nobody told us, which we decided ourselves, stand in our topic whether or not they move anything: from there clocks are rebuilt. */
    private static Optional<SlaEvent> decided(Clock clock, ClockFact fact) {
        return Optional.ofNullable(switch (fact) {
            case ClockFact.Retermed retermed -> new PromiseRetermed(clock.id, clock.subject, clock.kind, clock.dueAt,
                    retermed.terms(), retermed.about(), told(clock, fact), retermed.at());
            case ClockFact.Recalendared moved ->
                new PromiseRecalendared(clock.id, clock.subject, clock.kind, clock.dueAt, moved.calendar(), moved.at());
            default -> null;
        });
    }

    private static UUID told(Clock clock, ClockFact fact) {
        return clock.facts.stream().filter(recorded -> recorded.fact() == fact).findFirst().map(Recorded::eventId).orElse(null);
    }

    private static ClockFact.Started start(Clock clock) {
        return clock.facts.stream().map(Recorded::fact).filter(ClockFact.Started.class::isInstance).map(ClockFact.Started.class::cast)
                .findFirst().orElseThrow();
    }

    private static boolean became(ClockStatus status, ClockState before, ClockState now) {
        return now.status() == status && (before == null || before.status() != status);
    }

    private static WithdrawalReason because(ClockFact fact) {
        return switch (fact) {
            case ClockFact.Extended ignored -> WithdrawalReason.AGREED;
            case ClockFact.Retargeted ignored -> WithdrawalReason.RESCHEDULED;
            case ClockFact.Paused ignored -> WithdrawalReason.PAUSED;
            case ClockFact.Resumed ignored -> WithdrawalReason.PAUSED;
            case ClockFact.Voided ignored -> WithdrawalReason.CALLED_OFF;
            case ClockFact.Recalendared ignored -> WithdrawalReason.CALENDAR_CHANGED;
            default -> WithdrawalReason.KEPT;
        };
    }

    private static MoveCause cause(ClockFact fact) {
        return switch (fact) {
            case ClockFact.Extended ignored -> MoveCause.AGREED;
            case ClockFact.Retargeted ignored -> MoveCause.RESCHEDULED;
            case ClockFact.Paused ignored -> MoveCause.PAUSED;
            case ClockFact.Resumed ignored -> MoveCause.PAUSED;
            case ClockFact.Recalendared ignored -> MoveCause.CALENDAR_CHANGED;
            case ClockFact.Retermed ignored -> MoveCause.RETERMED;
            default -> MoveCause.REOPENED;
        };
    }
}
