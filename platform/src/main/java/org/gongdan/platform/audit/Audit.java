package org.gongdan.platform.audit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes down who did what, in the transaction that did it; rows are sealed into a hash chain afterwards ({@link AuditSealer}). */
@ApplicationScoped
public class Audit {

    /**
     * @param actor    subject of the caller's token, or the name of a consumer or loop
     * @param action   method and path, or what a consumer did
     * @param customer customer concerned, or null
     * @param detail   anything more, without personal data; or null
     */
    public Uni<Void> add(Mutiny.Session session, String actor, String action, UUID customer, String detail, String traceId) {
        return session.createNativeQuery("insert into audit (actor, action, customer, detail, trace_id) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, actor).setParameter(2, action).setParameter(3, customer).setParameter(4, detail).setParameter(5, traceId)
                .executeUpdate().replaceWithVoid();
    }
}
