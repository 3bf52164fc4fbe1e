package org.gongdan.platform.web;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** Remembers answers by client and key (draft-ietf-httpapi-idempotency-key-header), in the transaction of the command they answer. */
@ApplicationScoped
class IdempotencyKeys {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Sql BEGIN = Sql
            .of("insert into idempotency_key (client, key, fingerprint) values (:client, :key, :fingerprint) on conflict do nothing");
    private static final Sql FINISH = Sql
            .of("""
            update idempotency_key set status = :status, location = :location, etag = :etag, body = :body, again = :again
                where client = :client and key = :key""");
    private static final Sql EARLIER = Sql.of("""
            select fingerprint, status, location, etag, body, again from idempotency_key where client = :client and key = :key""");
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    Attempt attempt(String client, String key, String fingerprint) {
        if (!FORM.matcher(key).matches()) {
            throw new DomainException.InvalidInput("Idempotency-Key", "idempotency-key-malformed");
        }
        return new Attempt(client, key, fingerprint);
    }

    /** Marks the answer to a request that was made before. */
    static Response replayed(Response answer) {
        return Response.fromResponse(answer).header(REPLAYED, "true").build();
    }

    /** @param again nothing but the status was stored, because the work shall be done again */
    record Answer(int status, String location, String etag, String body, boolean again) {

        Response replay() {
            Response.ResponseBuilder response = Response.status(status).entity(body).header(REPLAYED, "true");
            if (body != null) {
                response.type(MediaType.APPLICATION_JSON_TYPE);
            }
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            if (etag != null) {
                response.header(HttpHeaders.ETAG, etag);
            }
            return response.build();
        }
    }

    record Attempt(String client, String key, String fingerprint) {

        /** @return the answer given earlier, or null when this is the first time; a concurrent twin waits here for the first to commit */
        Uni<Answer> begin(Work work) {
            return BEGIN.with("client", client).with("key", key).with("fingerprint", fingerprint).update(work)
                    .chain(inserted -> inserted == 1 ? Uni.createFrom().nullItem() : earlier(work));
        }

        Uni<Void> finish(Work work, Reply reply, String body) {
            return FINISH.with("client", client).with("key", key).with("status", reply.status()).with("location", reply.location())
                    .with("etag", reply.version() == null ? null : Etags.of(reply.version())).with("body", body)
                    .with("again", reply.again()).update(work).replaceWithVoid();
        }

        private Uni<Answer> earlier(Work work) {
            return EARLIER.with("client", client).with("key", key).row(work).map(row -> {
                if (!fingerprint.equals(row.text("fingerprint"))) {
                    throw new DomainException.Rejected("idempotency-key-reused");
                }
                return new Answer(row.integer("status"), row.text("location"), row.text("etag"), row.text("body"),
                        Boolean.TRUE.equals(row.flag("again")));
            });
        }
    }
}
