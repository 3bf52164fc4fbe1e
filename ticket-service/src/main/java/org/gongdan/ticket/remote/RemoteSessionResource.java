package org.gongdan.ticket.remote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.security.Mask;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;
import org.gongdan.ticket.Consent;

import io.smallrye.mutiny.Uni;

@Path("/api/tickets/{ticketId}/remote-sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RemoteSessionResource {

    private final RemoteSessions sessions;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    RemoteSessionResource(RemoteSessions sessions, Commands commands, Callers callers, Tx tx) {
        this.sessions = sessions;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    record StartSession(@NotNull @Line(max = 100) String tool, @Valid Consent consent, @NotNull Boolean customerPresent,
            @NotNull @Prose(max = 1000) String scope) {
    }

    record LogStep(@NotNull @Prose(max = 2000) String action, @NotNull @Prose(max = 2000) String result) {
    }

    record EndSession(@NotNull Boolean succeeded, @NotNull @Prose(max = 2000) String result) {
    }

    record StepView(Instant at, String by, String action, String result) {
        static StepView of(RemoteStep step) {
            return new StepView(step.at, step.by, step.action, step.result);
        }
    }

    record SessionView(UUID id, String tool, String consentBy, Instant consentAt, String scope, Instant startedAt, String startedBy,
            Instant endedAt,
            Boolean succeeded, String result, List<StepView> steps) {
        static SessionView of(RemoteSession session, List<RemoteStep> steps) {
            return new SessionView(session.id, session.tool, session.consentBy, session.consentAt, session.scope, session.startedAt,
                    session.startedBy,
                    session.endedAt, session.succeeded, session.result, steps.stream().map(StepView::of).toList());
        }

        /** What may be kept of an answer. */
        SessionView masked() {
            return new SessionView(id, tool, Mask.name(consentBy), consentAt, scope, startedAt, startedBy, endedAt, succeeded, result,
                    steps);
        }
    }

    @POST
    @RolesAllowed({"agent", "engineer"})
    public Uni<Response> start(UUID ticketId, @NotNull @Valid StartSession request) {
        return commands.run(request, (work, caller) -> sessions.start(work, ticketId, request, caller)
                .map(started -> Reply
                        .created("/api/tickets/" + ticketId + "/remote-sessions/" + started.id, SessionView.of(started, List.of()),
                                started.version, null)
                        .keeping(SessionView.of(started, List.of()).masked())));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed({"agent", "engineer"})
    public Uni<Response> log(UUID ticketId, UUID id, @NotNull @Valid LogStep request) {
        return commands.run(request, (work, caller) -> sessions.log(work, ticketId, id, request, caller)
                .map(step -> new Reply(201, StepView.of(step), null, null, null, null)));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({"agent", "engineer"})
    public Uni<Response> end(UUID ticketId, UUID id, @NotNull @Valid EndSession request) {
        return commands.run(request, (work, caller) -> sessions.end(work, ticketId, id, request, caller)
                .map(ended -> Reply.ok(SessionView.of(ended.session(), ended.steps()), ended.session().version, null)
                        .keeping(SessionView.of(ended.session(), ended.steps()).masked())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "customer"})
    public Uni<SessionView> find(UUID ticketId, UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> sessions.find(read, ticketId, id, caller)).map(found -> SessionView.of(found.session(), found.steps()));
    }
}
