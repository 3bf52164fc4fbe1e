package org.gongdan.notification.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.notification.Notice;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Template;
import org.gongdan.notification.bell.Bell;
import org.gongdan.notification.webhook.Webhooks;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from dispatch-service: the contact is told the window of the visit (R68), its changes, and is asked to excuse delays (R57). */
@ApplicationScoped
@Startup
class VisitEvents {

    private static final Sql VISIT = Sql
            .of("""
            insert into visit (id, ticket_id, engineer_id, contact_id, number) values (:id, :ticket, :engineer, :contact, :number)
            on conflict (id) do update set engineer_id = excluded.engineer_id, contact_id = excluded.contact_id, number = excluded.number""");
    private static final Sql CONTACT = Sql.of("select contact_id from visit where id = :id");
    private static final Sql ENGINEER = Sql.of("select name from engineer where id = :id");

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final Bell bell;
    private final Duration usefulFor;
    private final Consumer consumer;

    VisitEvents(Inbox inbox, Notifications notifications, Webhooks webhooks, Bell bell,
            @ConfigProperty(name = "gongdan.notification.useful-for") Duration usefulFor) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.bell = bell;
        this.usefulFor = usefulFor;
        this.consumer = inbox.consumer("visit-events", handlers());
    }

    @Incoming("visit-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(VisitScheduled.class, (work, event) -> scheduled(work, event, event.fact().engineerName()))
                .on(VisitScheduledV2.class,
                        (work, event) -> engineerName(work, event.fact().engineerId()).chain(name -> scheduled(work, event, name)))
                .on(VisitRescheduled.class, (work, event) -> tell(work, event, Template.VISIT_RESCHEDULED, change(event.fact())))
                .on(VisitRescheduledV2.class, (work, event) -> tell(work, event, Template.VISIT_RESCHEDULED, change(event.fact())))
                .on(VisitDelayed.class, (work, event) -> tell(work, event, Template.VISIT_DELAYED, change(event.fact())))
                .on(VisitCompleted.class, (work, event) -> webhooks.hear(work, event).chain(() -> bell.hear(work, event)))
                .on(VisitSigned.class, this::signed)
                .on(VisitCancelled.class, (work, event) -> webhooks.hear(work, event).chain(() -> bell.hear(work, event)))
                .on(VisitDeclined.class, bell::hear)
                .on(CustomerAbsent.class, bell::hear)
                .on(VisitRefused.class, bell::hear);
    }

    interface Appointment {
        UUID visitId();

        UUID ticketId();

        UUID customerId();

        UUID contactId();

        Instant windowStart();

        Instant windowEnd();
    }

    interface Scheduled extends Appointment {
        UUID engineerId();

        String number();
    }

    interface Change extends Appointment {
        Instant previousStart();

        Instant previousEnd();

        String reason();
    }

    record VisitScheduled(UUID visitId, UUID ticketId, UUID customerId, String number, UUID contactId, UUID engineerId, String engineerName,
            Instant windowStart,
            Instant windowEnd) implements Scheduled {
    }

    record VisitScheduledV2(UUID visitId, UUID ticketId, UUID customerId, String number, UUID contactId, UUID engineerId,
            Instant windowStart,
            Instant windowEnd) implements Scheduled {
    }

    record VisitRescheduled(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, Instant previousStart, Instant previousEnd,
            Instant windowStart,
            Instant windowEnd, String reason) implements Change {
    }

    record VisitRescheduledV2(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, Instant previousStart, Instant previousEnd,
            Instant windowStart,
            Instant windowEnd, String reason) implements Change {
    }

    record VisitDelayed(UUID visitId, UUID ticketId, UUID customerId, UUID contactId, Instant previousStart, Instant previousEnd,
            Instant windowStart,
            Instant windowEnd, String reason) implements Change {
    }

    record VisitCompleted(UUID visitId) {
    }

    record VisitSigned(UUID visitId, UUID ticketId, UUID customerId, Instant at) {
    }

    record VisitCancelled(UUID visitId) {
    }

    record VisitDeclined(UUID visitId) {
    }

    record CustomerAbsent(UUID visitId) {
    }

    record VisitRefused(UUID visitId) {
    }

    /** The visit's ticket is kept for the link to sign, which names the visit only. */
    private Uni<Void> scheduled(Work work, Received<? extends Scheduled> event, String engineerName) {
        Scheduled visit = event.fact();
        return VISIT.with("id", visit.visitId()).with("ticket", visit.ticketId()).with("engineer", visit.engineerId())
                .with("contact", visit.contactId()).with("number", visit.number()).update(work)
                .chain(() -> tell(work, event, Template.VISIT_SCHEDULED, engineerName == null ? window(visit)
                        : Map.of("visitId", visit.visitId(), "windowStart", visit.windowStart(), "windowEnd", visit.windowEnd(),
                                "engineerName", engineerName)));
    }

    private static Map<String, Object> window(Appointment visit) {
        return Map.of("visitId", visit.visitId(), "windowStart", visit.windowStart(), "windowEnd", visit.windowEnd());
    }

    /** Who is written to about the visit is told where the signed order lies. */
    private Uni<Void> signed(Work work, Received<VisitSigned> event) {
        VisitSigned visit = event.fact();
        return CONTACT.with("id", visit.visitId()).row(work).invoke(known -> notifications.tell(work, event.envelope().id(),
                new Notice(Template.VISIT_SIGNED, visit.customerId(), visit.ticketId(), known == null ? null : known.id("contact_id"),
                        visit.at().plus(usefulFor), Map.of("visitId", visit.visitId(), "signedAt", visit.at()))))
                .replaceWithVoid();
    }

    /** Null when we have not heard of him (yet): the letter then says that the name will follow. */
    private static Uni<String> engineerName(Read read, UUID id) {
        return ENGINEER.with("id", id).row(read).map(row -> row == null ? null : row.text("name"));
    }

    private static Map<String, Object> change(Change visit) {
        return Map.of("visitId", visit.visitId(), "windowStart", visit.windowStart(), "windowEnd", visit.windowEnd(),
                "previousStart", visit.previousStart(), "previousEnd", visit.previousEnd(), "reason", visit.reason());
    }

    private Uni<Void> tell(Work work, Received<? extends Appointment> event, Template template, Map<String, Object> data) {
        Appointment visit = event.fact();
        notifications.tell(work, event.envelope().id(),
                new Notice(template, visit.customerId(), visit.ticketId(), visit.contactId(), visit.windowEnd(), data));
        return webhooks.hear(work, event).chain(() -> bell.hear(work, event));
    }
}
