package org.gongdan.ticket.remote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.Tickets;
import org.gongdan.ticket.customer.Keeping;
import org.gongdan.ticket.customer.Person;
import org.gongdan.ticket.remote.RemoteSessionResource.EndSession;
import org.gongdan.ticket.remote.RemoteSessionResource.LogStep;
import org.gongdan.ticket.remote.RemoteSessionResource.StartSession;
import org.gongdan.ticket.story.Story;

import io.smallrye.mutiny.Uni;

/** The only door to remote sessions. */
@ApplicationScoped
class RemoteSessions implements Keeping {

    private static final Sql FORGET = Sql
            .of("""
            update remote_session r set consent_by = null from ticket t
            where t.customer_id = :customer and r.ticket_id = t.id and (t.contact_id = :contact or r.consent_by like cast(:named as text) escape '!')""");

    private final Tickets tickets;
    private final Story story;
    private final Clock clock;

    RemoteSessions(Tickets tickets, Story story, Clock clock) {
        this.tickets = tickets;
        this.story = story;
        this.clock = clock;
    }

    record WithSteps(RemoteSession session, List<RemoteStep> steps) {
    }

    Uni<RemoteSession> start(Work work, UUID ticketId, StartSession request, Caller caller) {
        return tickets.find(work, ticketId, caller).chain(ticket -> {
            Instant now = clock.instant();
            RemoteSession remote = RemoteSession.start(Ids.next(), ticketId, request.tool(), request.consent(), request.customerPresent(),
                    request.scope(),
                    now, caller.username());
            ticket.startRemote(now);
            return work.session().persist(remote).chain(work.session()::flush)
                    .chain(() -> story.add(work, ticketId, now, "RemoteSessionStarted", caller.username(), "ticket-service",
                            Map.of("sessionId", remote.id, "tool", remote.tool, "consentBy", remote.consentBy, "consentAt",
                                    remote.consentAt, "scope", remote.scope)))
                    .replaceWith(remote);
        });
    }

    Uni<RemoteStep> log(Work work, UUID ticketId, UUID id, LogStep request, Caller caller) {
        return get(work, ticketId, id, caller).chain(remote -> {
            remote.mustBeRunning();
            RemoteStep step = new RemoteStep(id, clock.instant(), caller.username(), request.action(), request.result());
            return work.session().persist(step).chain(work.session()::flush)
                    .chain(() -> story.add(work, ticketId, step.at, "RemoteStepLogged", caller.username(), "ticket-service",
                            Map.of("sessionId", id, "action", step.action, "result", step.result)))
                    .replaceWith(step);
        });
    }

    Uni<WithSteps> end(Work work, UUID ticketId, UUID id, EndSession request, Caller caller) {
        return get(work, ticketId, id, caller).chain(remote -> steps(work, id).chain(steps -> {
            remote.end(request.succeeded(), request.result(), steps.size(), clock.instant());
            return tickets
                    .change(work, ticketId, null, caller,
                            (ticket, now) -> ticket.endRemote(id, remote.startedAt, request.succeeded(), steps.size(), now))
                    .replaceWith(new WithSteps(remote, steps));
        }));
    }

    Uni<WithSteps> find(Read read, UUID ticketId, UUID id, Caller caller) {
        return get(read, ticketId, id, caller).chain(remote -> steps(read, id).map(steps -> new WithSteps(remote, steps)));
    }

    @Override
    public Uni<Void> forget(Work work, Person person) {
        return FORGET.with("customer", person.customerId()).with("contact", person.contactId()).with("named", person.pattern()).update(work)
                .replaceWithVoid();
    }

    private Uni<RemoteSession> get(Read read, UUID ticketId, UUID id, Caller caller) {
        return tickets.find(read, ticketId, caller).chain(() -> read.session().find(RemoteSession.class, id)).invoke(remote -> {
            if (remote == null || !remote.ticketId.equals(ticketId)) {
                throw new NotFound("remote session", id);
            }
        });
    }

    private static Uni<List<RemoteStep>> steps(Read read, UUID id) {
        return read.session().createSelectionQuery("from RemoteStep where sessionId = ?1 order by id", RemoteStep.class).setParameter(1, id)
                .getResultList();
    }
}
