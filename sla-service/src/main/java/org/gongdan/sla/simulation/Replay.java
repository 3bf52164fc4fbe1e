package org.gongdan.sla.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.gongdan.sla.agreement.Contracts;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.History;
import org.gongdan.sla.compensation.Bill;
import org.gongdan.sla.kind.UsualTerms;
import org.gongdan.sla.promise.Basis;
import org.gongdan.sla.promise.Terms;
import org.gongdan.sla.simulation.SimulationApi.ChangedVerdict;
import org.gongdan.sla.simulation.SimulationApi.Row;
import org.gongdan.sla.simulation.SimulationApi.Verdicts;

/** The recorded facts of promises, as they went and as they would have gone by another contract. A pure function. */
final class Replay {

    private final Contracts trial;
    private final UsualTerms.Book usual;
    private final Instant now;
    private final List<Played> played = new ArrayList<>();

    Replay(Contracts trial, UsualTerms.Book usual, Instant now) {
        this.trial = trial;
        this.usual = usual;
        this.now = now;
    }

    /** @param terms those it would have had. @param retermed whether they are other ones */
    record Played(History history, ClockState before, ClockState after, Terms terms, boolean retermed) {

        String kind() {
            return history.kind();
        }

        String priority() {
            return history.about() == null ? null : history.about().priority();
        }

        boolean changed() {
            return before.status() != after.status();
        }

        Bill.Case asItWas() {
            return new Bill.Case(kind(), priority(), before, (from, to) -> history.counted(before, from, to));
        }

        Bill.Case asItWouldBe() {
            return new Bill.Case(kind(), priority(), after, (from, to) -> history.counted(after, from, to));
        }
    }

    Replay play(List<History> histories) {
        histories.forEach(history -> played.add(play(history)));
        return this;
    }

    private Played play(History history) {
        ClockState before = history.state(now);
        Terms old = before.terms();
        Terms terms = terms(history, old);
        boolean retermed = !counts(terms).equals(counts(old));
        return new Played(history, before, retermed ? history.under(terms, now) : before, terms, retermed);
    }

    /** What no contract promised and the new one does not either stays as it was. */
    private Terms terms(History history, Terms old) {
        Terms usually = usual.of(history.kind(), old);
        Terms tried = trial.terms(history.kind(), history.about(), usually);
        return tried.basis() == null && old.basis() == null ? old : tried;
    }

    /** Terms without their origin. */
    private static Terms counts(Terms terms) {
        return new Terms(terms.within(), terms.at(), terms.calendar(), terms.pausesOn(), terms.warnPercent(), null);
    }

    int retermed() {
        return (int) played.stream().filter(Played::retermed).count();
    }

    List<Row> rows() {
        Comparator<String> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        Map<String, Map<String, List<Played>>> groups = new TreeMap<>();
        played.forEach(one -> groups.computeIfAbsent(one.kind(), kind -> new TreeMap<>(nullsLast))
                .computeIfAbsent(one.priority(), priority -> new ArrayList<>()).add(one));
        List<Row> rows = new ArrayList<>();
        groups.forEach((kind, byPriority) -> byPriority.forEach((priority, all) -> rows.add(new Row(kind, priority, all.size(),
                verdicts(all.stream().map(Played::before).toList()), verdicts(all.stream().map(Played::after).toList())))));
        return rows;
    }

    List<ChangedVerdict> changes() {
        return played.stream().filter(Played::changed)
                .map(one -> new ChangedVerdict(one.history().clockId(), one.history().ticketId(), one.kind(), one.priority(),
                        one.before().status(), one.after().status(), one.before().dueAt(), one.after().dueAt()))
                .toList();
    }

    /** @param versions the contracts the promises were made by */
    Map<String, String> costBefore(Map<UUID, InForce> versions) {
        Map<UUID, List<Bill.Case>> byVersion = new LinkedHashMap<>();
        played.forEach(one -> Optional.ofNullable(one.before().terms().basis()).map(Basis::agreementVersion).filter(versions::containsKey)
                .ifPresent(id -> byVersion.computeIfAbsent(id, any -> new ArrayList<>()).add(one.asItWas())));
        Map<String, BigDecimal> sums = new TreeMap<>();
        byVersion.forEach((id, cases) -> add(sums, versions.get(id), cases));
        return text(sums);
    }

    Map<String, String> costAfter(InForce tried) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        add(sums, tried,
                played.stream().filter(one -> one.terms().basis() != null && one.terms().basis().agreementVersion().equals(tried.id()))
                        .map(Played::asItWouldBe).toList());
        return text(sums);
    }

    private void add(Map<String, BigDecimal> sums, InForce version, List<Bill.Case> cases) {
        if (version.content().compensation() != null) {
            sums.merge(version.content().compensation().currency(), new Bill(version).total(cases, now), BigDecimal::add);
        }
    }

    private static Map<String, String> text(Map<String, BigDecimal> sums) {
        Map<String, String> text = new TreeMap<>();
        sums.forEach((currency, sum) -> text.put(currency, sum.toPlainString()));
        return text;
    }

    private static Verdicts verdicts(List<ClockState> states) {
        int[] counts = new int[4];
        for (ClockState state : states) {
            counts[state.status() == ClockStatus.MET ? 0 : state.status() == ClockStatus.BREACHED ? 1 : state.status().isOpen() ? 2 : 3]++;
        }
        return new Verdicts(counts[0], counts[1], counts[2], counts[3]);
    }
}
