package org.gongdan.dispatch.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.roster.RosterApi.Because;
import org.gongdan.dispatch.roster.RosterApi.DraftShift;
import org.gongdan.dispatch.roster.RosterApi.ReplaceShift;
import org.gongdan.dispatch.roster.RosterApi.ShiftView;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

/** Who is on duty when. */
@Path("/api/shifts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ShiftResource {

    private static final String PATH = "/api/shifts/";

    private final Shifts shifts;
    private final ShiftList list;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;
    private final Clock clock;

    ShiftResource(Shifts shifts, ShiftList list, Commands commands, Callers callers, Tx tx, Clock clock) {
        this.shifts = shifts;
        this.list = list;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
        this.clock = clock;
    }

    /** The timetable, in order of time; drafts are shown to those who plan. @param from only what ends after it. @param to only what begins before it */
    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<ShiftView>> search(@QueryParam("duty") String duty, @QueryParam("person") String person,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        ShiftList.Filter filter = new ShiftList.Filter(duty, person, from, to, Shifts.plans(callers.current()));
        ShiftList.After after = Page.decode(cursor, ShiftList.After::of);
        return tx.read(read -> list.find(read, filter, after, limit + 1))
                .map(found -> Page.of(found, limit, ShiftList.After::key, ShiftView::of));
    }

    /** @param at now when not given */
    @GET
    @Path("/on-duty")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<ShiftView>> onDuty(@QueryParam("duty") String duty, @QueryParam("at") Instant at) {
        Instant when = at == null ? clock.instant() : at;
        return tx.read(read -> list.onDuty(read, duty, when)).map(found -> new Page<>(found.stream().map(ShiftView::of).toList(), null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> shifts.find(read, id, caller))
                .map(shift -> Response.ok(ShiftView.of(shift)).header("ETag", Etags.of(shift.version)).build());
    }

    @POST
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> draft(@NotNull @Valid DraftShift request) {
        return commands.run(request, (work, caller) -> shifts.draft(work, request)
                .map(shift -> Reply.created(PATH + shift.id, ShiftView.of(shift), shift.version, null)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> discard(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return commands.run(null, (work, caller) -> shifts.discard(work, id, ifMatch, caller).replaceWith(Reply.done(null)));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return commands.run(null, (work, caller) -> shifts.publish(work, id, ifMatch, caller).map(ShiftResource::reply));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> withdraw(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return commands.run(request,
                (work, caller) -> shifts.withdraw(work, id, ifMatch, caller, request.reason()).map(ShiftResource::reply));
    }

    /** Another shift in the place of this one: another person, another time, or both. */
    @POST
    @Path("/{id}/replace")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> replace(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReplaceShift request) {
        return commands.run(request, (work, caller) -> shifts.replace(work, id, ifMatch, caller, request)
                .map(shift -> Reply.created(PATH + shift.id, ShiftView.of(shift), shift.version, null)));
    }

    static Reply reply(Shift shift) {
        return Reply.ok(ShiftView.of(shift), shift.version, null);
    }
}
