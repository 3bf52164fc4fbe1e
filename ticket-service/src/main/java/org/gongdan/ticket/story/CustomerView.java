package org.gongdan.ticket.story;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What of a ticket's story its customer may read: by type of event the fields that its contract declares by {@code x-customer} (a test compares
 * them). Whatever is not here, a new event or a new field of an old one, stays among ourselves until somebody declares it (ADR 022).
 */
final class CustomerView {

    private static final Map<String, Set<String>> READABLE = Map.ofEntries(
            entry("CallbackPromised", Set.of("ticketId", "customerId", "at", "contactId", "dueAt", "words")),
            entry("CustomerAbsent", Set.of("visitId", "ticketId", "customerId", "at")),
            entry("CustomerContacted", Set.of("ticketId", "customerId", "at", "contactId", "channel", "answersCallback")),
            entry("EngineerDeparted", Set.of("visitId", "ticketId", "customerId", "engineerId", "at")),
            entry("ExtensionAgreed", Set.of("ticketId", "customerId", "at", "plan", "newTime", "consentAt")),
            entry("MessageReceived", Set.of("ticketId", "customerId", "messageId", "at", "text")),
            entry("MessageSent", Set.of("ticketId", "customerId", "messageId", "text", "at")),
            entry("NotificationDelivered", Set.of("notificationId", "ticketId", "customerId", "template", "channel", "at")),
            entry("NotificationFailed", Set.of("notificationId", "ticketId", "customerId", "template", "channel", "reason", "at")),
            entry("OrderSubmitted", Set.of("visitId", "ticketId", "customerId", "number", "completedAt", "at")),
            entry("PhoneFixAttempted", Set.of("ticketId", "customerId", "at", "succeeded", "articleId", "steps")),
            entry("PromiseMade", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "madeAt")),
            entry("RemoteSessionEnded", Set.of("ticketId", "customerId", "sessionId", "startedAt", "endedAt", "succeeded", "steps")),
            entry("SignatureRequested", Set.of("visitId", "ticketId", "customerId", "contactId", "expiresAt", "at")),
            entry("SlaBreachWithdrawn", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "breachedAt", "because",
                    "at")),
            entry("SlaBreached", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "breachedAt")),
            entry("SlaExtended", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "previousDueAt", "cause", "at")),
            entry("SlaMet", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "metAt")),
            entry("SlaWarned", Set.of("clockId", "ticketId", "visitId", "customerId", "kind", "dueAt", "percent", "at")),
            entry("SurveyAnswered", Set.of("ticketId", "customerId", "at", "scores")),
            entry("TicketAcknowledged", Set.of("ticketId", "customerId", "at")),
            entry("TicketAssigned", Set.of("ticketId", "customerId", "at")),
            entry("TicketCancelled", Set.of("ticketId", "customerId", "at")),
            entry("TicketClosed", Set.of("ticketId", "customerId", "closedAt", "byCustomer")),
            entry("TicketOpened", Set.of("ticketId", "customerId", "number", "siteId", "contactId", "productId", "product", "channel",
                    "source", "matter", "summary", "symptom", "impact", "urgency", "priority", "openedAt", "expectedBy")),
            entry("TicketPrioritized", Set.of("ticketId", "customerId", "at", "priority", "previousPriority")),
            entry("TicketReopened", Set.of("ticketId", "customerId", "at")),
            entry("TicketResolved", Set.of("ticketId", "customerId", "number", "product", "summary", "symptom", "category", "cause",
                    "fix", "method", "articleId", "resolvedAt")),
            entry("TicketResumed", Set.of("ticketId", "customerId", "at")),
            entry("TicketWaiting", Set.of("ticketId", "customerId", "at", "reason")),
            entry("VisitAccepted", Set.of("visitId", "ticketId", "customerId", "engineerId", "at")),
            entry("VisitCancelled", Set.of("visitId", "ticketId", "customerId", "at")),
            entry("VisitCompleted", Set.of("visitId", "ticketId", "customerId", "engineerId", "outcome", "work", "cause", "fix", "at")),
            entry("VisitDeclined", Set.of("visitId", "ticketId", "customerId", "at")),
            entry("VisitDelayed", Set.of("visitId", "ticketId", "customerId", "contactId", "engineerId", "previousStart", "previousEnd",
                    "windowStart", "windowEnd", "reason", "noticeAt", "at")),
            entry("VisitOrdered", Set.of("visitId", "ticketId", "customerId", "number", "missing", "at")),
            entry("VisitRefused", Set.of("visitId", "ticketId", "customerId", "at")),
            entry("VisitRequested", Set.of("ticketId", "customerId", "at", "number", "siteId", "contactId", "need", "preferredFrom",
                    "preferredTo")),
            entry("VisitRescheduled", Set.of("visitId", "ticketId", "customerId", "contactId", "engineerId", "previousStart",
                    "previousEnd", "windowStart", "windowEnd", "reason", "at")),
            entry("VisitScheduled", Set.of("visitId", "ticketId", "customerId", "number", "contactId", "engineerId", "engineerName",
                    "windowStart", "windowEnd", "at")),
            entry("VisitSigned", Set.of("visitId", "ticketId", "customerId", "documentHash", "at")),
            entry("VisitStarted", Set.of("visitId", "ticketId", "customerId", "engineerId", "windowStart", "arrivedAt", "punctuality")),
            // Lines of the story that are no events: what he agreed to, and what was done on his machine.
            entry("RemoteSessionStarted", Set.of("sessionId", "tool", "consentAt", "scope")),
            entry("RemoteStepLogged", Set.of("sessionId", "action", "result")));

    private CustomerView() {
    }

    /** Types of lines he sees at all. */
    static Set<String> types() {
        return READABLE.keySet();
    }

    /** Fields of a line of this type he may read; none of a type that is not his business. */
    static Set<String> fields(String type) {
        return READABLE.getOrDefault(type, Set.of());
    }

    /** Who of us it was is told by no user name: by those people sign in. Whom a visit leads to him is named by its events. */
    static Story.Line of(Story.Line line) {
        try {
            ObjectNode data = (ObjectNode) EventJson.mapper().readTree(line.data());
            data.retain(fields(line.type()));
            return new Story.Line(line.seq(), line.at(), line.type(), line.source(), line.source(), data.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("line " + line.seq() + " of the story is no JSON", e);
        }
    }
}
