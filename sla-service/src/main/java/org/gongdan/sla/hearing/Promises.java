package org.gongdan.sla.hearing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.WorkingDays;
import org.gongdan.sla.clock.Clocks;
import org.gongdan.sla.hearing.PromiseTerms.Occasion;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.Promise;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.sla.promise.Terms;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The one engine for all kinds: reads what an event means, as {@code promises.yaml} has it, and puts it into the clocks. */
@ApplicationScoped
public class Promises {

    private final Kinds kinds;
    private final RulesInCode inCode;
    private final PromiseTerms terms;
    private final Calendars calendars;
    private final Clocks clocks;
    private final WorkingDays days;

    Promises(Kinds kinds, RulesInCode inCode, PromiseTerms terms, Calendars calendars, Clocks clocks, SlaSettings settings) {
        this.kinds = kinds;
        this.inCode = inCode;
        this.terms = terms;
        this.calendars = calendars;
        this.clocks = clocks;
        this.days = new WorkingDays(settings.zone());
    }

    /**
     * Puts an event into the clocks of all it is about.
     *
     * @param topic subject of the topic it came on: facts about another subject may come before that subject's own events
     * @throws IllegalArgumentException when the event lacks what the data says it has
     */
    public Uni<Void> hear(Work work, SubjectKind topic, Received<?> event) {
        Body body = Body.of(event);
        List<Kinds.Meaning> meanings = kinds.meanings(body.event());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (SubjectKind subject : SubjectKind.values()) {
            if (meanings.stream().anyMatch(meaning -> meaning.kind().about() == subject)) {
                Reading reading = Reading.of(subject, body, meanings, inCode);
                done = done.chain(() -> apply(work, subject, reading, subject != topic, body));
            }
        }
        return done;
    }

    /**
     * The same for events that follow each other. Those that do nothing but make promises about what the topic is about, as the first news of
     * tickets do, are put in by a few statements for all of them.
     */
    public Uni<Void> hearAll(Work work, SubjectKind topic, List<? extends Received<?>> events) {
        List<Occasion> occasions = events.stream().map(Body::of).map(body -> occasion(topic, body)).toList();
        if (occasions.stream().noneMatch(Objects::isNull)) {
            return start(work, occasions.stream().filter(occasion -> !occasion.usual().isEmpty()).toList());
        }
        return Multi.createFrom().iterable(events).onItem().transformToUniAndConcatenate(event -> hear(work, topic, event)).collect().last()
                .replaceWithVoid();
    }

    /** @return the promises the event makes, or null when it does other things, too */
    private Occasion occasion(SubjectKind topic, Body body) {
        List<Kinds.Meaning> meanings = kinds.meanings(body.event());
        if (meanings.stream().anyMatch(meaning -> meaning.kind().about() != topic)) {
            return null;
        }
        Reading reading = Reading.of(topic, body, meanings, inCode);
        return reading.facts().isEmpty() && reading.appointments().isEmpty() && reading.judged().isEmpty()
                ? new Occasion(reading.starts(), body) : null;
    }

    private Uni<Void> apply(Work work, SubjectKind subject, Reading reading, boolean foreign, Body body) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Reading.Judged judged : reading.judged()) {
            done = done.chain(() -> clocks.judge(work, judged.promise(), judged.fate()));
        }
        if (!reading.facts().isEmpty()) {
            done = done.chain(() -> clocks.hear(work, subject, reading.id(), foreign, reading.facts()));
        }
        for (Reading.Appointment appointment : reading.appointments()) {
            done = done.chain(() -> clocks.appoint(work, appointment.promise(), appointment.reason(), appointment.first()));
        }
        return reading.starts().isEmpty() ? done : done.chain(() -> start(work, List.of(new Occasion(reading.starts(), body))));
    }

    private Uni<Void> start(Work work, List<Occasion> occasions) {
        if (occasions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return revisions(work, occasions)
                .chain(current -> terms.settle(work, occasions.stream().map(occasion -> counted(occasion, current)).toList()))
                .chain(promises -> promises.isEmpty() ? Uni.createFrom().voidItem() : clocks.promise(work, promises));
    }

    /** Names the revisions of calendars that are current; around the clock needs no look at the database. */
    private Uni<Map<String, String>> revisions(Read read, List<Occasion> occasions) {
        List<String> names = occasions.stream().flatMap(occasion -> occasion.usual().stream()).map(this::calendar).distinct().toList();
        return Multi.createFrom().iterable(names).onItem()
                .transformToUniAndConcatenate(name -> calendars.current(read, name).map(revision -> Map.entry(name, revision)))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Occasion counted(Occasion occasion, Map<String, String> current) {
        return new Occasion(occasion.usual().stream().map(promise -> promise.on(counted(promise, current.get(calendar(promise))))).toList(),
                occasion.event());
    }

    private Terms counted(Promise promise, String revision) {
        Kind kind = kinds.named(promise.kind());
        return kind.days() == null ? promise.terms().countedBy(revision)
                : kind.usualTerms(days.endOf(calendars.named(revision), promise.madeAt(), kind.days()));
    }

    /** Of a time counted in days the kind says it: its terms name the instant and no calendar. */
    private String calendar(Promise promise) {
        Kind kind = kinds.named(promise.kind());
        return kind.days() == null ? promise.terms().calendar() : kind.calendar();
    }
}
