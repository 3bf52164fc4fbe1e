package org.gongdan.sla.agreement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.agreement.Contracts.Match;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.clock.Clocks;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.clock.History;
import org.gongdan.sla.kind.UsualTerms;
import org.gongdan.sla.promise.ClockFact.Retermed;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Terms;

import io.smallrye.mutiny.Uni;

/** A ticket has another priority: its open promises get the terms that agreements have for it, those in force when each was made. */
@ApplicationScoped
public class Priorities {

    private final TermsBook book;
    private final UsualTerms usual;
    private final Histories histories;
    private final Clocks clocks;

    Priorities(TermsBook book, UsualTerms usual, Histories histories, Clocks clocks) {
        this.book = book;
        this.usual = usual;
        this.histories = histories;
        this.clocks = clocks;
    }

    /** @param sequence version of the ticket after the change, told by the event {@code eventId} */
    public Uni<Void> change(Work work, UUID ticketId, String priority, Instant at, long sequence, UUID eventId) {
        return histories.of(work, ticketId).map(all -> all.stream().filter(history -> history.state().endedAt() == null).toList())
                .chain(open -> open.isEmpty() ? Uni.createFrom().voidItem()
                        : usual.now(work).chain(usually -> retermed(work, open, priority, at, usually))
                                .chain(facts -> clocks.reterm(work, facts, sequence, eventId)));
    }

    private Uni<Map<UUID, Retermed>> retermed(Read read, List<History> open, String priority, Instant at, UsualTerms.Book usually) {
        Map<UUID, Retermed> facts = new HashMap<>();
        Uni<Void> found = Uni.createFrom().voidItem();
        for (History history : open) {
            found = found.chain(() -> book.inForce(read, history.customerId(), history.state().startedAt())).invoke(contracts -> {
                Matter before = history.about();
                Matter after = before == null ? new Matter(priority, null, null)
                        : new Matter(priority, before.productId(), before.product());
                facts.put(history.clockId(), new Retermed(at, terms(history, contracts, before, after, usually), after));
            }).replaceWithVoid();
        }
        return found.replaceWith(facts);
    }

    /** Where the same level holds as before, or none, nothing else is promised than was. */
    private static Terms terms(History history, Contracts contracts, Matter before, Matter after, UsualTerms.Book usually) {
        Terms now = history.state().terms();
        Optional<Match> was = contracts.match(history.kind(), before);
        Optional<Match> is = contracts.match(history.kind(), after);
        if (is.map(Match::basis).equals(was.map(Match::basis))) {
            String counting = history.state().calendar();
            return counting.equals(Calendars.AROUND_THE_CLOCK) ? now : now.countedBy(counting);
        }
        return contracts.terms(history.kind(), after, usually.of(history.kind(), now));
    }
}
