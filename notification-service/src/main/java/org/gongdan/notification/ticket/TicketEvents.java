package org.gongdan.notification.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Work;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

/**
 * What we hear from ticket-service: who reported a fault is told that it was noted, with its number (R47), and every step after that
 * (R138) which he did not make himself; webhooks hear some of it.
 */
@ApplicationScoped
@Startup
class TicketEvents {

    private static final AppendTable TICKET = AppendTable
            .of("ticket", "id", "uuid", "customer_id", "uuid", "contact_id", "uuid", "number", "text",
                    "summary", "text", "product", "text")
            .once();
    private static final AppendTable END = AppendTable.of("ticket_end", "ticket_id", "uuid", "sequence", "bigint", "ended", "boolean")
            .once();

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final Bell bell;
    private final Duration usefulFor;
    private final Consumer consumer;

    TicketEvents(Inbox inbox, Notifications notifications, Webhooks webhooks, Bell bell,
            @ConfigProperty(name = "gongdan.notification.useful-for") Duration usefulFor) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.bell = bell;
        this.usefulFor = usefulFor;
        this.consumer = inbox.consumer("ticket-events", handlers());
    }

    @Incoming("ticket-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .onAll(TicketOpened.class, this::opened)
                .onAll(TicketAcknowledged.class, this::begun)
                .onAll(TicketAssigned.class, this::assigned)
                .onAll(TicketHandedOver.class, this::begun)
                .onAll(VisitRequested.class, this::begun)
                .onAll(TicketWaiting.class, this::waits)
                .onAll(TicketResumed.class, this::resumed)
                .on(MessageReceived.class, (work, event) -> webhooks.hear(work, event).chain(() -> bell.hear(work, event)))
                .on(MessageSent.class, this::answered)
                .onAll(HandOverAccepted.class, this::handOverAccepted)
                .onAll(HandOverRefused.class, bell::hear)
                .onAll(SurveyAnswered.class, bell::hear)
                .on(TicketResolved.class, this::resolved)
                .on(TicketReopened.class,
                        (work, event) -> unlessByCustomer(work, Template.TICKET_REOPENED, ended(work, event, false))
                                .chain(() -> bell.hear(work, event)))
                .on(TicketClosed.class, (work, event) -> told(work, Template.TICKET_CLOSED, ended(work, event, true)))
                .on(TicketClosedV2.class, (work, event) -> unlessByCustomer(work, Template.TICKET_CLOSED, ended(work, event, true)))
                .on(TicketCancelled.class, (work, event) -> unlessByCustomer(work, Template.TICKET_CANCELLED, ended(work, event, true)));
    }

    /** One step of a ticket. */
    interface Step {
        UUID ticketId();

        UUID customerId();
    }

    /** A step that the customer may have made himself; an old event does not say, and then he is told once more rather than not at all. */
    interface EithersStep extends Step {
        Boolean byCustomer();
    }

    record TicketOpened(UUID ticketId, UUID customerId, UUID contactId, String number, String summary, String product, Instant openedAt) {
    }

    record TicketAcknowledged(UUID ticketId, UUID customerId) implements Step {
    }

    record TicketAssigned(UUID ticketId, UUID customerId, String assignee) implements Step {
    }

    record TicketHandedOver(UUID ticketId, UUID customerId) implements Step {
    }

    record HandOverAccepted(UUID ticketId, String by) {
    }

    record HandOverRefused(UUID ticketId) {
    }

    record SurveyAnswered(UUID ticketId) {
    }

    record VisitRequested(UUID ticketId, UUID customerId) implements Step {
    }

    record TicketWaiting(UUID ticketId, UUID customerId, String reason) implements Step {
    }

    record TicketResumed(UUID ticketId, UUID customerId) implements Step {
    }

    record MessageReceived(UUID ticketId, UUID customerId) {
    }

    record MessageSent(UUID ticketId, UUID customerId, String text) implements Step {
    }

    /** @param asked whether he is told by the mail with the link by which he answers ({@code AnswerLinks}) */
    record TicketResolved(UUID ticketId, UUID customerId, String method, Boolean asked) implements Step {
    }

    record TicketReopened(UUID ticketId, UUID customerId, Boolean byCustomer) implements EithersStep {
    }

    /** It names who confirmed, but not whether the customer did so here or told an agent: so he is told. */
    record TicketClosed(UUID ticketId, UUID customerId) implements Step {
    }

    record TicketClosedV2(UUID ticketId, UUID customerId, Boolean byCustomer) implements EithersStep {
    }

    record TicketCancelled(UUID ticketId, UUID customerId, Boolean byCustomer) implements EithersStep {
    }

    private Uni<Void> opened(Work work, List<Received<TicketOpened>> events) {
        for (Received<TicketOpened> event : events) {
            TicketOpened ticket = event.fact();
            work.append(TICKET, ticket.ticketId(), ticket.customerId(), ticket.contactId(), ticket.number(), ticket.summary(),
                    ticket.product());
            confirm(work, event, ticket);
        }
        return notifications.ticketsAreKnown(work, events.stream().map(event -> event.fact().ticketId()).toList())
                .chain(() -> webhooks.hear(work, events)).chain(() -> bell.hear(work, events));
    }

    /** A report without a contact (an alert, a patrol) has nobody to thank. */
    private void confirm(Work work, Received<TicketOpened> event, TicketOpened ticket) {
        if (ticket.contactId() != null) {
            notifications.tellStep(work, event.envelope().id(), event.envelope().sequence(),
                    new Notice(Template.TICKET_OPENED, ticket.customerId(),
                            ticket.ticketId(), ticket.contactId(), ticket.openedAt().plus(usefulFor), Map.of()));
        }
    }

    /**
     * Whatever is first done about a ticket acknowledges it, so the first of these is told and the others are not. What is done together
     * with the customer, on the phone or in a remote session, he knows.
     */
    private <T extends Step> Uni<Void> begun(Work work, List<Received<T>> events) {
        events.forEach(event -> tell(work, Template.TICKET_ACKNOWLEDGED, event.fact().ticketId(), event, Map.of()));
        return bell.hear(work, events);
    }

    private Uni<Void> assigned(Work work, List<Received<TicketAssigned>> events) {
        return begun(work, events).chain(() -> bell.owned(work, events.stream()
                .map(event -> new Bell.Owner(event.fact().ticketId(), event.envelope().sequence(), event.fact().assignee())).toList()));
    }

    /** Who accepts is responsible from then on. */
    private Uni<Void> handOverAccepted(Work work, List<Received<HandOverAccepted>> events) {
        return bell.hear(work, events).chain(() -> bell.owned(work, events.stream()
                .map(event -> new Bell.Owner(event.fact().ticketId(), event.envelope().sequence(), event.fact().by())).toList()));
    }

    /** What is written down as evidence is among colleagues. */
    private Uni<Void> waits(Work work, List<Received<TicketWaiting>> events) {
        events.forEach(
                event -> tell(work, Template.TICKET_WAITING, event.envelope().id(), event, Map.of("waitsFor", event.fact().reason())));
        return bell.hear(work, events);
    }

    private Uni<Void> resumed(Work work, List<Received<TicketResumed>> events) {
        events.forEach(event -> tell(work, Template.TICKET_RESUMED, event.envelope().id(), event, Map.of()));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> answered(Work work, Received<MessageSent> event) {
        tell(work, Template.MESSAGE_SENT, event.envelope().id(), event, Map.of("text", event.fact().text()));
        return webhooks.hear(work, event).chain(() -> bell.hear(work, event));
    }

    /** The contact reads how it was solved; cause and fix are written for those who solve the next one. */
    private Uni<Void> resolved(Work work, Received<TicketResolved> event) {
        ended(work, event, true);
        if (!Boolean.TRUE.equals(event.fact().asked())) {
            tell(work, Template.TICKET_RESOLVED, event.envelope().id(), event, Map.of("method", event.fact().method()));
        }
        return webhooks.hear(work, event).chain(() -> bell.hear(work, event));
    }

    private static <T extends Step> Received<T> ended(Work work, Received<T> event, boolean ended) {
        work.append(END, event.fact().ticketId(), event.envelope().sequence(), ended);
        return event;
    }

    private Uni<Void> unlessByCustomer(Work work, Template template, Received<? extends EithersStep> event) {
        return Boolean.TRUE.equals(event.fact().byCustomer()) ? webhooks.hear(work, event) : told(work, template, event);
    }

    private Uni<Void> told(Work work, Template template, Received<? extends Step> event) {
        tell(work, template, event.envelope().id(), event, Map.of());
        return webhooks.hear(work, event);
    }

    /** @param occurrence told once, however often it is heard of */
    private void tell(Work work, Template template, UUID occurrence, Received<? extends Step> event, Map<String, Object> data) {
        Step step = event.fact();
        notifications.tellStep(work, occurrence, event.envelope().sequence(),
                new Notice(template, step.customerId(), step.ticketId(), null, event.envelope().time().plus(usefulFor), data));
    }
}
