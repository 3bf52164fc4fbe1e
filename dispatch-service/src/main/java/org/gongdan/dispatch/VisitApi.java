package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.gongdan.dispatch.contact.Contact;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Mask;

/** Requests and views of visits. */
final class VisitApi {

    private VisitApi() {
    }

    /** @param offDutyAgreed he comes outside of his shifts, and has agreed to that */
    record ScheduleVisit(@NotNull UUID engineerId, @NotNull Instant windowStart, @NotNull Instant windowEnd, boolean offDutyAgreed) {
    }

    /** @param engineerId who goes then, when it is somebody else. @param offDutyAgreed he comes outside of his shifts, and has agreed to that */
    record RescheduleVisit(@NotNull Instant windowStart, @NotNull Instant windowEnd, @NotNull @Prose(max = 500) String reason,
            @NotNull @Line(max = 100) String consentBy, UUID engineerId, boolean offDutyAgreed) {
    }

    /** Somebody else goes, at the same time. @param offDutyAgreed he comes outside of his shifts, and has agreed to that */
    record ReassignVisit(@NotNull UUID engineerId, @NotNull @Prose(max = 500) String reason, boolean offDutyAgreed) {
    }

    /** @param at when it happened; now when not given */
    record Happened(Instant at) {
    }

    /** @param reason what the customer was told; @param internalReason what is really behind it, never shown to customers */
    record ReportDelay(@NotNull Instant newStart, @NotNull Instant newEnd, @NotNull DelayReason reason,
            @Prose(max = 500) String internalReason,
            @NotNull Instant customerInformedAt) {
    }

    /** @param at when he left; now when not given */
    record Depart(@NotNull Boolean appearanceOk, @NotNull Boolean identityCardOk, @NotNull Boolean badgeOk, @NotNull Boolean toolScanned,
            Instant at) {

        Readiness readiness() {
            return new Readiness(appearanceOk, identityCardOk, badgeOk, toolScanned);
        }
    }

    /** @param at when he arrived; now when not given. @param sure that it was then, though it is far from the window */
    record Arrive(@DecimalMin("-90") @DecimalMax("90") Double latitude, @DecimalMin("-180") @DecimalMax("180") Double longitude, Instant at,
            boolean sure) {
    }

    /** @param at when the work was done; now when not given */
    record CompleteVisit(@NotNull @Size(max = 100) List<@NotNull @Valid ChecklistItem> checklist, @NotNull @Prose(max = 4000) String work,
            @NotNull Outcome outcome, @Prose(max = 2000) String cause, @Prose(max = 4000) String fix, Instant at) {
    }

    record Because(@NotNull @Prose(max = 500) String reason) {
    }

    /** @param at when nobody was there; now when not given */
    record LeaveNote(@NotNull @Prose(max = 500) String note, Instant at) {
    }

    /** @param at when the customer refused; now when not given */
    record TurnedAway(@NotNull @Prose(max = 500) String reason, Instant at) {
    }

    record DelayView(Instant previousStart, Instant previousEnd, Instant windowStart, Instant windowEnd, DelayReason reason,
            String internalReason,
            Instant customerInformedAt, Instant reportedAt) {

        static DelayView of(Delay delay) {
            return new DelayView(delay.previousStart, delay.previousEnd, delay.windowStart, delay.windowEnd, delay.reason,
                    delay.internalReason,
                    delay.noticeAt, delay.reportedAt);
        }
    }

    /** @param phoneNumber what to dial, as RFC 3966 writes it; shown with the number in full only */
    record VisitView(UUID id, long version, String number, UUID ticketId, String ticketNumber, UUID customerId, UUID siteId, UUID contactId,
            VisitStatus status, String need, String skipReason, String contactName, String salutation, String phone, String phoneNumber,
            String address, List<String> missing,
            Instant preferredFrom, Instant preferredTo, UUID engineerId, String engineerName, Instant windowStart, Instant windowEnd,
            String customerSentence, Instant acceptedAt, Instant departedAt, Instant arrivedAt, Punctuality punctuality,
            List<ChecklistItem> checklist, String work,
            Outcome outcome,
            String cause, String fix, String remark, Instant orderedAt, Instant completedAt, Instant signedAt, Instant submittedAt,
            String windowConsentBy) {

        static VisitView of(VisitFile file, Caller caller, Instant now) {
            return of(file, Need.of(file.visit(), caller), now);
        }

        /** As somebody sees it who need not know the person: what may be kept. */
        static VisitView masked(VisitFile file, Instant now) {
            return of(file, new Need(false, false, true), now);
        }

        private static VisitView of(VisitFile file, Need need, Instant now) {
            Visit visit = file.visit();
            Contact contact = file.contact();
            boolean known = contact != null;
            return new VisitView(visit.id, visit.version, visit.number, visit.ticketId, visit.ticketNumber, visit.customerId, visit.siteId,
                    visit.contactId, visit.status, visit.need, need.ourWords(visit.skipReason),
                    known ? need.name(contact.name()) : null, known ? contact.salutation() : null,
                    known ? need.phone(contact.phone()) : null, known && need.goes() ? contact.phoneNumber() : null,
                    known ? need.address(contact.address()) : null, file.missing(),
                    visit.preferredFrom, visit.preferredTo, visit.engineerId,
                    visit.engineerId == null || file.engineer() == null ? null : file.engineer().name(), visit.windowStart, visit.windowEnd,
                    visit.status.isAhead() ? visit.window().sentence(now) : null, visit.acceptedAt, visit.departedAt,
                    visit.arrivedAt, visit.punctuality,
                    ChecklistItem.read(visit.checklist),
                    visit.work, visit.outcome, visit.cause, visit.fix, need.ourWords(visit.remark), visit.orderedAt, visit.completedAt,
                    visit.signedAt,
                    visit.submittedAt, visit.windowConsentBy == null ? null : need.name(visit.windowConsentBy));
        }
    }

    /**
     * How much of the person a caller needs to know (R15): who goes there everything, who plans the way where it leads, others nothing;
     * and only while the visit is open. What we wrote for each other (why nobody tried from afar, why an engineer declined) is no customer's business.
     */
    private record Need(boolean goes, boolean plans, boolean ours) {

        static Need of(Visit visit, Caller caller) {
            boolean goes = visit.status.isOpen() && caller.subject().equals(visit.engineerId);
            return new Need(goes, goes || visit.status.isOpen() && caller.has("supervisor"), caller.isStaff());
        }

        String ourWords(String words) {
            return ours ? words : null;
        }

        String phone(String phone) {
            return goes ? phone : Mask.phone(phone);
        }

        String name(String name) {
            return plans ? name : Mask.name(name);
        }

        String address(String address) {
            return plans ? address : Mask.address(address);
        }
    }
}
