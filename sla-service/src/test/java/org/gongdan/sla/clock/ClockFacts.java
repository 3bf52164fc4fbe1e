package org.gongdan.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongdan.sla.calendar.Calendar;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Terms;

/** Facts of one clock, told in minutes after its start. */
public final class ClockFacts {

    public static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    public static final Terms DAY = Terms.within(Duration.ofHours(24), Set.of("CUSTOMER"), 80);

    private final List<Recorded> facts = new ArrayList<>();

    public static ClockFacts started(Terms terms) {
        ClockFacts facts = new ClockFacts();
        facts.facts.add(new Recorded(new ClockFact.Started(START, terms), 0, null));
        return facts;
    }

    public static ClockFacts aDay() {
        return started(DAY);
    }

    ClockFacts add(ClockFact fact) {
        facts.add(new Recorded(fact, facts.size(), null));
        return this;
    }

    public ClockFacts paused(int minute) {
        return add(new ClockFact.Paused(at(minute), "CUSTOMER", "no answer"));
    }

    public ClockFacts waitingForParts(int minute) {
        return add(new ClockFact.Paused(at(minute), "PARTS", "ordered"));
    }

    public ClockFacts resumed(int minute) {
        return add(new ClockFact.Resumed(at(minute)));
    }

    public ClockFacts extended(int minute, int to) {
        return add(new ClockFact.Extended(at(minute), at(to), "plan", "刘店长", at(minute)));
    }

    ClockFacts retargeted(int minute, int to) {
        return add(new ClockFact.Retargeted(at(minute), at(to), "VisitRescheduled"));
    }

    ClockFacts retermed(int minute, Terms terms) {
        return add(new ClockFact.Retermed(at(minute), terms));
    }

    public ClockFacts met(int minute) {
        return add(new ClockFact.Met(at(minute), "TicketResolved", Map.of()));
    }

    public ClockFacts reopened(int minute) {
        return add(new ClockFact.Reopened(at(minute), "again"));
    }

    public ClockFacts voided(int minute) {
        return add(new ClockFact.Voided(at(minute), "cancelled"));
    }

    public ClockFacts timer(ClockFact fact) {
        facts.add(Recorded.ours(fact));
        return this;
    }

    public List<Recorded> list() {
        return facts;
    }

    ClockState state() {
        return Derivation.derive(facts, any -> Calendar.AROUND_THE_CLOCK);
    }

    List<Effect> effects() {
        return Derivation.steps(facts, any -> Calendar.AROUND_THE_CLOCK).stream().map(Derivation.Step::effect).toList();
    }

    public static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
