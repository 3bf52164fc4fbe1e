package org.gongdan.sla.compensation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.sla.agreement.Content.AttainmentRule;
import org.gongdan.sla.agreement.InForce;
import org.gongdan.sla.agreement.VersionBook;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.clock.History;

import io.smallrye.mutiny.Uni;

/** Derives what entries come to from the facts of their clocks, or the count of their month; the month's cap is not in it. */
@ApplicationScoped
class Assessor {

    private final Histories histories;
    private final VersionBook versions;
    private final Clock clock;

    Assessor(Histories histories, VersionBook versions, Clock clock) {
        this.histories = histories;
        this.versions = versions;
        this.clock = clock;
    }

    /** An entry with its contract and what it comes to now. */
    record Assessed(LedgerEntry entry, InForce version, Reckoning reckoning) {

        Formula formula() {
            return new Formula(version.content().compensation());
        }
    }

    Uni<List<Assessed>> assess(Read read, Collection<LedgerEntry> entries) {
        Instant now = clock.instant();
        return versions.find(read, entries.stream().map(entry -> entry.agreementVersion).toList())
                .chain(contracts -> histories.find(read, entries.stream().map(entry -> entry.clockId).filter(Objects::nonNull).toList())
                        .map(found -> found.stream().collect(Collectors.toMap(History::clockId, Function.identity())))
                        .chain(clocks -> all(read, entries, contracts, clocks, now)));
    }

    private static Uni<List<Assessed>> all(Read read, Collection<LedgerEntry> entries, Map<UUID, InForce> contracts,
            Map<UUID, History> clocks, Instant now) {
        Map<UUID, Assessed> done = new LinkedHashMap<>();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (LedgerEntry entry : entries) {
            InForce version = contracts.get(entry.agreementVersion);
            if (!entry.isAboutMonth()) {
                done.put(entry.id, new Assessed(entry, version, breach(entry, version, clocks.get(entry.clockId), now)));
            } else {
                done.put(entry.id, null);
                chain = chain.chain(() -> month(read, entry, version))
                        .invoke(reckoning -> done.put(entry.id, new Assessed(entry, version, reckoning))).replaceWithVoid();
            }
        }
        return chain.replaceWith(() -> List.copyOf(done.values()));
    }

    private static Reckoning breach(LedgerEntry entry, InForce version, History history, Instant now) {
        ClockState state = history.state();
        if (state.status() == ClockStatus.BREACHED && !state.breachedAt().equals(entry.breachedAt)) {
            return new Formula(version.content().compensation()).nothing(Reckoning.Code.NOT_BROKEN);
        }
        return new Bill(version).breach(new Bill.Case(entry.kind, entry.priority, state, (from, to) -> history.counted(state, from, to)),
                now);
    }

    private static Uni<Reckoning> month(Read read, LedgerEntry entry, InForce version) {
        Formula formula = new Formula(version.content().compensation());
        AttainmentRule rule = formula.attainments().stream()
                .filter(one -> one.kind().equals(entry.kind) && Objects.equals(one.priority(), entry.priority))
                .findFirst().orElseThrow(() -> new IllegalStateException("entry " + entry.id + " has no rule"));
        return Attainments.count(read, new Attainments.Of(version.agreementId(), entry.month, version.zone(), entry.kind, entry.priority,
                new Windows(version.content().exclusions(), version.zone())))
                .map(counted -> formula.attainment(rule, counted.kept(), counted.broken()));
    }
}
