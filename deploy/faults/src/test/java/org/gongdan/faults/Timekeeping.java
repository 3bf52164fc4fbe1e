package org.gongdan.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongdan.faults.EventLog.Event;

/**
 * Whether every timer of a proof's clocks fired once, at its time and never before, and was told once. A warning or step that had been due before a breach
 * may be left out when nobody could tell it in time: only if the breach says so, and only if the timers were away, or so far behind with
 * others, that there was no time for it.
 */
final class Timekeeping {
    /** Long enough for a timer to fire in peace: its loop looks ten times a second. */
    private static final Duration PEACE = Duration.ofSeconds(2);
    private static final Set<String> TIMERS = Set.of("WARNED", "BREACHED", "ESCALATED");
    private static final String CLOCKS = "select id, ticket_id, kind, status, started_at, due_at, warn_at, ended_at, breached_at from "
            + "clock where ticket_id = any(?)";
    private static final String FACTS = """
            select f.clock_id, f.fact, f.at, f.recorded, f.data ->> 'step', f.data ->> 'role', f.seq, coalesce(f.data ->> 'untold', '')
                from clock_fact f join clock c on c.id = f.clock_id
            where c.ticket_id = any(?) order by f.seq""";

    final List<String> early = new ArrayList<>();
    final List<String> doubled = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    final List<String> disordered = new ArrayList<>();
    /** What was left out because its breach came first, and rightly so. */
    final Map<String, Integer> untold = new java.util.TreeMap<>();
    final Map<String, Integer> fired = new java.util.TreeMap<>();

    /** How long after its due time, or after the promise was known when that was later, each timer fired. */
    final List<Duration> late = new ArrayList<>();
    private final Instant now = Instant.now();
    private final Outages outages;
    private final Map<UUID, List<Fact>> facts = new HashMap<>();
    private final Map<UUID, List<Event>> told = new HashMap<>();

    record Clock(UUID id, UUID ticket, String kind, String status, Instant started, Instant due, Instant warn, Instant ended,
            Instant breached) {
    }

    record Fact(UUID clock, String fact, Instant at, Instant recorded, String step, String role, int seq, String untold) {
    }

    Timekeeping(Outages outages) {
        this.outages = outages;
    }

    static List<Clock> clocks(Platform platform, List<UUID> tickets) {
        return platform.slaDatabase.rows(CLOCKS,
                row -> new Clock(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                        instant(row, 5), instant(row, 6), instant(row, 7), instant(row, 8), instant(row, 9)),
                (Object) tickets.toArray(UUID[]::new));
    }

    /**
     * @param steps steps of the ladder by kind, the due time's own and later ones: those every broken promise must climb.
     *
     * @param slaEvents without repetitions
     */
    void check(Platform platform, List<UUID> tickets, Map<String, List<Step>> steps, List<Event> slaEvents) {
        var facts = platform.slaDatabase.rows(FACTS,
                row -> new Fact(row.getObject(1, UUID.class), row.getString(2), instant(row, 3), instant(row, 4), row.getString(5),
                        row.getString(6), row.getInt(7),
                        row.getString(8)),
                (Object) tickets.toArray(UUID[]::new));
        check(clocks(platform, tickets), facts, steps, slaEvents);
    }

    /** @param recorded in the order of each clock's list */
    void check(List<Clock> clocks, List<Fact> recorded, Map<String, List<Step>> steps, List<Event> slaEvents) {
        recorded.forEach(fact -> facts.computeIfAbsent(fact.clock(), clock -> new ArrayList<>()).add(fact));
        clocks.forEach(clock -> facts.get(clock.id()).stream().filter(fact -> TIMERS.contains(fact.fact()))
                .forEach(fact -> outages.fired(fact.fact(), latest(fact.fact().equals("WARNED") ? clock.warn() : fact.at(), known(clock)),
                        fact.recorded())));
        slaEvents.forEach(event -> told.computeIfAbsent(event.key(), clock -> new ArrayList<>()).add(event));
        clocks.forEach(clock -> check(clock, steps.getOrDefault(clock.kind(), List.of())));
    }

    /** @param afterDue null: half way */
    record Step(String name, String role, Duration afterDue) {
    }

    /** Kinds of timers that fell due, whether they had their effect or were rightly left untold: a machine that is late with everything tells few warnings. */
    java.util.Set<String> fellDue() {
        var kinds = new java.util.TreeSet<>(fired.keySet());
        kinds.addAll(untold.keySet());
        return kinds;
    }

