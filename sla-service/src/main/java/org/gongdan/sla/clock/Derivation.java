package org.gongdan.sla.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.gongdan.platform.input.Values;
import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.calendar.Calendar.NotCounted;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.Terms;

/**
 * Derives a clock's state from its facts and the calendars they name, and from nothing else: the same facts in whatever order give the same state.
 * A clock has counted time left; it is used up while the clock runs, and the due time is where it would be used up.
 */
public final class Derivation {

    private final Function<String, Calendar> calendars;
    private final Allowance allowance;
    private boolean agreed;
    private Terms terms;
    private ClockStatus status;
    private Instant startedAt;
    private Instant endedAt;
    private Instant breachedAt;
    private boolean warned;
    private final Map<String, Rung> escalated = new HashMap<>();
    private String waitingFor;

    private Derivation(Function<String, Calendar> calendars) {
        this.calendars = calendars;
        this.allowance = new Allowance(calendars);
    }

    /** @throws IllegalArgumentException when no fact says that the clock started, or a calendar is unknown */
    public static ClockState derive(Collection<Recorded> facts, Function<String, Calendar> calendars) {
        return of(facts, calendars).state();
    }

    /** The same, to be asked for more than the state. */
    public static Derivation of(Collection<Recorded> facts, Function<String, Calendar> calendars) {
        Derivation derivation = new Derivation(calendars);
        facts.stream().sorted(Recorded.BY_TIME).forEach(recorded -> derivation.apply(recorded.fact()));
        return derivation;
    }

    /**
     * What one fact did.
     *
     * @param remaining counted time left right after it; negative when overdue
     * @param calendar  what counts from here on
     * @param before    what passed since the fact before, or null for the first
     * @param untilDue  why time between here and the due time will not count; of a running clock
     */
    public record Step(ClockFact fact, Effect effect, Duration remaining, Instant dueAt, ClockStatus status, String calendar,
            Stretch before, List<NotCounted> untilDue) {
    }

    /** Time between two facts. @param counted how much of it counted @param stood how much of it the clock stood still @param off why the rest did not count */
    record Stretch(String calendar, Duration counted, Duration stood, List<NotCounted> off) {
    }

    /** The way to the state {@link #derive} returns, fact by fact. */
    public static List<Step> steps(Collection<Recorded> facts, Function<String, Calendar> calendars) {
        Derivation derivation = new Derivation(calendars);
        List<Step> steps = new ArrayList<>();
        Instant last = null;
        for (Recorded recorded : facts.stream().sorted(Recorded.BY_TIME).toList()) {
            Stretch before = last == null ? null : derivation.stretch(last, derivation.notBeforeStart(recorded.fact()));
            Effect effect = derivation.apply(recorded.fact());
            last = derivation.notBeforeStart(recorded.fact());
            steps.add(new Step(recorded.fact(), effect, derivation.left(recorded.fact().at()), derivation.allowance.dueAt(),
                    derivation.status, derivation.allowance.countedBy(),
                    before, derivation.status == ClockStatus.RUNNING ? derivation.allowance.notCounted(last, derivation.allowance.dueAt())
                            : List.of()));
        }
        return steps;
    }

    private Stretch stretch(Instant from, Instant to) {
        if (status == ClockStatus.RUNNING || status == ClockStatus.BREACHED && endedAt == null) {
            return new Stretch(allowance.countedBy(), allowance.between(from, to), Duration.ZERO, allowance.notCounted(from, to));
        }
        return new Stretch(allowance.countedBy(), Duration.ZERO, Duration.between(from, to), List.of());
    }

    private Instant notBeforeStart(ClockFact fact) {
        return fact.at().isBefore(startedAt) ? startedAt : fact.at();
    }

    ClockState state() {
        if (startedAt == null) {
            throw new IllegalArgumentException("a clock without start");
        }
        Instant until = endedAt != null ? endedAt : status == ClockStatus.BREACHED ? allowance.dueAt() : allowance.since();
        return new ClockState(status, startedAt, allowance.dueAt(), warnAt(), warned, left(until), endedAt, breachedAt,
                allowance.countedBy(), terms);
    }

