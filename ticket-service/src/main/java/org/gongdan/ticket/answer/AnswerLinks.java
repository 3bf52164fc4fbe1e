package org.gongdan.ticket.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.LinkToken;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.answer.AnswerLinkEvent.AnswerLinkIssued;
import org.gongdan.ticket.customer.Keeping;
import org.gongdan.ticket.customer.Person;

import io.smallrye.mutiny.Uni;

/** The only door to the links by which customers answer without an account. */
@ApplicationScoped
public class AnswerLinks implements Keeping {

    private static final Sql END_OTHERS = Sql.of("update answer_link set ended_at = :now where ticket_id = :ticket and ended_at is null");

    private static final Sql END_OF_PERSON = Sql.of("""
            update answer_link set ended_at = :now where ended_at is null and ticket_id in
                (select id from ticket where customer_id = :customer and contact_id = :contact)""");

    private final Outbox outbox;
    private final Clock clock;
    private final String baseUrl;
    private final Duration valid;

    AnswerLinks(Outbox outbox, Clock clock, @ConfigProperty(name = "gongdan.answer.base-url") String baseUrl,
            @ConfigProperty(name = "gongdan.answer.valid") Duration valid) {
        this.outbox = outbox;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.valid = valid;
    }

    /**
     * A ticket that is solved, and whom to ask whether it is.
     *
     * @param rated   whether he answered the survey before
     * @param version of the ticket since then
     * @param at      when
     */
    public record Solved(UUID ticketId, UUID customerId, UUID contactId, String method, boolean rated, long version, Instant at) {
    }

    /** Sends the contact a link; earlier ones of the ticket end, so that there is never more than one. */
    public Uni<Void> issue(Work work, Solved solved) {
        LinkToken token = LinkToken.random();
        AnswerLink link = new AnswerLink(Ids.next(), solved.ticketId(), token.hash(), solved.at(), solved.at().plus(valid));
        AnswerLinkIssued issued = new AnswerLinkIssued(solved.contactId(), solved.customerId(), solved.ticketId(), solved.method(),
                baseUrl + token.text(), link.expiresAt, solved.rated() ? Boolean.TRUE : null);
        return END_OTHERS.with("ticket", solved.ticketId()).with("now", solved.at()).update(work)
                .chain(() -> work.session().persist(link))
                .chain(() -> outbox.add(work, solved.version(), solved.at(), issued));
    }

    /** Who is forgotten is asked nothing any more. */
    @Override
    public Uni<Void> forget(Work work, Person person) {
        return END_OF_PERSON.with("customer", person.customerId()).with("contact", person.contactId()).with("now", clock.instant())
                .update(work)
                .replaceWithVoid();
    }

    /** To be looked at. @throws org.gongdan.platform.problem.DomainException.Gone when nothing is asked by it any more */
    public Uni<AnswerLink> show(Read read, LinkToken token) {
        return find(read, token, LockModeType.NONE);
    }

    /** To be used: two who answer by one link at the same time come one after the other. */
    public Uni<AnswerLink> use(Work work, LinkToken token) {
        return find(work, token, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<AnswerLink> find(Read read, LinkToken token, LockModeType lock) {
        return read.session().createSelectionQuery("from AnswerLink where tokenHash = ?1", AnswerLink.class)
                .setParameter(1, token.hash())
                .setLockMode(lock)
                .getSingleResultOrNull()
                .onItem().ifNull().failWith(() -> new NotFound("answer link", "…"))
                .invoke(link -> link.mustBeUsable(clock.instant()));
    }
}
