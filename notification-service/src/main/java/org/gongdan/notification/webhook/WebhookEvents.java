package org.gongdan.notification.webhook;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.inbox.Received;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What may be subscribed to, and which fields leave the house: ids, states and times. Names, free text and whatever is added to an event
 * later stay here; a receiver asks the API for them with its own token.
 */
final class WebhookEvents {

    private static final List<String> OF_TICKET = List.of("ticketId", "customerId", "number", "at");
    private static final List<String> OF_VISIT = List.of("visitId", "ticketId", "customerId", "engineerId", "windowStart", "windowEnd",
            "previousStart",
            "previousEnd", "at");
    private static final List<String> OF_CLOCK = List.of("clockId", "ticketId", "visitId", "shiftId", "customerId", "kind", "dueAt", "at");

    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.ofEntries(
            entry("TicketOpened",
                    and(OF_TICKET, "siteId", "contactId", "productId", "channel", "source", "impact", "urgency", "priority", "openedAt",
                            "expectedBy")),
            entry("TicketResolved", and(OF_TICKET, "method", "articleId", "resolvedAt")),
            entry("TicketReopened", OF_TICKET),
            entry("MessageReceived", and(OF_TICKET, "messageId")),
            entry("MessageSent", and(OF_TICKET, "messageId")),
            entry("TicketClosed", and(OF_TICKET, "closedAt", "byCustomer")),
            entry("TicketCancelled", OF_TICKET),
            entry("VisitScheduled", OF_VISIT),
            entry("VisitRescheduled", OF_VISIT),
            entry("VisitDelayed", and(OF_VISIT, "noticeAt")),
            entry("VisitCompleted", and(OF_VISIT, "outcome")),
            entry("VisitCancelled", OF_VISIT),
            entry("PromiseMade", and(OF_CLOCK, "madeAt")),
            entry("SlaWarned", and(OF_CLOCK, "percent")),
            entry("SlaBreached", and(OF_CLOCK, "breachedAt")),
            entry("SlaBreachWithdrawn", and(OF_CLOCK, "breachedAt", "because")),
            entry("SlaMet", and(OF_CLOCK, "metAt"))));

    /** Type of the message a test sends: nobody subscribes to it, and it is no event of ours. */
    static final String TEST = "WebhookTested";

    private WebhookEvents() {
    }

    static TreeSet<String> names() {
        return new TreeSet<>(FIELDS.keySet());
    }

    /** Fields that leave the house; of an event's version those it has. */
    static List<String> fields(String name) {
        return FIELDS.get(name);
    }

    /** {@code TicketOpened.v1} is subscribed to as {@code TicketOpened}. */
    static String nameOf(Envelope envelope) {
        return envelope.type().substring(0, envelope.type().lastIndexOf('.'));
    }

    /** The event as a CloudEvent in structured mode, thinned. */
    static String message(Received<?> event) {
        Envelope envelope = event.envelope();
        ObjectMapper json = EventJson.mapper();
        ObjectNode message = json.createObjectNode().put("specversion", "1.0").put("id", envelope.id().toString())
                .put("source", envelope.source())
                .put("type", envelope.type()).put("subject", envelope.subject().toString()).put("time", envelope.time().toString())
                .put("sequence", Long.toString(envelope.sequence())).put("datacontenttype", "application/json");
        try {
            JsonNode body = json.readTree(event.body());
            ObjectNode data = message.putObject("data");
            FIELDS.get(nameOf(envelope)).stream().filter(body::hasNonNull).forEach(field -> data.set(field, body.get(field)));
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the consumer has read it already", e);
        }
    }

    /** In the form of all others. */
    static String test(UUID id, UUID webhook, Instant at) {
        ObjectNode message = EventJson.mapper().createObjectNode().put("specversion", "1.0").put("id", id.toString())
                .put("source", "/notification-service").put("type", TEST + ".v1").put("subject", webhook.toString())
                .put("time", at.toString())
                .put("sequence", "1").put("datacontenttype", "application/json");
        message.putObject("data").put("webhookId", webhook.toString()).put("at", at.toString());
        return message.toString();
    }

    private static List<String> and(List<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toList();
    }
}