    private Effect apply(ClockFact fact) {
        if (fact instanceof ClockFact.Started started) {
            return start(started);
        }
        if (startedAt == null) {
            throw new IllegalArgumentException("a clock without start");
        }
        Instant at = notBeforeStart(fact);
        if (status == ClockStatus.RUNNING && at.isAfter(allowance.dueAt())) {
            breach();
        }
        return switch (fact) {
            case ClockFact.Started ignored -> Effect.NONE;
            case ClockFact.Paused paused -> pause(at, paused);
            case ClockFact.Resumed ignored -> resume(at);
            case ClockFact.Retermed retermed -> reterm(at, retermed.terms());
            case ClockFact.Retargeted retargeted -> retarget(at, retargeted.to());
            case ClockFact.Extended extended -> extend(at, extended.newTime());
            case ClockFact.Recalendared recalendared -> recalendar(at, recalendared.calendar());
            case ClockFact.Met ignored -> end(at, ClockStatus.MET, Effect.ENDS_IN_TIME);
            case ClockFact.Reopened ignored -> reopen(at);
            case ClockFact.Warned ignored -> warn();
            case ClockFact.Escalated told -> escalate(told);
            case ClockFact.Breached ignored -> breached(at);
            case ClockFact.Voided ignored -> end(at, ClockStatus.VOID, Effect.VOIDS);
        };
    }

    private Effect start(ClockFact.Started started) {
        if (startedAt != null) {
            return Effect.NONE;
        }
        terms = started.terms();
        startedAt = started.at();
        status = ClockStatus.RUNNING;
        agreed = terms.within() == null;
        if (agreed) {
            allowance.grantUntil(startedAt, Calendars.AROUND_THE_CLOCK, terms.at());
        } else {
            allowance.grant(startedAt, terms.calendar(), terms.within());
        }
        return Effect.STARTS;
    }

    private Effect pause(Instant at, ClockFact.Paused paused) {
        if (status == ClockStatus.RUNNING) {
            waitingFor = paused.reason();
        }
        if (!terms.pausesOn().contains(paused.reason())) {
            return Effect.NOT_STOPPING;
        }
        if (status != ClockStatus.RUNNING) {
            return afterTheEnd();
        }
        allowance.use(at);
        status = ClockStatus.PAUSED;
        return Effect.STOPS;
    }

    private Effect resume(Instant at) {
        waitingFor = null;
        if (status != ClockStatus.PAUSED) {
            return afterTheEnd();
        }
        status = ClockStatus.RUNNING;
        allowance.runFrom(at);
        return Effect.CONTINUES;
    }

    /** An agreed instant is an instant: from here on every hour counts. It never shortens the promise. */
    private Effect extend(Instant at, Instant newTime) {
        if (!status.isOpen() || status == ClockStatus.RUNNING && !at.isBefore(allowance.dueAt())) {
            return Effect.TOO_LATE;
        }
        Instant due = status == ClockStatus.PAUSED ? allowance.dueIfRunFrom(at) : allowance.dueAt();
        if (!newTime.isAfter(due)) {
            return Effect.NOT_LATER;
        }
        moveTo(at, newTime);
        return Effect.MOVES_DUE;
    }

    /** A new agreed instant, earlier or later. It replaces a broken promise (which stays broken) instead of mending it. */
    private Effect retarget(Instant at, Instant to) {
        if (status == ClockStatus.BREACHED && endedAt == null) {
            endedAt = at;
            return Effect.TOO_LATE;
        }
        if (!status.isOpen()) {
            return afterTheEnd();
        }
        if (to.equals(allowance.dueAt())) {
            return Effect.NONE;
        }
        moveTo(at, to);
        return Effect.MOVES_DUE;
    }

    /** Another calendar tells from here on which time counts. An agreed instant needs no calendar, and what is over is not judged again. */
    private Effect recalendar(Instant at, String calendar) {
        if (status == ClockStatus.BREACHED || agreed || allowance.countedBy().equals(calendar)) {
            return afterTheEnd();
        }
        if (status == ClockStatus.RUNNING) {
            allowance.use(at);
        }
        allowance.countBy(calendar);
        if (status.isOpen()) {
            allowance.recount();
        }
        return Effect.RECOUNTS;
    }

    /**
     * Other terms hold from here on. What the clock has run through is kept and measured by the new terms' calendar; what waiting stopped
     * until now stays stopped. An agreed instant stands. Nothing is broken by it before it was said.
     */
    private Effect reterm(Instant at, Terms next) {
        if (!status.isOpen()) {
            return afterTheEnd();
        }
        if (status == ClockStatus.RUNNING) {
            allowance.use(at);
        }
        terms = next;
        if (!agreed && next.within() != null) {
            allowance.grantAnew(next.calendar(), next.within());
        }
        status = waitingFor != null && next.pausesOn().contains(waitingFor) ? ClockStatus.PAUSED : ClockStatus.RUNNING;
        allowance.runFrom(at);
        warned = warned && !warnAt().isAfter(at);
        return Effect.RETERMED;
    }

