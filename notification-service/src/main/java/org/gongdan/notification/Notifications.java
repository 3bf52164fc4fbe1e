package org.gongdan.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.notification.NotificationEvent.NotificationFailed;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** The only door to messages: written down in the transaction of the event that causes them, sent afterwards. */
@ApplicationScoped
public class Notifications {

    private static final AppendTable TABLE = AppendTable
            .of("notification", "id", "uuid", "event_id", "uuid", "template", "text", "audience", "text",
                    "channel", "text", "customer_id", "uuid", "ticket_id", "uuid", "contact_id", "uuid", "data", "jsonb", "expires_at",
                    "timestamptz",
                    "status", "text", "created_at", "timestamptz", "sequence", "bigint")
            .once();
    private static final String OF_CONTACT = """
            audience = 'CONTACT' and (contact_id = :contact or contact_id is null and ticket_id in (select id from ticket where contact_id = :contact))""";
    private static final String WAKE = "update notification set next_try_at = now() where status = 'PENDING' and waiting and ";
    private static final Sql WAKE_OF_CONTACT = Sql.of(WAKE + OF_CONTACT);
    private static final Sql WAKE_OF_TICKETS = Sql.of(WAKE + "ticket_id = any(:tickets)");
    private static final Sql WAKE_OF_KIND = Sql.of(WAKE + "data ->> 'kind' = :kind");
    private static final Sql ERASE = Sql.of("""
            with mine as (select id, status from notification where %s for update)
            update notification n set recipient = null, subject = null, body = null, data = '{}', claim = null, next_try_at = null,
                status = case when n.status = 'PENDING' then 'FAILED' else n.status end,
                error = case when n.status = 'PENDING' then 'ERASED' else n.error end
            from mine where mine.id = n.id
            returning n.id, n.ticket_id, n.customer_id, n.template, mine.status as before""".formatted(OF_CONTACT));

    private final Outbox outbox;
    private final Clock clock;

    Notifications(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Noted in the transaction, so that the sending loop looks right after the commit. */
    public record Due() {
    }

    /** Written down at the end of the transaction. @param eventId event that causes the message: repeated, it causes no second one */
    public void tell(Work work, UUID eventId, Notice notice) {
        add(work, eventId, notice, null);
    }

    /** The same for a step of a ticket, which is told after those before it. @param sequence version of the ticket after the step */
    public void tellStep(Work work, UUID eventId, long sequence, Notice notice) {
        add(work, eventId, notice, sequence);
    }

    private void add(Work work, UUID eventId, Notice notice, Long sequence) {
        work.touch(new Due());
        work.append(TABLE, Ids.next(), eventId, notice.template(), notice.template().audience(), Channel.EMAIL, notice.customerId(),
                notice.ticketId(),
                notice.contactId(), EventJson.write(notice.data()), notice.usefulUntil(), Status.PENDING, clock.instant(), sequence);
    }

    /** What waited for this contact can be sent. */
    public Uni<Void> contactIsKnown(Work work, UUID contactId) {
        return wake(work, WAKE_OF_CONTACT.with("contact", contactId));
    }

    /** What waited for these tickets can be sent. */
    public Uni<Void> ticketsAreKnown(Work work, List<UUID> ticketIds) {
        return wake(work, WAKE_OF_TICKETS.ids("tickets", ticketIds));
    }

    /** What waited for the name of this kind of promise can be sent. */
    public Uni<Void> kindIsKnown(Work work, String kind) {
        return wake(work, WAKE_OF_KIND.with("kind", kind));
    }

    private static Uni<Void> wake(Work work, Bound waiting) {
        return waiting.update(work).invoke(woken -> {
            if (woken > 0) {
                work.touch(new Due());
            }
        }).replaceWithVoid();
    }

    /** Takes a contact's words out of everything sent and gives up what was not sent yet. */
    public Uni<Void> erase(Work work, UUID contactId) {
        return ERASE.with("contact", contactId).rows(work)
                .chain(rows -> outbox.add(work, 1, clock.instant(),
                        rows.stream().filter(row -> row.constant("before", Status.class) == Status.PENDING)
                                .map(row -> new NotificationFailed(row.id("id"), row.id("ticket_id"), row.id("customer_id"),
                                        row.constant("template", Template.class),
                                        Channel.EMAIL, Reason.ERASED, clock.instant()))
                                .toList()));
    }

    /** What is looked for; null is not asked. Times are those at which messages were written down. */
    record Asked(UUID ticketId, Status status, Template template, Instant from, Instant to) {
    }

    /** Messages the caller may see, newest first. @param before id of the last one seen, or null */
    Uni<List<Notification>> find(Read read, Asked asked, UUID before, Caller caller, int limit) {
        Where where = new Where();
        if (!caller.isStaff()) {
            where.and("audience = :audience", Audience.CONTACT).and("customerId in :customers", caller.customers());
        }
        where.andIfGiven("ticketId = :ticket", asked.ticketId()).andIfGiven("status = :status", asked.status())
                .andIfGiven("template = :template", asked.template()).andIfGiven("createdAt >= :start", asked.from())
                .andIfGiven("createdAt < :finish", asked.to()).andIfGiven("id < :before", before);
        return where.bind(read.session().createSelectionQuery("from Notification where " + where + " order by id desc limit " + limit,
                Notification.class)).getResultList();
    }
}
