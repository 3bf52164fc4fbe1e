package org.gongdan.sla.agreement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.sla.clock.Histories;
import org.gongdan.sla.hearing.Body;
import org.gongdan.sla.hearing.PromiseTerms;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Promise;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Promises are made on the terms of the agreement in force when their clock starts, or else on the usual ones, as far as there are any. */
@ApplicationScoped
class ContractTerms implements PromiseTerms {

    private final TermsBook book;
    private final Histories histories;
    private final Kinds kinds;

    ContractTerms(TermsBook book, Histories histories, Kinds kinds) {
        this.book = book;
        this.histories = histories;
        this.kinds = kinds;
    }

    @Override
    public Uni<List<Promise>> settle(Read read, List<Occasion> occasions) {
        List<UUID> customers = occasions.stream().map(occasion -> occasion.usual().getFirst().subject().customerId())
                .filter(Objects::nonNull).distinct().toList();
        return book.active(read, customers).chain(active -> Multi.createFrom().iterable(occasions)
                .onItem().transformToUniAndConcatenate(occasion -> settle(read, occasion, active)).collect().asList())
                .map(settled -> settled.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Promise>> settle(Read read, Occasion occasion, TermsBook.Active active) {
        Promise first = occasion.usual().getFirst();
        return book.inForce(read, active, first.subject().customerId(), first.madeAt())
                .chain(contracts -> about(read, contracts, first, occasion.event())
                        .map(about -> occasion.usual().stream()
                                .map(promise -> promise.on(contracts.terms(promise.kind(), about, promise.terms())).of(about))
                                .filter(promise -> promise.terms().basis() != null || !kinds.isOnlyByAgreement(promise.kind())).toList()));
    }

    /** The first event about a ticket tells its priority and product; other events do not, and then what was told is looked up if it matters. */
    private Uni<Matter> about(Read read, Contracts contracts, Promise promise, Body event) {
        if (event.event().equals("TicketOpened")) {
            String product = event.text("productId?");
            return Uni.createFrom()
                    .item(new Matter(event.text("priority?"), product == null ? null : UUID.fromString(product), event.text("product?")));
        }
        return contracts.isEmpty() || promise.subject().ticketId() == null ? Uni.createFrom().nullItem()
                : histories.about(read, promise.subject().ticketId());
    }
}
