package org.gongdan.sla.agreement;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.agreement.AgreementApi.MovedClock;
import org.gongdan.sla.clock.ClockState;
import org.gongdan.sla.clock.ClockStatus;
import org.gongdan.sla.clock.Clocks;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.clock.History;
import org.gongdan.sla.kind.UsualTerms;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.Terms;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** What a version would do, or does, to promises that are open already. It gives nobody's promise back: one it says nothing about stays as it is. */
@ApplicationScoped
class OpenPromises {

    private final TermsBook book;
    private final UsualTerms usual;
    private final Histories histories;
    private final Clocks clocks;
    private final Clock clock;
    private final int most;

    OpenPromises(TermsBook book, UsualTerms usual, Histories histories, Clocks clocks, Clock clock, SlaSettings settings) {
        this.book = book;
        this.usual = usual;
        this.histories = histories;
        this.clocks = clocks;
        this.clock = clock;
        this.most = settings.agreement().openPromises();
    }

    /** @param after id of the last clock looked at, or null. @return those whose due time would be another one; a page can hold fewer than {@code limit} */
    Uni<Page<MovedClock>> preview(Read read, UUID customerId, InForce trial, UUID after, int limit) {
        Instant now = clock.instant();
        return usual.now(read)
                .chain(usually -> book.withTrial(read, customerId, now, trial)
                        .chain(contracts -> histories.open(read, customerId, after, limit + 1)
                                .map(found -> Page.of(found, limit, history -> history.clockId().toString(), history -> history))
                                .map(page -> new Page<>(page.items().stream().map(history -> moved(history, contracts, usually, trial, now))
                                        .filter(Objects::nonNull).toList(), page.next()))));
    }

    /** Gives the open promises the version's terms. @throws Rejected when there are more than can be changed at once */
    Uni<Integer> apply(Work work, UUID customerId, InForce version) {
        Instant now = clock.instant();
        return usual.now(work)
                .chain(usually -> book.withTrial(work, customerId, now, version)
                        .chain(contracts -> histories.open(work, customerId, null, most + 1)
                                .chain(found -> {
                                    if (found.size() > most) {
                                        throw new Rejected("too-many-open-promises", most);
                                    }
                                    Map<UUID, Terms> terms = new LinkedHashMap<>();
                                    found.forEach(history -> terms(history, contracts, usually, version)
                                            .ifPresent(fresh -> terms.put(history.clockId(), fresh)));
                                    return terms.isEmpty() ? Uni.createFrom().item(0) : clocks.reterm(work, terms, now);
                                })));
    }

    private MovedClock moved(History history, Contracts contracts, UsualTerms.Book usually, InForce trial, Instant now) {
        return terms(history, contracts, usually, trial).map(fresh -> {
            ClockState state = history.with(new ClockFact.Retermed(now, fresh));
            return state.dueAt().equals(history.state().dueAt()) ? null
                    : new MovedClock(history.clockId(), history.ticketId(), history.kind(),
                            history.about() == null ? null : history.about().priority(),
                            history.state().dueAt(), state.dueAt(), state.status() == ClockStatus.RUNNING && !state.dueAt().isAfter(now));
        }).orElse(null);
    }

    /** Its terms by the version, when the version is the one that speaks of it and says something else. */
    private Optional<Terms> terms(History history, Contracts contracts, UsualTerms.Book usually, InForce version) {
        Terms now = history.state().terms();
        return contracts.match(history.kind(), history.about()).filter(match -> match.version().id().equals(version.id()))
                .map(match -> contracts.terms(history.kind(), history.about(), usually.of(history.kind(), now)))
                .filter(fresh -> !fresh.equals(now));
    }
}
