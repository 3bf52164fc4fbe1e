package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.dispatch.VisitEvent.CustomerAbsent;
import org.gongdan.dispatch.VisitEvent.EngineerDeparted;
import org.gongdan.dispatch.VisitEvent.OrderSubmitted;
import org.gongdan.dispatch.VisitEvent.SignatureRequested;
import org.gongdan.dispatch.VisitEvent.VisitAccepted;
import org.gongdan.dispatch.VisitEvent.VisitCancelled;
import org.gongdan.dispatch.VisitEvent.VisitCompleted;
import org.gongdan.dispatch.VisitEvent.VisitDeclined;
import org.gongdan.dispatch.VisitEvent.VisitDelayed;
import org.gongdan.dispatch.VisitEvent.VisitOrdered;
import org.gongdan.dispatch.VisitEvent.VisitRefused;
import org.gongdan.dispatch.VisitEvent.VisitRescheduledV2;
import org.gongdan.dispatch.VisitEvent.VisitScheduledV2;
import org.gongdan.dispatch.VisitEvent.VisitSigned;
import org.gongdan.dispatch.VisitEvent.VisitStarted;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.Rejected;

/**
 * A visit at the customer's (上门服务单). Every transition returns the fact it made; an illegal one throws. The time that a step of the engineer
 * is given is when it happened, which {@link StepTime} makes of what he tells.
 */
@Entity
@Table(name = "visit")
public class Visit {

