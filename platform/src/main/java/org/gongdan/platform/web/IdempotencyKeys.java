package org.gongdan.platform.web;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.tx.Sql;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Remembers answers by client and key (draft-ietf-httpapi-idempotency-key-header), in the transaction of the command they answer. */
@ApplicationScoped
class IdempotencyKeys {

    private static final String REPLAYED = "Idempotency-Replayed";
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
        Uni<Answer> begin(Mutiny.Session session) {
            return Sql.update(session, "insert into idempotency_key (client, key, fingerprint) values ($1, $2, $3) on conflict do nothing", client, key, fingerprint)
                    .chain(inserted -> inserted == 1 ? Uni.createFrom().nullItem() : earlier(session));
        }

        Uni<Void> finish(Mutiny.Session session, Reply reply, String body) {
            return Sql.update(session, "update idempotency_key set status = $3, location = $4, etag = $5, body = $6, again = $7 where client = $1 and key = $2", client, key,
                    reply.status(), reply.location(), reply.version() == null ? null : Etags.of(reply.version()), body, reply.again()).replaceWithVoid();
        }

        private Uni<Answer> earlier(Mutiny.Session session) {
            return Sql.row(session, "select fingerprint, status, location, etag, body, again from idempotency_key where client = $1 and key = $2", client, key)
                    .map(row -> {
                        if (!fingerprint.equals(row[0])) {
                            throw new DomainException.Rejected("idempotency-key-reused");
                        }
                        return new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4], Boolean.TRUE.equals(row[5]));
                    });
        }
    }
}
