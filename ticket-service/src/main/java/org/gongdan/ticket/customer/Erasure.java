package org.gongdan.ticket.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.KeptAnswers;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Erases a contact for good: here, and by a tombstone wherever copies are kept (ADR 029). */
@ApplicationScoped
class Erasure {

    /** A ticket that is being opened for the contact holds a share of this row: it is seen when it is there, and refused when it comes too late. */
    private static final Sql LOCK = Sql.of("select id from contact where id = :id for update");

    private final Customers customers;
    private final List<Keeping> keepings;
    private final Outbox outbox;
    private final KeptAnswers answers;
    private final TombstoneTimer again;
    private final Clock clock;

    Erasure(Customers customers, @Any Instance<Keeping> keepings, Outbox outbox, KeptAnswers answers, TombstoneTimer again,
            Clock clock) {
        this.customers = customers;
        this.keepings = keepings.stream().toList();
        this.outbox = outbox;
        this.answers = answers;
        this.again = again;
        this.clock = clock;
    }

    /** Who is erased already stays so; only the tombstone is sent again, for a service that came back from a backup. */
    Uni<CustomerFile> erase(Work work, UUID customerId, UUID contactId, String ifMatch, Grounds because, Caller caller) {
        return customers.alone(work, customerId)
                .chain(customer -> LOCK.with("id", contactId).row(work)
                        .chain(() -> customers.contact(work, customerId, contactId))
                        .chain(contact -> {
                            if (contact.isErased()) {
                                return tombstone(work, customer, contactId).chain(() -> customers.file(work, customer));
                            }
                            Etags.check(ifMatch, customer.version, "customer", customerId);
                            return erase(work, customer, contact, because, caller.username());
                        }));
    }

    private Uni<CustomerFile> erase(Work work, Customer customer, Contact contact, Grounds because, String by) {
        Person person = new Person(contact.id, customer.id, contact.name);
        Instant now = clock.instant();
        return each(keeping -> keeping.letGo(work, person)).chain(() -> each(keeping -> keeping.forget(work, person)))
                .chain(() -> customers.changed(work, customer, List.of(contact.erase(because, now, by))))
                .call(() -> tombstone(work, customer, contact.id))
                .call(() -> again.set(work, contact.id))
                .call(() -> answers.forget(work, contact.id));
    }

    private Uni<Void> tombstone(Work work, Customer customer, UUID contactId) {
        return outbox.tombstone(work, ContactEvent.ContactChanged.class, contactId, customer.version, customer.id, clock.instant());
    }

    private Uni<Void> each(Function<Keeping, Uni<Void>> step) {
        return Multi.createFrom().iterable(keepings).onItem().transformToUniAndConcatenate(step::apply).collect().last().replaceWithVoid();
    }
}
