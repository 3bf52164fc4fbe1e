package org.gongdan.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Rung;
import org.gongdan.sla.promise.SlaEvent;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Terms;
import org.gongdan.sla.promise.Word;

/**
 * A promise and its clock. What its row holds beside the facts is a cache of what follows from the facts: they change only by {@link #hear}, which derives them
 * anew, and are written by {@link ClockTable} (and, for a due time that passes, by the timers).
 */
public class Clock {

    UUID id;
    long version;
    Subject subject;
    String kind;
    ClockStatus status;
    int generation;
    String target;
    int factCount;
    Instant startedAt;
    Instant dueAt;
    Instant warnAt;
    Instant endedAt;
    Instant breachedAt;
    UUID engineerId;
    String promisedBy;
    boolean moved;

    List<Recorded> facts = new ArrayList<>();
    ClockState state;
    Function<String, Calendar> calendars;

    private Clock() {
    }

    /**
     * What a change made true: the clock as it is now, the facts to add to its list, what others shall hear, and the promise that follows it, if any.
     *
     * @param judged it is, or was, a broken promise of a contract: the ledger of compensation must look at it
     */
    public record Change(Clock clock, List<Recorded> added, List<SlaEvent> events, Instant at, Renewal renewal, boolean judged) {

        /** Nothing but facts that others are not told of, or are told of in another way. */
        public static Change noted(Clock clock, List<Recorded> added) {
            return new Change(clock, added, List.of(), null, null, false);
        }
    }

    /** The same is promised again. @param since what the ended clock had been told of the time after its end: it belongs to the next one */
    record Renewal(Promise promise, List<Recorded> since) {
    }

    /** A new promise, with the facts known about it at its beginning. @param calendars know the one it names */
    static Change start(Promise promise, List<Recorded> further, Function<String, Calendar> calendars) {
        Clock clock = new Clock();
        clock.calendars = calendars;
        clock.id = promise.clockId();
        clock.version = -1;
        clock.subject = promise.subject();
        clock.kind = promise.kind();
        clock.generation = -1;
        clock.target = promise.terms().target();
        List<Recorded> facts = new ArrayList<>();
        facts.add(new Recorded(new ClockFact.Started(promise.madeAt(), promise.terms(), promise.word(), promise.matter()),
                promise.sequence(), promise.eventId()));
        facts.addAll(further);
        return clock.hear(facts);
    }

    /** A clock as it was stored; its state is derived from the facts, not read. @param calendars know those the facts name */
    static Clock stored(UUID id, long version, int generation, Subject subject, String kind, String target,
            List<Recorded> facts, Function<String, Calendar> calendars) {
        Clock clock = new Clock();
        clock.calendars = calendars;
        clock.id = id;
        clock.version = version;
        clock.generation = generation;
        clock.subject = subject;
        clock.kind = kind;
        clock.target = target;
        clock.facts.addAll(facts);
        clock.factCount = facts.size();
        clock.derive();
        return clock;
    }

    /** The clock as a customer may read it: without what was written among ourselves. The due time stays what it is. */
    public Clock forCustomer() {
        return stored(id, version, generation, subject, kind, target, facts.stream()
                .filter(recorded -> recorded.fact().forCustomer(subject.kind() == SubjectKind.VISIT) != null)
                .map(recorded -> new Recorded(recorded.fact().forCustomer(subject.kind() == SubjectKind.VISIT), recorded.sequence(),
                        recorded.eventId()))
                .toList(), calendars);
    }

    /** The same for kinds without a ladder. */
    public Change hear(Collection<Recorded> fresh) {
        return hear(fresh, List.of());
    }

    /** Adds facts and derives everything again, wherever in time they belong. @param ladder of the promise's kind */
    public Change hear(Collection<Recorded> fresh, List<Rung> ladder) {
        ClockState before = state;
        List<Recorded> added = new ArrayList<>(fresh);
        facts.addAll(fresh);
        derive();
        if (status == ClockStatus.BREACHED && (before == null || before.status() != ClockStatus.BREACHED)) {
            Recorded breach = Recorded.ours(
                    new ClockFact.Breached(breachedAt, before == null ? List.of() : Derivation.of(facts, calendars).untold(mine(ladder))));
            facts.add(breach);
            added.add(breach);
        }
        factCount = facts.size();
        version++;
        generation++;
        ClockFact last = added.getFirst().fact();
        boolean judged = agreementVersion() != null
                && (status == ClockStatus.BREACHED || before != null && before.status() == ClockStatus.BREACHED);
        return new Change(this, added, SlaNews.of(this, before, last, fresh.size() == 1), last.at(), renewal(before, fresh), judged);
    }

    private Renewal renewal(ClockState before, Collection<Recorded> fresh) {
        return fresh.stream().filter(recorded -> recorded.fact() instanceof ClockFact.Met met && met.next() && met.at().equals(endedAt)
                && (before == null || !endedAt.equals(before.endedAt()))).findFirst()
                .map(recorded -> new Renewal(
                        new Promise(kind, subject, endedAt, terms(), null, recorded.sequence(), recorded.eventId(), about()),
                        facts.stream().filter(later -> later.sequence() != Recorded.OURS && later.fact().at().isAfter(endedAt)).toList()))
                .orElse(null);
    }

