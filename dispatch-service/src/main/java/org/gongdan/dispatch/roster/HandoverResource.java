package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.roster.RosterApi.Because;
import org.gongdan.dispatch.roster.RosterApi.WriteHandover;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

/** The note with which a shift is handed over: written by who leaves, accepted or refused by who comes (R143). */
@Path("/api/shifts/{id}/handover")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private final Shifts shifts;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    HandoverResource(Shifts shifts, Commands commands, Callers callers, Tx tx) {
        this.shifts = shifts;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Response> read(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> shifts.find(read, id, caller))
                .map(shift -> Response.ok(RosterApi.handover(shift)).header("ETag", Etags.of(shift.version)).build());
    }

    /** Can be written again until it is accepted. */
    @PUT
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> write(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WriteHandover request) {
        return commands.run(request, (work, caller) -> shifts.change(work, id, ifMatch, caller,
                (shift, now) -> shift.writeHandover(request.note(), request.items(), caller.username(), now)).map(HandoverResource::reply));
    }

    @POST
    @Path("/accept")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> accept(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(id, ifMatch, null, caller -> (shift, now) -> shift.acceptHandover(caller.username(), now));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> refuse(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return answer(id, ifMatch, request, caller -> (shift, now) -> shift.refuseHandover(request.reason(), caller.username(), now));
    }

    private interface Answer {
        BiFunction<Shift, Instant, RosterEvent> by(Caller caller);
    }

    private Uni<Response> answer(UUID id, String ifMatch, Object request, Answer answer) {
        return commands.run(request,
                (work, caller) -> shifts.answerHandover(work, id, ifMatch, caller, answer.by(caller)).map(HandoverResource::reply));
    }

    private static Reply reply(Shift shift) {
        return Reply.ok(RosterApi.handover(shift), shift.version, null);
    }
}
