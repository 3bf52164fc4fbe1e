package org.gongdan.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.security.Sha256;

/** What a customer signs: the finished visit, in one fixed form, so that the same content always has the same hash. No personal data of the customer. */
public record VisitDocument(String number, String ticketNumber, String need, Instant windowStart, Instant windowEnd, UUID engineerId,
        Instant arrivedAt,
        List<ChecklistItem> checklist, String work, Outcome outcome, String cause, String fix, Instant completedAt) {

    public static VisitDocument of(Visit visit) {
        return new VisitDocument(visit.number, visit.ticketNumber, visit.need, visit.windowStart, visit.windowEnd, visit.engineerId,
                visit.arrivedAt,
                ChecklistItem.read(visit.checklist), visit.work, visit.outcome, visit.cause, visit.fix, visit.completedAt);
    }

    /** JSON with the fields in the order of this record, absent instead of null. */
    public String canonical() {
        return EventJson.write(this);
    }

    /** {@link Sha256#hex} of {@link #canonical()}. */
    public String hash() {
        return Sha256.hex(canonical());
    }
}
