package org.gongdan.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;

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

    /** SHA-256 of {@link #canonical()} in UTF-8, hexadecimal. */
    public String hash() {
        return sha256(canonical());
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
