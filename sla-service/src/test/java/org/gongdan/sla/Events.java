package org.gongdan.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.Ids;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

/** The events of one ticket and its visit, as ticket-service and dispatch-service tell them. */
public final class Events {

    public final UUID ticketId = Ids.next();
    public UUID visitId = Ids.next();
    public final UUID customerId;
    private long sequence;

    private Events(UUID customerId) {
        this.customerId = customerId;
    }

    public static Events ofTicket() {
        return new Events(Tokens.XINGFU);
    }

    public static Events ofTicket(UUID customerId) {
        return new Events(customerId);
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public Events opened(Instant openedAt) {
        return opened(openedAt, null);
    }

    public Events opened(Instant openedAt, Instant expectedBy) {
        return opened(openedAt, expectedBy, "P3", null);
    }

    public Events opened(Instant openedAt, Instant expectedBy, String priority, String product) {
        return ticket("TicketOpened", "number", "2611-0042", "channel", "PHONE", "source", "USER", "summary", "s", "impact", "HIGH",
                "urgency", "LOW",
                "priority", priority, "product", product, "openedAt", openedAt, "openedBy", "agent", "expectedBy", expectedBy);
    }

    public Events waiting(String reason, Instant at) {
        return ticket("TicketWaiting", "reason", reason, "evidence", "no answer", "at", at);
    }

    public Events resumed(Instant at) {
        return ticket("TicketResumed", "at", at);
    }

    public Events extended(Instant newTime, Instant at) {
        return ticket("ExtensionAgreed", "plan", "new disk", "newTime", newTime, "consentBy", "刘店长", "consentAt", at, "at", at);
    }

    /** As it is told since names of the customer's people stay where they were told. */
    public Events extendedWithoutNames(Instant newTime, Instant at) {
        return ticket("ExtensionAgreed.v2", "plan", "new disk", "newTime", newTime, "consentAt", at, "at", at);
    }

    public Events scheduledWithoutNames(Instant windowStart, Instant at) {
        return visit("VisitScheduled.v2", "number", "2611-0042", "engineerId", Tokens.ENGINEER, "windowStart", windowStart, "windowEnd",
                windowStart.plus(1, ChronoUnit.HOURS), "at", at);
    }

    public Events rescheduledWithoutNames(Instant previousStart, Instant windowStart, Instant at) {
        return visit("VisitRescheduled.v2", "engineerId", Tokens.ENGINEER, "previousStart", previousStart, "previousEnd", previousStart,
                "windowStart", windowStart,
                "windowEnd", windowStart, "reason", "customer asked", "at", at);
    }

    public Events resolved(Instant at) {
        return ticket("TicketResolved", "number", "2611-0042", "summary", "s", "category", "c", "cause", "c", "fix", "f", "method", "PHONE",
                "resolvedAt", at, "resolvedBy", "agent");
    }

    public Events reopened(Instant at) {
        return ticket("TicketReopened", "reason", "again", "at", at);
    }

    public Events cancelled(Instant at) {
        return ticket("TicketCancelled", "reason", "double", "at", at);
    }

    public Events callbackPromised(Instant dueAt, String explanation, Instant at) {
        return ticket("CallbackPromised", "dueAt", dueAt, "words", "我会在十一点前给您答复", "explanation", explanation, "at", at, "by", "agent");
    }

    public Events contacted(boolean answersCallback, Instant at) {
        return ticket("CustomerContacted", "channel", "PHONE", "said", "s", "answersCallback", answersCallback, "at", at, "by", "agent");
    }

    /** From here on it is about another visit of the same ticket. */
    public Events anotherVisit() {
        visitId = Ids.next();
        return this;
    }

    public Events scheduled(Instant windowStart, Instant at) {
        return visit("VisitScheduled", "number", "2611-0042", "engineerId", Tokens.ENGINEER, "engineerName", "李工", "windowStart",
                windowStart,
                "windowEnd", windowStart.plus(1, ChronoUnit.HOURS), "at", at);
    }

    public Events rescheduled(Instant previousStart, Instant windowStart, Instant at) {
        return visit("VisitRescheduled", "engineerId", Tokens.ENGINEER, "previousStart", previousStart, "previousEnd", previousStart,
                "windowStart", windowStart,
                "windowEnd", windowStart, "reason", "customer asked", "consentBy", "刘店长", "at", at);
    }

    public Events delayed(Instant previousStart, Instant windowStart, Instant noticeAt) {
        return visit("VisitDelayed", "engineerId", Tokens.ENGINEER, "previousStart", previousStart, "previousEnd", previousStart,
                "windowStart", windowStart,
                "windowEnd", windowStart, "reason", "TRAFFIC", "noticeAt", noticeAt, "at", now());
    }

    public Events started(Instant windowStart, Instant arrivedAt, String punctuality) {
        return visit("VisitStarted", "engineerId", Tokens.ENGINEER, "windowStart", windowStart, "arrivedAt", arrivedAt, "punctuality",
                punctuality);
    }

    /** Version 1 when the name says none. */
    private static String typeOf(String name) {
        return name.contains(".") ? name : name + ".v1";
    }

    public Events ticket(String name, Object... fields) {
        Topics.shared().send("ticket-events", typeOf(name), ticketId, sequence++, customerId, body(fields));
        return this;
    }

    public Events visit(String name, Object... fields) {
        Topics.shared().send("visit-events", typeOf(name), visitId, sequence++, customerId, body(fields));
        return this;
    }

    /** Sends it twice, as Kafka may. */
    public Events ticketTwice(String name, Object... fields) {
        UUID id = Topics.id();
        String body = body(fields);
        Topics.shared().send("ticket-events", id, name + ".v1", ticketId, sequence, customerId, body);
        Topics.shared().send("ticket-events", id, name + ".v1", ticketId, sequence++, customerId, body);
        return this;
    }

    /** Tells the next event as the older one it is. */
    public Events asVersion(long version) {
        sequence = version;
        return this;
    }

    public String body(Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("visitId", visitId);
        body.put("ticketId", ticketId);
        body.put("customerId", customerId);
        for (int index = 0; index < fields.length; index += 2) {
            if (fields[index + 1] != null) {
                body.put((String) fields[index], fields[index + 1]);
            }
        }
        return EventJson.write(body);
    }
}