    private void check(Clock clock, List<Step> steps) {
        var broken = of(clock, "BREACHED");
        once(clock, "breach", broken);
        if (clock.status().equals("BREACHED")
                && (broken.isEmpty() || !broken.getFirst().at().equals(clock.breached()) || !clock.breached().equals(clock.due()))) {
            missing.add("the breach of " + clock + " at its due time: " + broken);
        }
        broken.forEach(fact -> fired(clock, "breach", fact.at(), fact));
        var warned = of(clock, "WARNED");
        once(clock, "warning", warned);
        warned.forEach(fact -> fired(clock, "warning", clock.warn(), fact));
        if (warned.isEmpty()) {
            leftOut(clock, "warning", "WARNED", clock.warn());
        }
        inOrder(clock);
        for (var step : steps) {
            var climbed = of(clock, "ESCALATED").stream().filter(fact -> step.name().equals(fact.step()) && step.role().equals(fact.role()))
                    .toList();
            var at = step.afterDue() == null ? clock.started().plus(Duration.between(clock.started(), clock.due()).dividedBy(2))
                    : clock.due().plus(step.afterDue());
            once(clock, step.toString(), climbed);
            climbed.forEach(fact -> fired(clock, "step " + step.name(), at, fact));
            if (climbed.isEmpty() && step.afterDue() == null) {
                leftOut(clock, "step " + step.name(), "ESCALATED", at);
            } else if (climbed.isEmpty() && clock.status().equals("BREACHED")
                    && (clock.ended() == null || clock.ended().isAfter(at.plus(PEACE)))) {
                missing.add(step + " of " + clock);
            }
        }
        for (var each : Map.of("BREACHED", "SlaBreached.v1", "WARNED", "SlaWarned.v1", "ESCALATED", "SlaEscalated.v1").entrySet()) {
            var events = told.getOrDefault(clock.id(), List.of()).stream().filter(event -> event.type().equals(each.getValue())).count();
            if (events != of(clock, each.getKey()).size()) {
                (events > of(clock, each.getKey()).size() ? doubled : missing)
                        .add(events + " times told " + each.getValue() + " of " + clock);
            }
        }
    }

    /** Something that was due before the due time was not told. @param fact that would tell of it. @param at when it was due */
    private void leftOut(Clock clock, String what, String fact, Instant at) {
        var breach = of(clock, "BREACHED").stream().findFirst();
        var known = breach.isPresent() && known(clock).isBefore(breach.get().recorded()) && at.isBefore(clock.due());
        var said = breach.isPresent() && breach.get().untold().contains(fact.equals("WARNED") ? "WARNING" : "ESCALATION");
        if (known && !said) {
            missing.add("the " + what + " of " + clock + ", and its breach does not say so");
        } else if (had(clock, fact, at)) {
            missing.add("the " + what + " of " + clock + " although there was time for it");
        } else if (said) {
            untold.merge(what, 1, Integer::sum);
        }
    }

    /** Nobody hears of a step after the due time, or of a warning, in the wrong order. */
    private void inOrder(Clock clock) {
        for (var breach : of(clock, "BREACHED")) {
            facts.get(clock.id()).stream().filter(fact -> fact.fact().equals("WARNED") && fact.seq() > breach.seq()
                    || fact.fact().equals("ESCALATED") && fact.at().isBefore(breach.at()) != fact.seq() < breach.seq())
                    .forEach(fact -> disordered.add(fact + " of " + clock + " and " + breach));
        }
    }

    /** The promise was known and its timers were up for long enough between this time and its end. */
    private boolean had(Clock clock, String fact, Instant at) {
        var from = latest(at, known(clock));
        var end = clock.ended() != null && clock.ended().isBefore(clock.due()) ? clock.ended() : clock.due();
        var to = end.isBefore(now) ? end : now;
        return from.isBefore(to) && outages.longestWithout(fact, from, to).compareTo(PEACE) > 0;
    }

    private Instant known(Clock clock) {
        return of(clock, "STARTED").getFirst().recorded();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void fired(Clock clock, String what, Instant due, Fact fact) {
        fired.merge(what, 1, Integer::sum);
        if (fact.recorded().isBefore(due)) {
            early.add(what + " of " + clock + ": " + fact);
        }
        late.add(Duration.between(latest(due, known(clock)), fact.recorded()));
    }

    private void once(Clock clock, String what, List<Fact> found) {
        if (found.size() > 1) {
            doubled.add(what + " of " + clock + ": " + found);
        }
    }

    private List<Fact> of(Clock clock, String name) {
        return facts.getOrDefault(clock.id(), List.of()).stream().filter(fact -> fact.fact().equals(name)).toList();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
