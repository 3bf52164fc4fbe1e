package org.gongdan.sla.ticket;

import static org.gongdan.sla.ClockKind.ACKNOWLEDGE;
import static org.gongdan.sla.ClockKind.EXPECTED_TIME;
import static org.gongdan.sla.ClockKind.RESOLUTION_24H;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.sla.ClockFact;
import org.gongdan.sla.ClockKind;
import org.gongdan.sla.Clocks;
import org.gongdan.sla.Heard;
import org.gongdan.sla.Promise;
import org.gongdan.sla.SlaSettings;
import org.gongdan.sla.Terms;
import org.gongdan.sla.calendar.Calendars;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What we hear from ticket-service, as facts of the promises about a ticket. */
@ApplicationScoped
class TicketEvents {

    private final Clocks clocks;
    private final Calendars calendars;
    private final SlaSettings settings;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Clocks clocks, Calendars calendars, SlaSettings settings) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.settings = settings;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(TicketOpened.class, this::opened)
                .on(TicketAcknowledged.class, (session, event) -> cared(session, event, event.fact().at()))
                .on(TicketAssigned.class, (session, event) -> cared(session, event, event.fact().at()))
                .on(PhoneFixAttempted.class, (session, event) -> cared(session, event, event.fact().at()))
                .on(RemoteSessionEnded.class, (session, event) -> cared(session, event, event.fact().startedAt()))
                .on(VisitRequested.class, (session, event) -> cared(session, event, event.fact().at()))
                .on(TicketWaiting.class, (session, event) -> hear(session, event,
                        new ClockFact.Paused(event.fact().at(), event.fact().reason(), event.fact().evidence()), RESOLUTION_24H))
                .on(TicketResumed.class, (session, event) -> hear(session, event, new ClockFact.Resumed(event.fact().at()), RESOLUTION_24H))
                .on(ExtensionAgreed.class, (session, event) -> hear(session, event, event.fact().extended(), RESOLUTION_24H, EXPECTED_TIME))
                .on(TicketResolved.class, (session, event) -> hear(session, event, met(event.fact().resolvedAt(), event.envelope()),
                        RESOLUTION_24H, EXPECTED_TIME, ACKNOWLEDGE))
                .on(TicketReopened.class, (session, event) -> hear(session, event,
                        new ClockFact.Reopened(event.fact().at(), event.fact().reason()), RESOLUTION_24H, EXPECTED_TIME))
                .on(TicketCancelled.class, (session, event) -> hear(session, event,
                        new ClockFact.Voided(event.fact().at(), event.fact().reason()), RESOLUTION_24H, EXPECTED_TIME, ACKNOWLEDGE));
    }

    private Uni<Void> opened(Mutiny.Session session, Received<TicketOpened> event) {
        return calendars.current(session, settings.resolution().calendar())
                .chain(resolution -> calendars.current(session, settings.acknowledge().calendar())
                        .chain(acknowledge -> clocks.promise(session, promises(event, resolution, acknowledge))));
    }

    private List<Promise> promises(Received<TicketOpened> event, String resolution, String acknowledge) {
        TicketOpened ticket = event.fact();
        List<Promise> promises = new ArrayList<>();
        promises.add(promise(event, RESOLUTION_24H,
                Terms.within(settings.resolution().within(), resolution, settings.resolution().pausesOn(), settings.warnPercent())));
        promises.add(promise(event, ACKNOWLEDGE, Terms.within(settings.acknowledge().within(), acknowledge, Set.of(), settings.warnPercent())));
        if (ticket.expectedBy() != null) {
            promises.add(promise(event, EXPECTED_TIME, Terms.at(ticket.expectedBy(), settings.warnPercent())));
        }
        return promises;
    }

    private static Promise promise(Received<TicketOpened> event, ClockKind kind, Terms terms) {
        TicketOpened ticket = event.fact();
        return Promise.ofTicket(kind, ticket.ticketId(), ticket.customerId(), ticket.openedAt(), terms, event.envelope());
    }

    /** Somebody takes care of the report: whatever is done about it acknowledges it. */
    private Uni<Void> cared(Mutiny.Session session, Received<? extends OfTicket> event, Instant at) {
        return hear(session, event, met(at, event.envelope()), ACKNOWLEDGE);
    }

    private static ClockFact met(Instant at, Envelope event) {
        return new ClockFact.Met(at, event.type().substring(0, event.type().lastIndexOf('.')), Map.of());
    }

    private Uni<Void> hear(Mutiny.Session session, Received<? extends OfTicket> event, ClockFact fact, ClockKind... kinds) {
        return clocks.hearOfTicket(session, event.fact().ticketId(), Heard.of(event.envelope(), fact, kinds));
    }

    interface OfTicket {
        UUID ticketId();
    }

    record TicketOpened(UUID ticketId, UUID customerId, Instant openedAt, Instant expectedBy) implements OfTicket {
    }

    record TicketAcknowledged(UUID ticketId, Instant at) implements OfTicket {
    }

    record TicketAssigned(UUID ticketId, Instant at) implements OfTicket {
    }

    record PhoneFixAttempted(UUID ticketId, Instant at) implements OfTicket {
    }

    record RemoteSessionEnded(UUID ticketId, Instant startedAt) implements OfTicket {
    }

    record VisitRequested(UUID ticketId, Instant at) implements OfTicket {
    }

    record TicketWaiting(UUID ticketId, String reason, String evidence, Instant at) implements OfTicket {
    }

    record TicketResumed(UUID ticketId, Instant at) implements OfTicket {
    }

    record ExtensionAgreed(UUID ticketId, String plan, Instant newTime, String consentBy, Instant consentAt, Instant at) implements OfTicket {

        ClockFact extended() {
            return new ClockFact.Extended(at, newTime, plan, consentBy, consentAt);
        }
    }

    record TicketResolved(UUID ticketId, Instant resolvedAt) implements OfTicket {
    }

    record TicketReopened(UUID ticketId, String reason, Instant at) implements OfTicket {
    }

    record TicketCancelled(UUID ticketId, String reason, Instant at) implements OfTicket {
    }
}
