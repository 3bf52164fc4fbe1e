package org.gongdan.sla.kind;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.inbox.Received;
import org.gongdan.sla.Clocks;
import org.gongdan.sla.Promise;
import org.gongdan.sla.calendar.Calendars;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The one engine for all kinds: reads what an event means, as {@code promises.yaml} has it, and puts it into the clocks. */
@ApplicationScoped
public class Promises {

    private final Kinds kinds;
    private final RulesInCode inCode;
    private final PromiseTerms terms;
    private final Calendars calendars;
    private final Clocks clocks;

    Promises(Kinds kinds, RulesInCode inCode, PromiseTerms terms, Calendars calendars, Clocks clocks) {
        this.kinds = kinds;
        this.inCode = inCode;
        this.terms = terms;
        this.calendars = calendars;
        this.clocks = clocks;
    }

    /**
     * Puts an event into the clocks of all it is about.
     *
     * @param topic subject of the topic it came on: facts about another subject may come before that subject's own events
     * @throws IllegalArgumentException when the event lacks what the data says it has
     */
    public Uni<Void> hear(Mutiny.Session session, Subject topic, Received<?> event) {
        Body body = Body.of(event);
        List<Kinds.Meaning> meanings = kinds.meanings(body.event());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Subject subject : Subject.values()) {
            if (meanings.stream().anyMatch(meaning -> meaning.kind().about() == subject)) {
                Reading reading = Reading.of(subject, body, meanings, inCode);
                done = done.chain(() -> apply(session, subject, reading, subject != topic, body));
            }
        }
        return done;
    }

    private Uni<Void> apply(Mutiny.Session session, Subject subject, Reading reading, boolean foreign, Body body) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Reading.Judged judged : reading.judged()) {
            done = done.chain(() -> clocks.judge(session, judged.promise(), judged.fate()));
        }
        if (!reading.facts().isEmpty()) {
            done = done.chain(() -> clocks.hear(session, subject, reading.id(), foreign, reading.facts()));
        }
        for (Reading.Appointment appointment : reading.appointments()) {
            done = done.chain(() -> clocks.appoint(session, appointment.promise(), appointment.reason(), appointment.first()));
        }
        return reading.starts().isEmpty() ? done : done.chain(() -> start(session, reading.starts(), body));
    }

    private Uni<Void> start(Mutiny.Session session, List<Promise> usual, Body body) {
        return counted(session, usual, 0, new ArrayList<>()).chain(counted -> terms.settle(session, counted, body)).chain(promises -> promises.isEmpty() ? Uni.createFrom().voidItem() : clocks.promise(session, promises));
    }

    /** Names the revisions of calendars that are current; around the clock needs no look at the database. */
    private Uni<List<Promise>> counted(Mutiny.Session session, List<Promise> usual, int next, List<Promise> counted) {
        if (next == usual.size()) {
            return Uni.createFrom().item(counted);
        }
        Promise promise = usual.get(next);
        return calendars.current(session, promise.terms().calendar()).invoke(revision -> counted.add(promise.on(promise.terms().countedBy(revision))))
                .chain(() -> counted(session, usual, next + 1, counted));
    }
}
