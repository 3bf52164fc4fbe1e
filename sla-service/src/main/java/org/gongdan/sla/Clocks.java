package org.gongdan.sla;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.sla.calendar.Calendars;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The only door to clocks: promises are made and facts put in here, with timers and events in the same transaction. */
@ApplicationScoped
public class Clocks {

    private final ClockTable table;
    private final Calendars calendars;
    private final Outbox outbox;

    Clocks(ClockTable table, Calendars calendars, Outbox outbox) {
        this.table = table;
        this.calendars = calendars;
        this.outbox = outbox;
    }

    /** Makes promises about one ticket, or about one visit. What was heard about it too early is put in at once. */
    public Uni<Void> promise(Mutiny.Session session, List<Promise> promises) {
        Promise first = promises.getFirst();
        boolean visit = first.visitId() != null;
        UUID subject = visit ? first.visitId() : first.ticketId();
        return calendars.know(session, promises.stream().map(promise -> promise.terms().calendar()).toList()).chain(() -> {
            List<Clock.Change> changes = promises.stream().map(promise -> Clock.start(promise, List.of(), calendars)).toList();
            return table.saveNew(session, subject, changes)
                    .chain(early -> publish(session, changes).chain(() -> hearAll(session, subject, visit, early)));
        });
    }

    /** Makes a promise whose fate is known already. */
    public Uni<Void> judge(Mutiny.Session session, Promise promise, ClockFact fate) {
        return calendars.know(session, List.of(promise.terms().calendar())).chain(() -> {
            List<Clock.Change> changes = List.of(Clock.start(promise, List.of(new Recorded(fate, promise.sequence(), promise.eventId())), calendars));
            return table.save(session, changes).chain(() -> publish(session, changes));
        });
    }

    /** Puts a fact into the clocks of a ticket; when there is no such ticket yet, it is kept for later. */
    public Uni<Void> hearOfTicket(Mutiny.Session session, UUID ticketId, Heard heard) {
        return hear(session, ticketId, false, heard);
    }

    /** Puts a fact into the latest clock of a visit; when there is no such visit yet, it is kept for later. */
    public Uni<Void> hearOfVisit(Mutiny.Session session, UUID visitId, Heard heard) {
        return hear(session, visitId, true, heard);
    }

    /**
     * A visit has an agreed window: its first, which is a promise, or another one, which moves the promise. When the earlier promise was
     * over by then (broken, or void because nobody was there), the new window is a new promise.
     *
     * @param first whether the event can be the first to tell of a window
     */
    public Uni<Void> appoint(Mutiny.Session session, Promise arrival, String reason, boolean first) {
        Heard move = new Heard(Set.of(arrival.kind()), new Recorded(
                new ClockFact.Retargeted(arrival.madeAt(), arrival.terms().at(), reason), arrival.sequence(), arrival.eventId()));
        return table.lock(session, arrival.visitId(), true, move.kinds()).chain(clocks -> {
            if (clocks.isEmpty()) {
                return first ? promise(session, List.of(arrival)) : table.keepEarly(session, arrival.visitId(), move);
            }
            Clock clock = latest(clocks, move.recorded().fact());
            Uni<Void> moved = clock.isOver(move.recorded().fact()) ? Uni.createFrom().voidItem() : change(session, List.of(clock), move.recorded());
            return moved.chain(() -> clock.isOver(move.recorded().fact()) ? promise(session, List.of(arrival)) : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> hearAll(Mutiny.Session session, UUID subject, boolean visit, List<Heard> early) {
        return early.isEmpty() ? Uni.createFrom().voidItem()
                : Multi.createFrom().iterable(early).onItem().transformToUniAndConcatenate(heard -> hear(session, subject, visit, heard)).collect().last().replaceWithVoid();
    }

    private Uni<Void> hear(Mutiny.Session session, UUID subject, boolean visit, Heard heard) {
        ClockFact fact = heard.recorded().fact();
        return table.lock(session, subject, visit, heard.kinds()).chain(clocks -> {
            if (clocks.isEmpty()) {
                return table.keepEarly(session, subject, heard);
            }
            List<Clock> concerned = visit ? List.of(latest(clocks, fact)) : clocks;
            return change(session, concerned.stream().filter(clock -> !clock.isOver(fact)).toList(), heard.recorded());
        });
    }

    private Uni<Void> change(Mutiny.Session session, List<Clock> clocks, Recorded fact) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Clock.Change> changes = clocks.stream().map(clock -> clock.hear(List.of(fact))).toList();
        return table.save(session, changes).chain(() -> publish(session, changes));
    }

    /** Among the promises made one after the other about a visit: the one that stood when it happened. */
    private static Clock latest(List<Clock> clocks, ClockFact fact) {
        Comparator<Clock> byStart = Comparator.comparing((Clock clock) -> clock.startedAt).thenComparing(clock -> clock.id);
        return clocks.stream().filter(clock -> !clock.startedAt.isAfter(fact.at())).max(byStart)
                .orElseGet(() -> clocks.stream().min(byStart).orElseThrow());
    }

    private Uni<Void> publish(Mutiny.Session session, List<Clock.Change> changes) {
        return outbox.add(session, changes.stream().flatMap(change -> change.events().stream()
                .map(event -> new Outbox.Entry(event, change.clock().version, change.at()))).toList());
    }
}