    /**
     * The steps of the ladder that are reached and not told yet, added to the facts. When the due time has passed, those before it are not told
     * any more; the clock's generation stays, because no due time changes.
     */
    public List<Recorded> escalate(List<Rung> ladder, Instant now) {
        List<Recorded> steps = ahead(ladder).filter(step -> !step.at().isAfter(now) && (!now.isAfter(dueAt) || !step.at().isBefore(dueAt)))
                .map(step -> Recorded.ours(new ClockFact.Escalated(step.at(), step.rung().step(), step.rung().role()))).toList();
        facts.addAll(steps);
        factCount = facts.size();
        version += steps.isEmpty() ? 0 : 1;
        return steps;
    }

    /** When the next step after this time is reached. */
    public Optional<Instant> nextEscalation(List<Rung> ladder, Instant after) {
        return ahead(ladder).map(Derivation.Climbed::at).filter(at -> after == null || at.isAfter(after)).findFirst();
    }

    private Stream<Derivation.Climbed> ahead(List<Rung> ladder) {
        List<Rung> mine = mine(ladder);
        return mine.isEmpty() ? Stream.empty() : Derivation.of(facts, calendars).ahead(mine).stream();
    }

    /** The steps that hold for its priority. */
    private List<Rung> mine(List<Rung> ladder) {
        String priority = priority() != null ? priority() : latest(word -> word.detail() == null ? null : word.detail().get("priority"));
        return ladder.stream().filter(rung -> rung.isFor(priority)).toList();
    }

    /** The event that made the promise; null when none did. */
    UUID madeBy() {
        return facts.stream().filter(recorded -> recorded.fact() instanceof ClockFact.Started).findFirst().map(Recorded::eventId)
                .orElse(null);
    }

    /** Whether this event kept it and promised the same again. */
    boolean renewedBy(UUID event) {
        return event != null && facts.stream()
                .anyMatch(recorded -> recorded.fact() instanceof ClockFact.Met met && met.next() && event.equals(recorded.eventId()));
    }

    /** It ended before the fact happened: only reopening it could still matter. */
    boolean isOver(ClockFact fact) {
        return !state.status().isOpen() && state.endedAt() != null && !fact.at().isBefore(state.endedAt());
    }

    /** The terms that hold now. */
    Terms terms() {
        return state.terms();
    }

    /** What it is about, as it was told last, or null. */
    Matter about() {
        return toldAbout().map(Clock::about).orElse(null);
    }

    /** The last fact that tells what it is about. */
    Optional<Recorded> toldAbout() {
        return facts.stream().filter(recorded -> about(recorded) != null).max(Recorded.BY_TIME);
    }

    static Matter about(Recorded recorded) {
        return switch (recorded.fact()) {
            case ClockFact.Started started -> started.about();
            case ClockFact.Retermed retermed -> retermed.about();
            default -> null;
        };
    }

    String priority() {
        return about() == null ? null : about().priority();
    }

    /** Version of the contract it is promised by now, or null. */
    UUID agreementVersion() {
        return terms().basis() == null ? null : terms().basis().agreementVersion();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** What it is about and whom it is promised to. */
    public Subject subject() {
        return subject;
    }

    public String kind() {
        return kind;
    }

    public ClockStatus status() {
        return status;
    }

    public int generation() {
        return generation;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public UUID engineerId() {
        return engineerId;
    }

    public String promisedBy() {
        return promisedBy;
    }

    public List<Recorded> facts() {
        return facts;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How many facts it has. */
    public int factCount() {
        return factCount;
    }

    public ClockState state() {
        return state;
    }

    /** What each fact did, in the order of time. */
    public List<Derivation.Step> steps() {
        return Derivation.steps(facts, calendars);
    }

    private void derive() {
        state = Derivation.derive(facts, calendars);
        status = state.status();
        startedAt = state.startedAt();
        dueAt = state.dueAt();
        warnAt = state.warnAt();
        endedAt = state.endedAt();
        breachedAt = state.breachedAt();
        engineerId = latest(Word::engineer);
        promisedBy = latest(Word::by);
        moved = facts.stream().anyMatch(Clock::moves)
                && Derivation.steps(facts, calendars).stream().anyMatch(step -> moves(step.fact()) && step.effect() == Effect.MOVES_DUE);
    }

    private static boolean moves(Recorded recorded) {
        return moves(recorded.fact());
    }

    private static boolean moves(ClockFact fact) {
        return fact instanceof ClockFact.Retargeted || fact instanceof ClockFact.Extended;
    }

    /** What was said last about the promise, as far as anybody told. */
    private <T> T latest(Function<Word, T> part) {
        return facts.stream().sorted(Recorded.BY_TIME).map(Clock::word).filter(Objects::nonNull).map(part).filter(Objects::nonNull)
                .reduce((first, last) -> last).orElse(null);
    }

    private static Word word(Recorded recorded) {
        return switch (recorded.fact()) {
            case ClockFact.Started started -> started.word();
            case ClockFact.Retargeted retargeted -> retargeted.word();
            default -> null;
        };
    }
}
