package org.gongdan.sla.report;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

import org.gongdan.platform.input.Prose;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.sheet.Csv;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** Why promises were broken: what the facts tell, and what supervisors found. */
@Path("/api/sla-reports/causes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CauseResource {

    private final Causes causes;
    private final Commands commands;
    private final Callers callers;
    private final SlaSettings settings;
    private final Kinds kinds;
    private final Clock clock;
    private final Tx tx;

    CauseResource(Causes causes, Commands commands, Callers callers, SlaSettings settings, Kinds kinds, Clock clock, Tx tx) {
        this.causes = causes;
        this.commands = commands;
        this.callers = callers;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
        this.tx = tx;
    }

    record FindCause(@NotNull Cause cause, @NotNull @Prose(max = 1000) String note) {
    }

    /** @param words everything that was said about this breach, the latest last; it counts */
    record CauseView(BreachCause breach, List<BreachCause.Found> words) {
    }

    /** @param complete false: there are more broken promises than are looked through at once */
    record CauseSummary(long broken, boolean complete, List<CauseCount> items) {
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<BreachCause>> list(@BeanParam Asked asked, @QueryParam("cause") Cause cause, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Scope scope = asked.scope(clock.instant(), settings, callers.current(), kinds);
        Reports.Place after = Page.decode(cursor, Reports.Place::of);
        // Only a derivation can tell the cause, so all that may have it are looked through.
        return tx.read(read -> BreachCause.in(scope, after, cause == null ? limit + 1 : BreachCause.MOST).ask(read))
                .map(rows -> rows.stream().filter(row -> cause == null || row.cause() == cause).limit(limit + 1L).toList())
                .map(rows -> Page.of(rows, limit, BreachCause::key, row -> row));
    }

    @GET
    @Path("/summary")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<CauseSummary> summary(@BeanParam Asked asked) {
        return all(asked).map(broken -> new CauseSummary(broken.size(), broken.size() < BreachCause.MOST, CauseCount.of(broken)));
    }

    @GET
    @Path("/summary")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<String> summaryCsv(@BeanParam Asked asked) {
        return all(asked).map(broken -> Csv.of(CauseCount.HEAD, CauseCount.of(broken).stream().map(CauseCount::cells).toList()));
    }

    @GET
    @Path("/{clockId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Response> find(UUID clockId) {
        return tx.read(read -> causes.find(read, clockId))
                .map(view -> Response.ok(view).header("ETag", Etags.of(view.words().size())).build());
    }

    /** What a supervisor found; it replaces what was derived, and what was found before stays readable. */
    @POST
    @Path("/{clockId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> record(UUID clockId, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid FindCause request) {
        return commands.run(request,
                (work, caller) -> causes.record(work, clockId, ifMatch, request.cause(), request.note().strip(), caller)
                        .map(view -> Reply.ok(view, view.words().size(), view.breach().customerId()).withDetail(request.cause().name())));
    }

    private Uni<List<BreachCause>> all(Asked asked) {
        Scope scope = asked.scope(clock.instant(), settings, callers.current(), kinds);
        return tx.read(read -> BreachCause.in(scope).ask(read));
    }
}
