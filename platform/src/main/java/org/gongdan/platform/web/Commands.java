package org.gongdan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.gongdan.platform.audit.Audit;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.trace.Trace;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/**
 * Runs a state-changing request: idempotency key, work, outbox and audit row in one transaction. A request repeated with the same
 * {@code Idempotency-Key} gets the first one's answer; integrating systems must send one with every POST. What must not be kept is not
 * kept: {@link Reply#keeping} and {@link Reply#readAgain} say how such a request is answered when it is repeated.
 */
@ApplicationScoped
public class Commands {

    private static final String KEY = "Idempotency-Key";

    private final Tx tx;
    private final Callers callers;
    private final Audit audit;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final HttpServerRequest http;

    Commands(Tx tx, Callers callers, Audit audit, IdempotencyKeys keys, ObjectMapper json, HttpHeaders headers, UriInfo uri,
            HttpServerRequest http) {
        this.tx = tx;
        this.callers = callers;
        this.audit = audit;
        this.keys = keys;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
        this.http = http;
    }

    /** What a command does, in the transaction it is given. */
    @FunctionalInterface
    public interface Command {
        Uni<Reply> in(Work work, Caller caller);
    }

    /**
     * @param request body of the request, or null; part of what makes two requests the same
     * @throws DomainException.InvalidInput when an integrating system sends no idempotency key
     */
    public Uni<Response> run(Object request, Command command) {
        Caller caller = callers.current();
        String action = http.method() + " " + uri.getPath();
        String trace = Trace.id();
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            if (caller.isIntegration() && http.method().name().equals("POST")) {
                throw new DomainException.InvalidInput(KEY, "idempotency-key-missing");
            }
            return tx.runInTurn(work -> audited(work, caller, command, action, trace)).map(this::answer);
        }
        String fingerprint = Fingerprint.of(http.method().name(), uri.getPath(), uri.getQueryParameters(),
                request == null ? null : headers.getMediaType(),
                headers.getHeaderString(HttpHeaders.IF_MATCH), text(request));
        IdempotencyKeys.Attempt attempt = keys.attempt(caller.subject().toString(), key, fingerprint);
        return tx.runInTurn(work -> attempt.begin(work).chain(earlier -> {
            if (earlier != null && !earlier.again()) {
                return Uni.createFrom().item(earlier.replay());
            }
            Uni<Reply> done = audited(work, caller, command, action, trace);
            return earlier != null ? done.map(reply -> IdempotencyKeys.replayed(answer(reply)))
                    : done.call(reply -> attempt.finish(work, reply, text(reply.kept()))).map(this::answer);
        }));
    }

    private Uni<Reply> audited(Work work, Caller caller, Command command, String action, String trace) {
        return command.in(work, caller).call(reply -> audit.add(work, caller, action, reply.customer(), told(reply), trace));
    }

    /** What was made has its id in its path only: the audit says it, so that the thing's whole story can be found there. */
    private static String told(Reply reply) {
        return reply.location() == null ? reply.detail()
                : reply.detail() == null ? reply.location() : reply.location() + " " + reply.detail();
    }

    private Response answer(Reply reply) {
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        if (reply.location() != null) {
            response.header(HttpHeaders.LOCATION, reply.location());
        }
        if (reply.version() != null) {
            response.header(HttpHeaders.ETAG, Etags.of(reply.version()));
        }
        return response.build();
    }

    private String text(Object body) {
        try {
            return body == null ? null : json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + body.getClass(), e);
        }
    }
}