    @Id
    UUID id;
    @Version
    long version;
    String number;
    @Column(name = "ticket_id")
    UUID ticketId;
    @Column(name = "ticket_number")
    String ticketNumber;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "site_id")
    UUID siteId;
    @Column(name = "contact_id")
    UUID contactId;
    String product;
    String summary;
    String symptom;
    String need;
    @Column(name = "skip_reason")
    String skipReason;
    @Column(name = "preferred_from")
    Instant preferredFrom;
    @Column(name = "preferred_to")
    Instant preferredTo;
    @Enumerated(EnumType.STRING)
    VisitStatus status;
    @Column(name = "engineer_id")
    UUID engineerId;
    @Column(name = "window_start")
    Instant windowStart;
    @Column(name = "window_end")
    Instant windowEnd;
    @Column(name = "window_agreed_at")
    Instant windowAgreedAt;
    /** Who of the customer agreed to the window when it was moved. */
    @Column(name = "window_consent_by")
    String windowConsentBy;
    @Column(name = "arrived_at")
    Instant arrivedAt;
    @Column(name = "arrival_latitude")
    Double arrivalLatitude;
    @Column(name = "arrival_longitude")
    Double arrivalLongitude;
    @Enumerated(EnumType.STRING)
    Punctuality punctuality;
    String checklist;
    String work;
    @Enumerated(EnumType.STRING)
    Outcome outcome;
    String cause;
    String fix;
    String remark;
    @Column(name = "ordered_at")
    Instant orderedAt;
    @Column(name = "completed_at")
    Instant completedAt;
    @Column(name = "signed_at")
    Instant signedAt;
    @Column(name = "submitted_at")
    Instant submittedAt;
    /** When the last step happened, which may have been told later; {@link StepTime} lets none happen before it. */
    @Column(name = "stepped_at")
    Instant steppedAt;
    @Column(name = "accepted_at")
    Instant acceptedAt;
    @Column(name = "departed_at")
    Instant departedAt;
    @Column(name = "changed_at")
    Instant changedAt;

    protected Visit() {
    }

    /** What ticket-service asks for. */
    public record Order(UUID ticketId, String ticketNumber, UUID customerId, UUID siteId, UUID contactId, Fault fault, String need,
            String skipReason, Instant preferredFrom, Instant preferredTo) {
    }

    /** What was reported, of what; each may be null. @param symptom as it was told */
    public record Fault(String product, String summary, String symptom) {
    }

    static Visit order(UUID id, String number, Order order, Instant now) {
        Visit visit = new Visit();
        visit.id = id;
        visit.number = number;
        visit.ticketId = order.ticketId();
        visit.ticketNumber = order.ticketNumber();
        visit.customerId = order.customerId();
        visit.siteId = order.siteId();
        visit.contactId = order.contactId();
        visit.product = order.fault().product();
        visit.summary = order.fault().summary();
        visit.symptom = order.fault().symptom();
        visit.need = order.need();
        visit.skipReason = order.skipReason();
        visit.preferredFrom = order.preferredFrom();
        visit.preferredTo = order.preferredTo();
        visit.status = VisitStatus.ORDERED;
        visit.orderedAt = now;
        visit.steppedAt = now;
        visit.changedAt = now;
        return visit;
    }

    VisitOrdered ordered(List<String> missing) {
        return new VisitOrdered(id, ticketId, customerId, number, missing, orderedAt);
    }

    VisitScheduledV2 schedule(UUID engineer, Window window, Instant now) {
        if (status != VisitStatus.ORDERED) {
            throw illegal(VisitStatus.SCHEDULED);
        }
        become(VisitStatus.SCHEDULED, now);
        engineerId = engineer;
        agree(window, now);
        return scheduled(now);
    }

    /** Somebody else goes at the time that was agreed; who is on his way already is not called back. */
    VisitScheduledV2 reassign(UUID engineer, String reason, Instant now) {
        if (status != VisitStatus.SCHEDULED && status != VisitStatus.ACCEPTED) {
            throw new IllegalTransition("visit", number, status, "REASSIGNED");
        }
        if (engineer.equals(engineerId)) {
            throw new Rejected("same-engineer");
        }
        become(VisitStatus.SCHEDULED, now);
        engineerId = engineer;
        acceptedAt = null;
        remark = reason;
        return scheduled(now);
    }

    private VisitScheduledV2 scheduled(Instant now) {
        return new VisitScheduledV2(id, ticketId, customerId, number, contactId, engineerId, windowStart, windowEnd, now);
    }

    /** Another time needs the customer's consent and a reason he may hear (R57); what happened towards the old one no longer counts. */
    VisitRescheduledV2 reschedule(UUID engineer, Window window, String reason, String consentBy, Instant now) {
        if (status == VisitStatus.ORDERED) {
            throw illegal(VisitStatus.SCHEDULED);
        }
        become(VisitStatus.SCHEDULED, now);
        CustomerReason.checked(reason);
        engineerId = engineer;
        windowConsentBy = consentBy;
        Instant previousStart = windowStart;
        Instant previousEnd = windowEnd;
        agree(window, now);
        acceptedAt = null;
        departedAt = null;
        arrivedAt = null;
        arrivalLatitude = null;
        arrivalLongitude = null;
        punctuality = null;
        remark = null;
        return new VisitRescheduledV2(id, ticketId, customerId, contactId, engineerId, previousStart, previousEnd, windowStart, windowEnd,
                reason, now);
    }

    VisitAccepted accept(Instant now) {
        become(VisitStatus.ACCEPTED, now);
        acceptedAt = now;
        return new VisitAccepted(id, ticketId, customerId, engineerId, now);
    }

    /** The visit goes back to the dispatchers: nobody comes until they have found somebody else. */
    VisitDeclined decline(String reason, Instant now) {
        become(VisitStatus.ORDERED, now);
        UUID engineer = engineerId;
        engineerId = null;
        acceptedAt = null;
        windowStart = null;
        windowEnd = null;
        windowAgreedAt = null;
        windowConsentBy = null;
        remark = reason;
        return new VisitDeclined(id, ticketId, customerId, engineer, reason, now);
    }

    /** Moves the window; whether the customer heard of it early enough is for sla-service to judge. */
    VisitDelayed delay(Window window, DelayReason reason, Instant noticeAt, Instant now) {
        if (!status.isAhead()) {
            throw new IllegalTransition("visit", number, status, "DELAYED");
        }
        if (!window.start().isAfter(windowStart)) {
            throw new Rejected("delay-not-later");
        }
        if (noticeAt.isAfter(now)) {
            throw new Rejected("notice-in-future");
        }
        if (noticeAt.isBefore(windowAgreedAt)) {
            throw new Rejected("notice-before-appointment");
        }
        Instant previousStart = windowStart;
        Instant previousEnd = windowEnd;
        agree(window, now);
        changedAt = now;
        return new VisitDelayed(id, ticketId, customerId, contactId, engineerId, previousStart, previousEnd, windowStart, windowEnd, reason,
                noticeAt, now);
    }

    EngineerDeparted depart(Readiness readiness, Instant now) {
        become(VisitStatus.DEPARTED, now);
        readiness.mustBeComplete();
        departedAt = now;
        return new EngineerDeparted(id, ticketId, customerId, engineerId, now);
    }

    /** @param latitude where the engineer checked in, degrees; null when the device does not tell */
    VisitStarted arrive(Double latitude, Double longitude, Instant now) {
        become(VisitStatus.STARTED, now);
        arrivedAt = now;
        arrivalLatitude = latitude;
        arrivalLongitude = longitude;
        punctuality = Punctuality.of(now, windowStart);
        return new VisitStarted(id, ticketId, customerId, engineerId, windowStart, now, punctuality);
    }

    VisitCompleted complete(List<ChecklistItem> items, String work, Outcome outcome, String cause, String fix, Instant now) {
        become(VisitStatus.COMPLETED, now);
        if (items.isEmpty() || items.stream().anyMatch(item -> item.done() == null)) {
            throw new Rejected("checklist-unanswered");
        }
        this.checklist = ChecklistItem.write(items);
        this.work = work;
        this.outcome = outcome;
        this.cause = cause;
        this.fix = fix;
        this.completedAt = now;
        return new VisitCompleted(id, ticketId, customerId, engineerId, outcome, work, cause, fix, now);
    }

    CustomerAbsent absent(String note, Instant now) {
        become(VisitStatus.ABSENT, now);
        remark = note;
        return new CustomerAbsent(id, ticketId, customerId, note, now);
    }

    VisitRefused refuse(String reason, Instant now) {
        become(VisitStatus.REFUSED, now);
        remark = reason;
        return new VisitRefused(id, ticketId, customerId, reason, now);
    }

    VisitCancelled cancel(String reason, Instant now) {
        become(VisitStatus.CANCELLED, now);
        remark = reason;
        return new VisitCancelled(id, ticketId, customerId, reason, now);
    }

    /** The customer gets a link to sign what was done; the link itself goes another way than this fact. */
    public SignatureRequested requestSignature(Instant expiresAt, Instant now) {
        if (status != VisitStatus.COMPLETED) {
            throw illegal(VisitStatus.SIGNED);
        }
        if (contactId == null) {
            throw new Rejected("signature-needs-contact");
        }
        changedAt = now;
        return new SignatureRequested(id, ticketId, customerId, contactId, expiresAt, now);
    }

    public VisitSigned sign(String documentHash, Instant now) {
        become(VisitStatus.SIGNED, now);
        signedAt = now;
        return new VisitSigned(id, ticketId, customerId, documentHash, now);
    }

    /** The engineer hands the order in for the files (R90); one that is not complete stays with him. */
    OrderSubmitted submit(Instant now) {
        if (status != VisitStatus.COMPLETED && status != VisitStatus.SIGNED) {
            throw illegal(VisitStatus.SUBMITTED);
        }
        List<String> missing = Submission.missing(this);
        if (!missing.isEmpty()) {
            throw new Rejected("order-incomplete", missing);
        }
        become(VisitStatus.SUBMITTED, now);
        submittedAt = now;
        return new OrderSubmitted(id, ticketId, customerId, number, engineerId, completedAt, now);
    }

    Window window() {
        return windowStart == null ? null : new Window(windowStart, windowEnd);
    }

    private void agree(Window window, Instant now) {
        windowStart = window.start();
        windowEnd = window.end();
        windowAgreedAt = now;
    }

    private void become(VisitStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw illegal(next);
        }
        status = next;
        steppedAt = now;
        changedAt = now;
    }

    private IllegalTransition illegal(VisitStatus next) {
        return new IllegalTransition("visit", number, status, next.name());
    }
}
