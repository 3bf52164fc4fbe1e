package org.gongdan.notification.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongdan.notification.Gathered;
import org.gongdan.notification.Notice;
import org.gongdan.notification.Notifications;
import org.gongdan.notification.Template;
import org.gongdan.platform.inbox.Received;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** What a customer is told as a whole, at his first contact with a mail address: his monthly report, and what we owe him for promises we broke. */
final class Business {

    private final Notifications notifications;
    private final Duration usefulFor;

    private final Gathered gathered;

    Business(Notifications notifications, Gathered gathered, Duration usefulFor) {
        this.notifications = notifications;
        this.gathered = gathered;
        this.usefulFor = usefulFor;
    }

    /** @param customerId null for the pack of our own meeting */
    record ReportReleased(UUID reportId, UUID customerId, String month, Instant releasedAt) {
    }

    record CompensationOwed(UUID compensationId, UUID customerId, String agreement, String month, String kind, UUID ticketId, String amount,
            String currency,
            Instant approvedAt) {
    }

    record CompensationWithdrawn(UUID compensationId, UUID customerId, String month, UUID ticketId, String amount, String currency,
            Instant at) {
    }

    Uni<Void> released(Work work, Received<ReportReleased> event) {
        ReportReleased report = event.fact();
        if (report.customerId() != null) {
            tell(work, event, Template.REPORT_RELEASED, report.customerId(), null, report.releasedAt(),
                    Map.of("reportId", report.reportId(), "month", report.month()));
        }
        return Uni.createFrom().voidItem();
    }

    /** One letter for all that is approved of a month. */
    Uni<Void> owed(Work work, Received<CompensationOwed> event) {
        CompensationOwed owed = event.fact();
        Map<String, Object> piece = new HashMap<>(id(owed.compensationId()));
        piece.putAll(Map.of("kind", owed.kind(), "agreement", owed.agreement(), "amount", owed.amount()));
        if (owed.ticketId() != null) {
            piece.put("ticketId", owed.ticketId());
        }
        return gathered.tell(work, event.envelope().id(), new Notice(Template.COMPENSATION_OWED, owed.customerId(), owed.ticketId(), null,
                owed.approvedAt().plus(usefulFor), Map.of("month", owed.month(), "currency", owed.currency())), piece);
    }

    /** Whoever was told that we owe him something is told that we do not; whoever was not told yet never hears of it. */
    Uni<Void> withdrawn(Work work, Received<CompensationWithdrawn> event) {
        CompensationWithdrawn withdrawn = event.fact();
        return gathered.takeBack(work, Template.COMPENSATION_OWED, withdrawn.customerId(), id(withdrawn.compensationId()))
                .invoke(untold -> {
                    if (!untold) {
                        tell(work, event, Template.COMPENSATION_WITHDRAWN, withdrawn.customerId(), withdrawn.ticketId(), withdrawn.at(),
                                money(withdrawn.month(), withdrawn.amount(), withdrawn.currency()));
                    }
                }).replaceWithVoid();
    }

    private static Map<String, Object> id(UUID compensation) {
        return Map.of("compensationId", compensation);
    }

    private static Map<String, Object> money(String month, String amount, String currency) {
        return new HashMap<>(Map.of("month", month, "amount", amount, "currency", currency));
    }

    private void tell(Work work, Received<?> event, Template template, UUID customer, UUID ticket, Instant at, Map<String, Object> data) {
        notifications.tell(work, event.envelope().id(), new Notice(template, customer, ticket, null, at.plus(usefulFor), data));
    }
}
