package org.gongdan.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Terms;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The only door to clocks: promises are made and facts put in here, with timers and events in the same transaction. */
@ApplicationScoped
public class Clocks {

    /** Why a promise is void that was made before we were told that there was nothing left to promise. */
    private static final String ENDED_BEFORE = "ENDED_BEFORE";

    private final ClockTable table;
    private final EarlyFacts early;
    private final Calendars calendars;
    private final Kinds kinds;
    private final SlaPublisher publisher;

    Clocks(ClockTable table, EarlyFacts early, Calendars calendars, Kinds kinds, SlaPublisher publisher) {
        this.table = table;
        this.early = early;
        this.calendars = calendars;
        this.kinds = kinds;
        this.publisher = publisher;
    }

    /** Makes promises about tickets, or about visits: one statement, however many they are. What was heard about them too early is put in at once. */
    public Uni<Void> promise(Work work, List<Promise> promises) {
        Set<UUID> subjects = promises.stream().map(promise -> promise.subject().id()).collect(Collectors.toSet());
        return calendars.know(work, promises.stream().map(promise -> promise.terms().calendar()).toList()).chain(() -> {
            List<Clock.Change> changes = promises.stream().map(promise -> Clock.start(promise, List.of(), calendars::named)).toList();
            return table.saveNew(work, subjects, changes).chain(told -> publish(work, changes).replaceWith(told));
        }).chain(told -> inTurn(told.stream().filter(subject -> !subject.nothing()).toList(),
                subject -> putIn(work, promises.getFirst().subject().kind(), subject)));
    }

    private Uni<Void> putIn(Work work, SubjectKind about, ClockTable.KnownBefore told) {
        Uni<List<Heard>> more = told.alone() ? Uni.createFrom().item(List.of()) : early.take(work, told.subject());
        return more.map(heard -> Stream.concat(told.heard().stream(), heard.stream()).toList())
                .chain(facts -> inTurn(facts, heard -> hear(work, about, told.subject(), true, List.of(heard))));
    }

    /** Makes a promise whose fate is known already. */
    public Uni<Void> judge(Work work, Promise promise, ClockFact fate) {
        return calendars.know(work, List.of(promise.terms().calendar()))
                .chain(() -> save(work, List
                        .of(Clock.start(promise, List.of(new Recorded(fate, promise.sequence(), promise.eventId())), calendars::named))));
    }

    /**
     * Puts facts that one event tells into the clocks of a ticket or visit, each into the promise that stood when it happened. What is told
     * before its promise is made is kept for later.
     *
     * @param foreign the event does not come with the subject's own: any promise it is about may still be on its way
     */
    public Uni<Void> hear(Work work, SubjectKind about, UUID subject, boolean foreign, List<Heard> facts) {
        return (foreign ? early.alone(work, subject) : Uni.createFrom().voidItem())
                .chain(() -> table.lock(work, subject, about, Heard.kinds(facts)))
                .chain(clocks -> {
                    List<Placement> placements = facts.stream().map(heard -> Placement.of(heard, clocks, kinds, about, foreign)).toList();
                    return change(work, takers(placements)).chain(() -> wait(work, about, subject, placements));
                });
    }

    /**
     * An instant is named: the first, which is a promise, or another one, which moves the promise. When the earlier promise was over by then
     * (broken, kept or void), it is a new promise.
     *
     * @param first whether the event can be the first to name an instant
     */
    public Uni<Void> appoint(Work work, Promise promise, String reason, boolean first) {
        Recorded move = new Recorded(new ClockFact.Retargeted(promise.madeAt(), promise.terms().at(), reason, promise.word()),
                promise.sequence(), promise.eventId());
        Set<String> kind = Set.of(promise.kind());
        return table.lock(work, promise.subject().id(), promise.subject().kind(), kind).chain(clocks -> {
            if (clocks.isEmpty()) {
                return first ? promise(work, List.of(promise)) : early.keep(work, promise.subject().id(), List.of(new Heard(kind, move)));
            }
            Clock clock = Placement.standing(clocks, move.fact(), true);
            Uni<Void> moved = clock.isOver(move.fact()) ? Uni.createFrom().voidItem() : change(work, Map.of(clock, List.of(move)));
            return moved.chain(() -> clock.isOver(move.fact()) ? promise(work, List.of(promise)) : Uni.createFrom().voidItem());
        });
    }

