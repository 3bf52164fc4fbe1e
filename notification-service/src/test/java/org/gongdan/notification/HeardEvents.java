package org.gongdan.notification;

import static java.time.temporal.ChronoUnit.DAYS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

/** What other services say, as their contracts have it: one ticket of one customer with one contact. */
public final class HeardEvents {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    public final UUID customer;
    public final UUID ticket = UUID.randomUUID();
    public final UUID visit = UUID.randomUUID();
    public final UUID contact = UUID.randomUUID();
    public final String email = "c" + contact + "@xingfu.example";
    public final String number = "2611-" + NUMBER.getAndIncrement();
    public final Instant now = Instant.now();

    private HeardEvents(UUID customer) {
        this.customer = customer;
    }

    public static HeardEvents aTicket() {
        return new HeardEvents(Tokens.XINGFU);
    }

    public static HeardEvents aTicketOf(UUID customer) {
        return new HeardEvents(customer);
    }

    public UUID contactChanged() {
        return contactChanged(email);
    }

    public UUID contactChanged(String address) {
        return send("contact-events", "ContactChanged.v1", contact,
                values("contactId", contact, "customerId", customer, "name", "刘海燕", "salutation", "刘店长",
                        "phone", "13812341234", "email", address, "address", "上海市浦东新区世纪大道100号"));
    }

    public UUID contactSpeaks(String language) {
        return send("contact-events", "ContactChanged.v1", contact, values("contactId", contact, "customerId", customer, "name", "刘海燕",
                "salutation", "刘店长", "phone", "13812341234", "email", email, "language", language));
    }

    public UUID contactWithdrawn() {
        return send("customer-events", "ContactWithdrawn.v1", customer,
                values("customerId", customer, "contactId", contact, "at", now, "by", "agent"));
    }

    public UUID customerRegistered(String name) {
        return send("customer-events", "CustomerRegistered.v1", customer,
                values("customerId", customer, "name", name, "level", "STANDARD"));
    }

    public UUID reportReleased(UUID report) {
        return send("sla-events", "ReportReleased.v1", report, values("reportId", report, "customerId", customer, "type", "CUSTOMER",
                "month", "2026-10", "number", 2, "releasedAt", now));
    }

    /** @param type CompensationOwed.v1 or CompensationWithdrawn.v1 */
    public UUID compensation(String type) {
        return compensation(type, UUID.randomUUID());
    }

    public UUID compensation(String type, UUID compensation) {
        return send("sla-events", type, compensation, values("compensationId", compensation, "customerId", customer, "agreement", "XF-2026",
                "agreementVersion", 1, "month", "2026-10", "kind", "RESOLUTION_24H", "ticketId", ticket, "amount", "500.00", "currency",
                "CNY",
                "approvedAt", now, "at", now));
    }

    public UUID contactErased() {
        return Topics.shared().send("contact-events", "ContactChanged.v1", contact, 2, customer, null);
    }

    public UUID ticketOpened() {
        return ticketOpened(opened());
    }

    public UUID ticketOpened(Map<String, Object> body) {
        return send("ticket-events", "TicketOpened.v1", ticket, body);
    }

    public Map<String, Object> opened() {
        return values("ticketId", ticket, "customerId", customer, "number", number, "contactId", contact, "channel", "PHONE", "source",
                "USER",
                "summary", "积分卡无法读取", "symptom", "刘店长说刷卡后提示通讯超时", "product", "收银机 PT-80", "impact", "HIGH", "urgency", "MEDIUM", "priority",
                "P2",
                "openedAt", now, "openedBy", "agent");
    }

    public UUID promiseMade(String kind, Instant dueAt) {
        return sla("PromiseMade.v1", kind, dueAt, values("madeAt", now));
    }

    public UUID slaWarned(Instant dueAt) {
        return sla("SlaWarned.v1", "RESOLUTION_24H", dueAt, values("percent", 80, "at", now));
    }

    public UUID slaBreached(Instant dueAt) {
        return slaBreached("RESOLUTION_24H", dueAt);
    }

    public UUID slaBreached(String kind, Instant dueAt) {
        return sla("SlaBreached.v1", kind, dueAt, values("breachedAt", now));
    }

    public UUID slaEscalated(String kind, String step, String role, Instant at) {
        return sla("SlaEscalated.v1", kind, at, values("step", step, "role", role, "at", at));
    }

    public UUID slaEscalated(String step, Instant at, java.util.List<String> onDuty) {
        return sla("SlaEscalated.v1", "RESOLUTION_24H", at,
                values("step", step, "role", "duty", "duty", "DESK", "onDuty", onDuty, "at", at));
    }

    /** A promise about a shift: nobody's ticket. @return the clock */
    public static UUID shiftNotHandedOver(Instant dueAt) {
        UUID clock = UUID.randomUUID();
        Topics.shared().send("sla-events", "SlaBreached.v1", clock, 1, null,
                EventJson.write(values("clockId", clock, "shiftId", UUID.randomUUID(),
                        "kind", "ROSTER_HANDOVER", "dueAt", dueAt, "breachedAt", dueAt)));
        return clock;
    }

