package org.gongdan.ticket.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.ticket.story.Story;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from sla-service: until when the ticket is promised, and whether a promise broke. */
@ApplicationScoped
@Startup
class SlaEvents {

    private static final Sql PROMISED = Sql.of("""
            update ticket set resolve_by = promised.due from unnest(cast(:tickets as uuid[]), cast(:due as timestamptz[])) as promised(id, due)
            where ticket.id = promised.id""");
    private static final Sql BROKEN = Sql.of("""
            update ticket set breached = true from unnest(cast(:tickets as uuid[])) as broken(id) where ticket.id = broken.id""");
    private static final Sql LOCK = Sql.of("select id from ticket where id = :ticket for update");
    private static final Sql BROKEN_STILL = Sql.of("""
            update ticket set breached = exists (
                select 1 from story b where b.ticket_id = :ticket and b.type = 'SlaBreached' and not b.internal
                    and b.data ->> 'clockId' <> :clock and not exists (
                    select 1 from story w
                    where w.ticket_id = :ticket and w.type = 'SlaBreachWithdrawn' and w.seq > b.seq and w.data ->> 'clockId' = b.data ->> 'clockId'))
            where id = :ticket""");
    private static final String RESOLUTION = "RESOLUTION_24H";

    private final Story story;
    private final Consumer consumer;

    SlaEvents(Inbox inbox, Story story) {
        this.story = story;
        this.consumer = inbox.consumer("sla-events", handlers());
    }

    @Incoming("sla-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .onAll(PromiseMade.class, this::promised)
                .onAll(SlaExtended.class, this::promised)
                .on(SlaWarned.class, this::tell)
                .on(SlaEscalated.class, this::tell)
                .on(SlaMet.class, this::tell)
                .onAll(SlaBreached.class, this::broken)
                .on(SlaBreachWithdrawn.class, (work, event) -> brokenStill(work, event.fact()).chain(() -> tell(work, event)));
    }

    /** The last promise of each ticket counts. Tickets are changed in the order of their ids, as nobody who changes several may wait crosswise. */
    private <T extends Promise> Uni<Void> promised(Work work, List<Received<T>> events) {
        SortedMap<UUID, Instant> due = new TreeMap<>();
        events.stream().map(Received::fact).filter(promise -> RESOLUTION.equals(promise.kind()))
                .forEach(promise -> due.put(promise.ticketId(), promise.dueAt()));
        events.forEach(event -> hear(work, event));
        return due.isEmpty() ? Uni.createFrom().voidItem()
                : PROMISED.ids("tickets", due.keySet()).instants("due", due.values()).update(work).replaceWithVoid();
    }

    /** The mark is what the customer sees of it: what we broke among ourselves (it names no customer) stands in the story alone. */
    private Uni<Void> broken(Work work, List<Received<SlaBreached>> events) {
        events.forEach(event -> hear(work, event));
        List<UUID> tickets = events.stream().filter(event -> event.envelope().customer() != null).map(event -> event.fact().ticketId())
                .filter(Objects::nonNull)
                .distinct().sorted().toList();
        return BROKEN.ids("tickets", tickets).update(work).replaceWithVoid();
    }

    /**
     * The mark stays while another promise of the ticket is broken. The ticket is locked before the story is read, so that a breach told at the
     * same time is in it; what is told just now is not, as it is written at the end of the transaction.
     */
    private static Uni<Void> brokenStill(Work work, SlaBreachWithdrawn withdrawn) {
        return LOCK.with("ticket", withdrawn.ticketId()).rows(work)
                .chain(() -> BROKEN_STILL.with("ticket", withdrawn.ticketId()).with("clock", withdrawn.clockId().toString()).update(work))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Work work, Received<? extends OfTicket> event) {
        hear(work, event);
        return Uni.createFrom().voidItem();
    }

    private void hear(Work work, Received<? extends OfTicket> event) {
        if (event.fact().ticketId() != null) {
            story.addHeard(work, event.fact().ticketId(), event);
        }
    }

    /** Promises about shifts of the duty roster concern no ticket: there it is null, and nothing is changed. */
    interface OfTicket {
        UUID ticketId();
    }

    interface Promise extends OfTicket {
        String kind();

        Instant dueAt();
    }

    record PromiseMade(UUID ticketId, String kind, Instant dueAt) implements Promise {
    }

    record SlaExtended(UUID ticketId, String kind, Instant dueAt) implements Promise {
    }

    record SlaWarned(UUID ticketId) implements OfTicket {
    }

    record SlaBreached(UUID ticketId) implements OfTicket {
    }

    record SlaBreachWithdrawn(UUID ticketId, UUID clockId) implements OfTicket {
    }

    record SlaEscalated(UUID ticketId) implements OfTicket {
    }

    record SlaMet(UUID ticketId) implements OfTicket {
    }
}
