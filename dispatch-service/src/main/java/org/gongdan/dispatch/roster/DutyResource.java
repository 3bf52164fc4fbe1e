package org.gongdan.dispatch.roster;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.roster.RosterApi.DescribeDuty;
import org.gongdan.dispatch.roster.RosterApi.DutyView;
import org.gongdan.dispatch.roster.RosterApi.Publish;
import org.gongdan.dispatch.roster.RosterApi.Rotate;
import org.gongdan.dispatch.roster.Timetable.Counted;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

/** Duties, and the timetable of each. Days are those of the duty's zone, the last one included. */
@Path("/api/duties")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DutyResource {

    private final Duties duties;
    private final Timetable timetable;
    private final Commands commands;
    private final Tx tx;

    DutyResource(Duties duties, Timetable timetable, Commands commands, Tx tx) {
        this.duties = duties;
        this.timetable = timetable;
        this.commands = commands;
        this.tx = tx;
    }

    record Discarded(int shifts) {
    }

    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<DutyView>> list() {
        return tx.read(duties::all).map(all -> new Page<>(all.stream().map(DutyView::of).toList(), null));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Response> find(String code) {
        return tx.read(read -> duties.find(read, code))
                .map(duty -> Response.ok(DutyView.of(duty)).header("ETag", Etags.of(duty.version)).build());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Response> describe(@Pattern(regexp = Duty.CODE) String code, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DescribeDuty request) {
        return commands.run(request, (work, caller) -> duties.describe(work, code, ifMatch, request, caller.username())
                .map(duty -> Reply.ok(DutyView.of(duty), duty.version, null)));
    }

    /** Times at which too few people are on duty. @param drafts whether drafted shifts count, as if they were published */
    @GET
    @Path("/{code}/gaps")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<Coverage.Gap>> gaps(String code, @QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to,
            @QueryParam("drafts") @DefaultValue("false") boolean drafts) {
        Period period = new Period(from, to);
        return tx
                .read(read -> duties.find(read, code)
                        .chain(duty -> timetable.gaps(read, duty, period, drafts ? Counted.DRAFTS : Counted.PUBLISHED)))
                .map(gaps -> new Page<>(gaps, null));
    }

    @POST
    @Path("/{code}/rotation")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> rotate(String code, @NotNull @Valid Rotate request) {
        return commands.run(request,
                (work, caller) -> timetable.rotate(work, code, request).map(drafted -> new Reply(201, drafted, null, null, null, null)));
    }

    @DELETE
    @Path("/{code}/drafts")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> discard(String code, @QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to) {
        return commands.run(null, (work, caller) -> timetable.discard(work, code, new Period(from, to))
                .map(shifts -> new Reply(200, new Discarded(shifts), null, null, null, from + " to " + to)));
    }

    @POST
    @Path("/{code}/publication")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> publish(String code, @NotNull @Valid Publish request) {
        return commands.run(request, (work, caller) -> timetable.publish(work, code, request, caller.username())
                .map(published -> new Reply(200, published, null, null, null, null)));
    }
}