    /**
     * Gives open clocks other terms. One that is over meanwhile stays as it is.
     *
     * @param terms by clock
     * @return how many got them
     */
    public Uni<Integer> reterm(Work work, Map<UUID, Terms> terms, Instant at) {
        return calendars.know(work, terms.values().stream().map(Terms::calendar).toList()).chain(() -> table.lock(work, terms.keySet()))
                .chain(clocks -> {
                    List<Clock.Change> changes = clocks.stream().filter(clock -> clock.status.isOpen())
                            .map(clock -> clock.hear(List.of(Recorded.ours(new ClockFact.Retermed(at, terms.get(clock.id)))),
                                    kinds.ladder(clock.kind)))
                            .toList();
                    return changes.isEmpty() ? Uni.createFrom().item(0) : save(work, changes).replaceWith(changes.size());
                });
    }

    /**
     * What a ticket is about changes: its clocks that nothing has ended yet are told so, with the terms that hold from then on. A broken one keeps its terms.
     *
     * @param retermed by clock
     */
    public Uni<Void> reterm(Work work, Map<UUID, ClockFact.Retermed> retermed, long sequence, UUID eventId) {
        return calendars.know(work, retermed.values().stream().map(fact -> fact.terms().calendar()).toList())
                .chain(() -> table.lock(work, retermed.keySet()))
                .map(clocks -> clocks.stream().filter(clock -> clock.endedAt == null)
                        .collect(Collectors.toMap(Function.identity(),
                                clock -> List.<Recorded>of(new Recorded(retermed.get(clock.id), sequence, eventId)))))
                .chain(facts -> change(work, facts));
    }

    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> work) {
        return all.isEmpty() ? Uni.createFrom().voidItem()
                : Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect().last().replaceWithVoid();
    }

    private static Map<Clock, List<Recorded>> takers(List<Placement> placements) {
        Map<Clock, List<Recorded>> facts = new LinkedHashMap<>();
        for (Placement placement : placements) {
            Recorded told = placement.heard().recorded();
            placement.takers().forEach(clock -> facts.computeIfAbsent(clock, taker -> new ArrayList<>()).add(told));
            Recorded never = new Recorded(new ClockFact.Voided(told.fact().at(), ENDED_BEFORE), told.sequence(), told.eventId());
            placement.orphans().forEach(clock -> facts.computeIfAbsent(clock, orphan -> new ArrayList<>()).add(never));
        }
        return facts;
    }

    /** Keeps what came too early. */
    private Uni<Void> wait(Work work, SubjectKind about, UUID subject, List<Placement> placements) {
        List<Heard> before = Placement.waiting(placements, Placement::perhapsBefore);
        List<Heard> unknown = Placement.waiting(placements, Placement::withoutClock);
        Uni<Void> kept = before.isEmpty() ? Uni.createFrom().voidItem() : early.keep(work, subject, before);
        return unknown.isEmpty() ? kept : kept.chain(() -> table.isKnown(work, subject, about, kinds.opening(about)))
                .chain(known -> known ? Uni.createFrom().voidItem() : early.keep(work, subject, unknown));
    }

    private Uni<Void> change(Work work, Map<Clock, List<Recorded>> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Clock.Change> changes = facts.entrySet().stream()
                .map(entry -> entry.getKey().hear(entry.getValue(), kinds.ladder(entry.getKey().kind))).toList();
        return save(work, changes).chain(() -> renew(work, changes));
    }

    /** What was kept is promised again, where the kind has it so. */
    private Uni<Void> renew(Work work, List<Clock.Change> changes) {
        List<Clock.Change> next = changes.stream().map(Clock.Change::renewal).filter(Objects::nonNull)
                .map(renewal -> Clock.start(renewal.promise(), renewal.since(), calendars::named)).toList();
        return next.isEmpty() ? Uni.createFrom().voidItem() : save(work, next);
    }

    private Uni<Void> save(Work work, List<Clock.Change> changes) {
        return table.save(work, changes).chain(() -> publish(work, changes));
    }

    private Uni<Void> publish(Work work, List<Clock.Change> changes) {
        return publisher.add(work, changes.stream().flatMap(change -> change.events().stream()
                .map(event -> new Outbox.Entry(event, change.clock().version, change.at()))).toList());
    }
}