    private void moveTo(Instant at, Instant due) {
        agreed = true;
        if (status == ClockStatus.RUNNING) {
            allowance.use(at);
        }
        allowance.moveTo(at, Calendars.AROUND_THE_CLOCK, due);
        warned = warned && !warnAt().isAfter(at);
        escalated.values().removeIf(rung -> reached(rung).isAfter(at));
    }

    private Effect end(Instant at, ClockStatus end, Effect inTime) {
        if (status == ClockStatus.BREACHED && endedAt == null) {
            endedAt = at;
            return Effect.ENDS_LATE;
        }
        if (!status.isOpen()) {
            return Effect.NONE;
        }
        if (status == ClockStatus.RUNNING) {
            allowance.use(at);
        } else {
            allowance.runFrom(at);
        }
        status = end;
        endedAt = at;
        waitingFor = null;
        return inTime;
    }

    /** The time during which the promise looked kept does not count. */
    private Effect reopen(Instant at) {
        if (status == ClockStatus.BREACHED && endedAt != null) {
            endedAt = null;
            return Effect.REOPENS;
        }
        if (status != ClockStatus.MET) {
            return Effect.NONE;
        }
        status = ClockStatus.RUNNING;
        endedAt = null;
        allowance.runFrom(at);
        return Effect.REOPENS;
    }

    private Effect warn() {
        warned = true;
        return Effect.WARNS;
    }

    private Effect escalate(ClockFact.Escalated told) {
        Rung rung = Rung.of(told.step(), told.role(), Set.of());
        escalated.put(rung.key(), rung);
        return Effect.ESCALATES;
    }

    /**
     * Steps of the ladder still to be told for this due time, in order; none when time does not decide any more. What lies before the due
     * time of a broken promise is past.
     */
    public List<Climbed> ahead(Collection<Rung> ladder) {
        if (status != ClockStatus.RUNNING && (status != ClockStatus.BREACHED || endedAt != null)) {
            return List.of();
        }
        return ladder.stream().filter(rung -> !escalated.containsKey(rung.key())).map(rung -> new Climbed(rung, reached(rung)))
                .filter(climbed -> Values.isInRange(climbed.at()))
                .filter(climbed -> status == ClockStatus.RUNNING || !climbed.at().isBefore(allowance.dueAt()))
                .sorted(Comparator.comparing(Climbed::at)).toList();
    }

    /** What of a broken promise had been due before the due time and was never told: told now, it would come after the breach. */
    List<String> untold(Collection<Rung> ladder) {
        List<String> untold = new ArrayList<>();
        if (!warned && warnAt().isBefore(allowance.dueAt())) {
            untold.add(ClockFact.Breached.WARNING);
        }
        if (ladder.stream().anyMatch(rung -> !escalated.containsKey(rung.key()) && reached(rung).isBefore(allowance.dueAt()))) {
            untold.add(ClockFact.Breached.ESCALATION);
        }
        return untold;
    }

    /** A step and when it is reached. */
    public record Climbed(Rung rung, Instant at) {
    }

    /** @return the end of all times when no calendar reaches that far: then it is never told */
    private Instant reached(Rung rung) {
        try {
            return counted(rung);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException beyond) {
            return Instant.MAX;
        }
    }

    private Instant counted(Rung rung) {
        if (rung.percent() > 0) {
            return allowance.at(rung.percent());
        }
        String office = allowance.countedBy().equals(Calendars.AROUND_THE_CLOCK) ? terms.calendar() : allowance.countedBy();
        return calendars.apply(rung.working() ? office : Calendars.AROUND_THE_CLOCK).add(allowance.dueAt(), rung.offset())
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** The timer said so; it is right only when the due time it saw is still the due time. */
    private Effect breached(Instant at) {
        if (status == ClockStatus.RUNNING && !at.isBefore(allowance.dueAt())) {
            breach();
        }
        return status == ClockStatus.BREACHED ? Effect.BREACHES : Effect.WITHDRAWN;
    }

    private void breach() {
        status = ClockStatus.BREACHED;
        breachedAt = allowance.dueAt();
    }

    private Effect afterTheEnd() {
        return status == ClockStatus.BREACHED ? Effect.TOO_LATE : Effect.NONE;
    }

    private Instant warnAt() {
        return allowance.at(terms.warnPercent());
    }

    private Duration left(Instant at) {
        return status == ClockStatus.RUNNING || status == ClockStatus.BREACHED ? allowance.between(at, allowance.dueAt())
                : allowance.left();
    }
}
