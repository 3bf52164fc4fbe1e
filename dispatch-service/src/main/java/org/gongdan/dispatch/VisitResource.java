package org.gongdan.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.VisitApi.Arrive;
import org.gongdan.dispatch.VisitApi.Because;
import org.gongdan.dispatch.VisitApi.CompleteVisit;
import org.gongdan.dispatch.VisitApi.DelayView;
import org.gongdan.dispatch.VisitApi.Depart;
import org.gongdan.dispatch.VisitApi.Happened;
import org.gongdan.dispatch.VisitApi.LeaveNote;
import org.gongdan.dispatch.VisitApi.ReassignVisit;
import org.gongdan.dispatch.VisitApi.ReportDelay;
import org.gongdan.dispatch.VisitApi.RescheduleVisit;
import org.gongdan.dispatch.VisitApi.ScheduleVisit;
import org.gongdan.dispatch.VisitApi.TurnedAway;
import org.gongdan.dispatch.VisitApi.VisitView;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

@Path("/api/visits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class VisitResource {

    private final Visits visits;
    private final VisitList list;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;
    private final Clock clock;

    VisitResource(Visits visits, VisitList list, Commands commands, Callers callers, Tx tx, Clock clock) {
        this.visits = visits;
        this.list = list;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
        this.clock = clock;
    }

    /** Newest first. @param from only visits whose window ends after it. @param to only visits whose window starts before it */
    @GET
    @RolesAllowed({"supervisor", "agent", "manager", "engineer", "customer"})
    public Uni<Page<VisitView>> search(@QueryParam("status") List<VisitStatus> status, @QueryParam("engineerId") UUID engineerId,
            @QueryParam("ticketId") UUID ticketId, @QueryParam("customerId") UUID customerId, @QueryParam("number") String number,
            @QueryParam("from") Instant from, @QueryParam("to") Instant to, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        VisitList.Filter filter = new VisitList.Filter(Set.copyOf(status), engineerId, ticketId, customerId, number, from, to,
                Page.decodeId(cursor));
        return tx.read(read -> list.find(read, filter, caller, limit + 1))
                .map(files -> Page.of(files, limit, file -> file.visit().id.toString(),
                        file -> VisitView.of(file, caller, clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"supervisor", "agent", "manager", "engineer", "customer"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> visits.find(read, id, caller))
                .map(file -> Response.ok(VisitView.of(file, caller, clock.instant())).header("ETag", Etags.of(file.visit().version))
                        .build());
    }

    /** Also tells what was really behind a delay, so it is for those who answer for the engineers. */
    @GET
    @Path("/{id}/delays")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Page<DelayView>> delays(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> visits.delays(read, id, caller))
                .map(delays -> new Page<>(delays.stream().map(DelayView::of).toList(), null));
    }

    @POST
    @Path("/{id}/schedule")
    @RolesAllowed("supervisor")
    public Uni<Response> schedule(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ScheduleVisit request) {
        return run(request, (work, caller) -> visits.schedule(work, id, ifMatch, caller, request));
    }

    @POST
    @Path("/{id}/reschedule")
    @RolesAllowed("supervisor")
    public Uni<Response> reschedule(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RescheduleVisit request) {
        return run(request, (work, caller) -> visits.reschedule(work, id, ifMatch, caller, request));
    }

    @POST
    @Path("/{id}/reassign")
    @RolesAllowed("supervisor")
    public Uni<Response> reassign(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReassignVisit request) {
        return run(request, (work, caller) -> visits.reassign(work, id, ifMatch, caller, request));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("supervisor")
    public Uni<Response> cancel(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return run(request,
                (work, caller) -> visits.change(work, id, ifMatch, caller, (visit, now) -> visit.cancel(request.reason(), now)));
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed("engineer")
    public Uni<Response> accept(UUID id, @HeaderParam("If-Match") String ifMatch, @Valid Happened request) {
        Happened when = request == null ? new Happened(null) : request;
        return own(id, ifMatch, request, (visit, now) -> visit.accept(StepTime.of(when.at(), visit, now)));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed("engineer")
    public Uni<Response> decline(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Because request) {
        return own(id, ifMatch, request, (visit, now) -> visit.decline(request.reason(), now));
    }

    @POST
    @Path("/{id}/report-delay")
    @RolesAllowed("engineer")
    public Uni<Response> reportDelay(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReportDelay request) {
        return run(request, (work, caller) -> visits.delay(work, id, ifMatch, caller, request));
    }

    @POST
    @Path("/{id}/depart")
    @RolesAllowed("engineer")
    public Uni<Response> depart(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Depart request) {
        return own(id, ifMatch, request, (visit, now) -> visit.depart(request.readiness(), StepTime.of(request.at(), visit, now)));
    }

    @POST
    @Path("/{id}/arrive")
    @RolesAllowed("engineer")
    public Uni<Response> arrive(UUID id, @HeaderParam("If-Match") String ifMatch, @Valid Arrive request) {
        Arrive where = request == null ? new Arrive(null, null, null, false) : request;
        return own(id, ifMatch, where, (visit, now) -> visit.arrive(where.latitude(), where.longitude(),
                StepTime.ofArrival(where.at(), where.sure(), visit, now)));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed("engineer")
    public Uni<Response> complete(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CompleteVisit request) {
        return own(id, ifMatch, request,
                (visit, now) -> visit.complete(request.checklist(), request.work(), request.outcome(), request.cause(),
                        request.fix(), StepTime.of(request.at(), visit, now)));
    }

    /** Hands in the signed order (R90). */
    @POST
    @Path("/{id}/submission")
    @RolesAllowed("engineer")
    public Uni<Response> submit(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return own(id, ifMatch, null, (visit, now) -> visit.submit(now));
    }

    @POST
    @Path("/{id}/absent")
    @RolesAllowed("engineer")
    public Uni<Response> absent(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid LeaveNote request) {
        return own(id, ifMatch, request, (visit, now) -> visit.absent(request.note(), StepTime.of(request.at(), visit, now)));
    }

    @POST
    @Path("/{id}/refused")
    @RolesAllowed("engineer")
    public Uni<Response> refused(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TurnedAway request) {
        return own(id, ifMatch, request, (visit, now) -> visit.refuse(request.reason(), StepTime.of(request.at(), visit, now)));
    }

    private Uni<Response> own(UUID id, String ifMatch, Object request, BiFunction<Visit, Instant, VisitEvent> transition) {
        return run(request, (work, caller) -> visits.changeOwn(work, id, ifMatch, caller, transition));
    }

    private Uni<Response> run(Object request, BiFunction<Work, Caller, Uni<VisitFile>> task) {
        return commands.run(request, (work, caller) -> task.apply(work, caller)
                .map(file -> Reply.ok(VisitView.of(file, caller, clock.instant()), file.visit().version, file.visit().customerId)
                        .keeping(VisitView.masked(file, clock.instant()))));
    }
}
