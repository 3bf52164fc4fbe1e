package org.gongdan.platform.web;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** What idempotency keys keep of answers, as far as it must be forgotten before its time. */
@ApplicationScoped
public class KeptAnswers {

    private static final Sql FORGET = Sql.of("update idempotency_key set body = null where body like '%' || cast(:id as text) || '%'");

    /**
     * Takes the body from every kept answer that names this id, in the caller's transaction: a request that is repeated gets the same status without
     * a body. Reads the answers of two days, so it is for rare occasions.
     */
    public Uni<Void> forget(Work work, UUID id) {
        return FORGET.with("id", id.toString()).update(work).replaceWithVoid();
    }
}
