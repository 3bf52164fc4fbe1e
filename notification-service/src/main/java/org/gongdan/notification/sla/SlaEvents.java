package org.gongdan.notification.sla;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.notification.Gathered;
import org.gongdan.notification.Notice;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Template;
import org.gongdan.notification.bell.Bell;
import org.gongdan.notification.sla.Business.CompensationOwed;
import org.gongdan.notification.sla.Business.CompensationWithdrawn;
import org.gongdan.notification.sla.Business.ReportReleased;
import org.gongdan.notification.webhook.Webhooks;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/** What we hear from sla-service: the customer is told the promised deadline (R17), the supervisor of promises in danger and broken. */
@ApplicationScoped
@Startup
class SlaEvents {

    private static final String RESOLUTION = "RESOLUTION_24H";
    private static final Sql NAME = Sql.of("""
            insert into promise_kind (kind, zh, en) values (:kind, :zh, :en)
            on conflict (kind) do update set zh = excluded.zh, en = excluded.en""");

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final Bell bell;
    private final Duration usefulFor;
    private final Business business;
    private final Consumer consumer;

    SlaEvents(Inbox inbox, Notifications notifications, Gathered gathered, Webhooks webhooks, Bell bell,
            @ConfigProperty(name = "gongdan.notification.useful-for") Duration usefulFor) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.bell = bell;
        this.usefulFor = usefulFor;
        this.business = new Business(notifications, gathered, usefulFor);
        this.consumer = inbox.consumer("sla-events", handlers());
    }

    @Incoming("sla-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .onAll(PromiseMade.class, this::promised)
                .onAll(SlaWarned.class, this::warned)
                .onAll(SlaBreached.class, this::breached)
                .on(SlaBreachWithdrawn.class, this::withdrawn)
                .on(SlaEscalated.class, this::escalated)
                .onAll(SlaMet.class, webhooks::hear)
                .on(PromiseKindDescribed.class, this::described)
                .on(ReportReleased.class, business::released)
                .on(CompensationOwed.class, business::owed)
                .on(CompensationWithdrawn.class, business::withdrawn);
    }

    record PromiseMade(UUID ticketId, UUID customerId, String kind, Instant dueAt) {
    }

    record SlaWarned(UUID ticketId, UUID customerId, String kind, Instant dueAt, int percent, Instant at) {
    }

    record SlaBreached(UUID ticketId, UUID customerId, String kind, Instant dueAt, Instant breachedAt) {
    }

    record SlaBreachWithdrawn(UUID ticketId, UUID customerId, String kind, Instant dueAt, Instant breachedAt, String because) {
    }

    record SlaEscalated(UUID ticketId, UUID customerId, String kind, Instant dueAt, String step, String role, List<String> onDuty,
            Instant at) {

        Map<String, Object> data() {
            Map<String, Object> data = new HashMap<>(Map.of("kind", kind, "dueAt", dueAt, "step", step, "role", role));
            if (onDuty != null) {
                data.put("onDuty", String.join(", ", onDuty));
            }
            return data;
        }

        /** Several promises of a ticket that reach the same step at the same instant are one piece of news for its reader. */
        UUID news() {
            return UUID.nameUUIDFromBytes("%s %s %s %s".formatted(ticketId, step, role, at).getBytes(StandardCharsets.UTF_8));
        }
    }

    record SlaMet(UUID ticketId) {
    }

    record PromiseKindDescribed(String kind, String zh, String en) {
    }

    private Uni<Void> promised(Work work, List<Received<PromiseMade>> events) {
        events.stream().filter(event -> RESOLUTION.equals(event.fact().kind())).forEach(event -> {
            PromiseMade promise = event.fact();
            notifications.tell(work, event.envelope().id(),
                    new Notice(Template.PROMISE_MADE, promise.customerId(), promise.ticketId(), null,
                            promise.dueAt(), Map.of("dueAt", promise.dueAt())));
        });
        return webhooks.hear(work, events);
    }

    private Uni<Void> described(Work work, Received<PromiseKindDescribed> event) {
        PromiseKindDescribed kind = event.fact();
        return NAME.with("kind", kind.kind()).with("zh", kind.zh()).with("en", kind.en()).update(work)
                .chain(() -> notifications.kindIsKnown(work, kind.kind()));
    }

    private Uni<Void> warned(Work work, List<Received<SlaWarned>> events) {
        for (Received<SlaWarned> event : events.stream().filter(event -> event.fact().ticketId() != null).toList()) {
            SlaWarned warning = event.fact();
            notifications.tell(work, event.envelope().id(), new Notice(Template.SLA_WARNED, warning.customerId(), warning.ticketId(), null,
                    warning.at().plus(usefulFor), Map.of("kind", warning.kind(), "dueAt", warning.dueAt(), "percent", warning.percent())));
        }
        return webhooks.hear(work, events).chain(() -> bell.hear(work, events));
    }

    private Uni<Void> breached(Work work, List<Received<SlaBreached>> events) {
        for (Received<SlaBreached> event : events) {
            SlaBreached breach = event.fact();
            Template template = breach.ticketId() == null ? Template.SHIFT_NOT_HANDED_OVER : Template.SLA_BREACHED;
            notifications.tell(work, event.envelope().id(), new Notice(template, breach.customerId(), breach.ticketId(), null,
                    breach.breachedAt().plus(usefulFor), Map.of("kind", breach.kind(), "dueAt", breach.dueAt())));
        }
        return webhooks.hear(work, events).chain(() -> bell.hear(work, events));
    }

    private Uni<Void> withdrawn(Work work, Received<SlaBreachWithdrawn> event) {
        SlaBreachWithdrawn withdrawal = event.fact();
        if (withdrawal.ticketId() == null) {
            return webhooks.hear(work, event);
        }
        notifications.tell(work, event.envelope().id(),
                new Notice(Template.SLA_BREACH_WITHDRAWN, withdrawal.customerId(), withdrawal.ticketId(), null,
                        event.envelope().time().plus(usefulFor),
                        Map.of("kind", withdrawal.kind(), "because", withdrawal.because(), "dueAt", withdrawal.dueAt(),
                                "breachedAt", withdrawal.breachedAt())));
        return webhooks.hear(work, event);
    }

    /**
     * Told to whom the step names, and not to the customer's systems: it is our own business. The addresses of people are not known here, so
     * whoever is on duty is named in the letter that goes to the role's address.
     */
    private Uni<Void> escalated(Work work, Received<SlaEscalated> event) {
        SlaEscalated step = event.fact();
        if (step.ticketId() != null) {
            notifications.tell(work, step.news(),
                    new Notice(Template.SLA_ESCALATED, step.customerId(), step.ticketId(), null, step.at().plus(usefulFor), step.data()));
        }
        return bell.hear(work, event);
    }
}
