package org.gongdan.platform.audit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.AppendTable;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** Writes down who did what, in the transaction that did it; rows are sealed into a hash chain afterwards ({@link AuditSealer}). */
@ApplicationScoped
public class Audit {

    private static final AppendTable TABLE = AppendTable.of("audit", "actor", "text", "action", "text", "customer", "uuid", "detail",
            "text", "trace_id", "text");

    private final AuditPeople people;

    Audit(AuditPeople people) {
        this.people = people;
    }

    /**
     * @param actor    subject of the caller's token, or the name of a consumer or loop
     * @param action   method and path, or what a consumer did
     * @param customer customer concerned, or null
     * @param detail   anything more, without personal data; or null
     */
    public Uni<Void> add(Work work, String actor, String action, UUID customer, String detail, String traceId) {
        work.append(TABLE, actor, action, customer, detail, traceId);
        return Uni.createFrom().voidItem();
    }

    /** The same for somebody who signed in; what he is called is noted beside the audit. */
    public Uni<Void> add(Work work, Caller caller, String action, UUID customer, String detail, String traceId) {
        return add(work, caller.subject().toString(), action, customer, detail, traceId).chain(() -> people.note(work, caller));
    }
}
