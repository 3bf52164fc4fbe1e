package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.dispatch.contact.Contact;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Mask;

/**
 * A visit as its printed order shows it: without what is only between us (remarks, why there was no try from afar, what was behind delays). Each may be
 * null but the number, the ticket's, the customer and the checklist.
 */
public record VisitSheet(String number, String ticketNumber, UUID customerId, UUID siteId, String contactName, String salutation,
        String phone,
        String address, String product, String summary, String symptom, String need, Instant windowStart, Instant windowEnd,
        String engineerName, Instant acceptedAt, Instant departedAt, Instant arrivedAt, Instant completedAt, Instant signedAt,
        List<ChecklistItem> checklist, String work, Outcome outcome, String cause, String fix) {

    /** As one of ours sees it: no more of the person than the visit's page shows him. */
    static VisitSheet of(VisitFile file, Caller caller, Instant now) {
        VisitApi.VisitView view = VisitApi.VisitView.of(file, caller, now);
        return of(file, view.contactName(), view.phone(), view.address());
    }

    /** As the customer sees it, whose own person and address these are; the phone is masked, since papers are left lying about. */
    static VisitSheet ofCustomer(VisitFile file) {
        Contact contact = file.contact();
        return contact == null ? of(file, null, null, null) : of(file, contact.name(), Mask.phone(contact.phone()), contact.address());
    }

    private static VisitSheet of(VisitFile file, String contactName, String phone, String address) {
        Visit visit = file.visit();
        return new VisitSheet(visit.number, visit.ticketNumber, visit.customerId, visit.siteId, contactName,
                file.contact() == null ? null : file.contact().salutation(), phone, address, visit.product, visit.summary, visit.symptom,
                visit.need, visit.windowStart, visit.windowEnd, file.engineer() == null ? null : file.engineer().name(), visit.acceptedAt,
                visit.departedAt, visit.arrivedAt, visit.completedAt, visit.signedAt, ChecklistItem.read(visit.checklist), visit.work,
                visit.outcome, visit.cause, visit.fix);
    }
}