    public UUID slaBreachWithdrawn(Instant breachedAt, Instant dueAt) {
        return sla("SlaBreachWithdrawn.v1", "RESOLUTION_24H", dueAt,
                values("breachedAt", breachedAt, "because", "PAUSED", "at", breachedAt));
    }

    /** As sla-service tells it at its start. */
    public static void kindDescribed(String kind, String zh) {
        UUID subject = UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8));
        Topics.shared().send("sla-events", "PromiseKindDescribed.v1", subject, 1, null,
                EventJson.write(values("kind", kind, "zh", zh, "en", "Promise " + kind)));
    }

    public UUID visitScheduled(Instant start, Instant end) {
        return visit("VisitScheduled.v1",
                values("number", "V" + number, "contactId", contact, "engineerId", Tokens.ENGINEER, "engineerName", "李工",
                        "windowStart", start, "windowEnd", end, "at", now));
    }

    /** As dispatch-service tells it since names travel on the topic of contacts only. */
    public UUID visitScheduledBy(UUID engineer, Instant start, Instant end) {
        return visit("VisitScheduled.v2", values("number", "V" + number, "contactId", contact, "engineerId", engineer, "windowStart", start,
                "windowEnd", end, "at", now));
    }

    public static UUID engineerChanged(UUID engineer, String name) {
        return engineerChanged(engineer, name, null);
    }

    public static UUID engineerChanged(UUID engineer, String name, String username) {
        return Topics.shared().send("contact-events", "EngineerChanged.v1", engineer, 0, null,
                EventJson.write(values("engineerId", engineer, "name", name, "username", username)));
    }

    public UUID visitRescheduled(Instant previousStart, Instant previousEnd, Instant start, Instant end) {
        return visit("VisitRescheduled.v1",
                values("contactId", contact, "engineerId", Tokens.ENGINEER, "previousStart", previousStart, "previousEnd", previousEnd,
                        "windowStart", start, "windowEnd", end, "reason", "客户上午盘点", "consentBy", "刘店长", "at", now));
    }

    public UUID visitDelayed(Instant previousStart, Instant previousEnd, Instant start, Instant end) {
        return visit("VisitDelayed.v1",
                values("contactId", contact, "engineerId", Tokens.ENGINEER, "previousStart", previousStart, "previousEnd", previousEnd,
                        "windowStart", start, "windowEnd", end, "reason", "PREVIOUS_VISIT_OVERRUN", "noticeAt", now, "at", now));
    }

    public UUID visitSigned() {
        return visit("VisitSigned.v1", values("documentHash", "0".repeat(64), "at", now));
    }

    public UUID signatureLinkIssued(String url, Instant expiresAt) {
        return send("signature-links", "SignatureLinkIssued.v1", visit,
                values("contactId", contact, "customerId", customer, "visitId", visit, "url", url,
                        "expiresAt", expiresAt));
    }

    public UUID answerLinkIssued(long sequence, String method, String url) {
        return Topics.shared().send("answer-links", "AnswerLinkIssued.v1", ticket, sequence, customer,
                EventJson.write(values("contactId", contact,
                        "customerId", customer, "ticketId", ticket, "method", method, "url", url, "expiresAt", now.plus(30, DAYS))));
    }

    public UUID ticketEvent(String type, Map<String, Object> more) {
        Map<String, Object> body = values("ticketId", ticket, "customerId", customer);
        body.putAll(more);
        return send("ticket-events", type, ticket, body);
    }

    /** @param sequence version of the ticket after the event */
    public UUID step(String type, long sequence, Object... more) {
        Map<String, Object> body = values("ticketId", ticket, "customerId", customer, "at", now);
        body.putAll(values(more));
        return Topics.shared().send("ticket-events", type, ticket, sequence, customer, EventJson.write(body));
    }

    private UUID sla(String type, String kind, Instant dueAt, Map<String, Object> more) {
        UUID clock = UUID.randomUUID();
        Map<String, Object> body = values("clockId", clock, "ticketId", ticket, "customerId", customer, "kind", kind, "dueAt", dueAt);
        body.putAll(more);
        return send("sla-events", type, clock, body);
    }

    private UUID visit(String type, Map<String, Object> more) {
        Map<String, Object> body = values("visitId", visit, "ticketId", ticket, "customerId", customer);
        body.putAll(more);
        return send("visit-events", type, visit, body);
    }

    private UUID send(String topic, String type, UUID subject, Map<String, Object> body) {
        return Topics.shared().send(topic, type, subject, 1, customer, EventJson.write(body));
    }

    public static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            values.put((String) pairs[at], pairs[at + 1]);
        }
        return values;
    }
}
