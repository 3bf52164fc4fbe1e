package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.roster.RosterApi.AskSwap;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.web.Commands;

import io.smallrye.mutiny.Uni;

/** A colleague does somebody's shift: asked for, agreed to by the colleague, approved by a supervisor who is neither of them (R143). */
@Path("/api/shifts/{id}/swap")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SwapResource {

    private final Shifts shifts;
    private final Commands commands;

    SwapResource(Shifts shifts, Commands commands) {
        this.shifts = shifts;
        this.commands = commands;
    }

    @POST
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> ask(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AskSwap request) {
        return run(id, ifMatch, request, caller -> (shift, now) -> {
            shift.askSwap(request.colleague(), request.reason(), caller.username(), now);
            return null;
        });
    }

    @POST
    @Path("/accept")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> accept(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, caller -> (shift, now) -> {
            shift.acceptSwap(caller.username(), now);
            return null;
        });
    }

    /** By the colleague. */
    @POST
    @Path("/decline")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> decline(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, caller -> (shift, now) -> {
            shift.dropSwap(caller.username(), shift.colleague, now);
            return null;
        });
    }

    /** By who asked. */
    @POST
    @Path("/take-back")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager"})
    public Uni<Response> takeBack(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, caller -> (shift, now) -> {
            shift.dropSwap(caller.username(), shift.person, now);
            return null;
        });
    }

    @POST
    @Path("/approve")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> approve(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, caller -> (shift, now) -> shift.approveSwap(caller.username(), now));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> refuse(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, caller -> (shift, now) -> {
            shift.dropSwap(caller.username(), null, now);
            return null;
        });
    }

    private interface Step {
        BiFunction<Shift, Instant, RosterEvent> by(Caller caller);
    }

    private Uni<Response> run(UUID id, String ifMatch, Object request, Step step) {
        return commands.run(request, (work, caller) -> shifts.change(work, id, ifMatch, caller, step.by(caller)).map(ShiftResource::reply));
    }
}
