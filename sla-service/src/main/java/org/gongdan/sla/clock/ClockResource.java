package org.gongdan.sla.clock;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.clock.ClockApi.ClockView;
import org.gongdan.sla.clock.ClockApi.ExplanationView;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

@Path("/api/clocks")
@Produces(MediaType.APPLICATION_JSON)
class ClockResource {

    private final ClockList list;
    private final Kinds kinds;
    private final Callers callers;
    private final SlaSettings settings;
    private final Tx tx;

    ClockResource(ClockList list, Kinds kinds, Callers callers, SlaSettings settings, Tx tx) {
        this.list = list;
        this.kinds = kinds;
        this.callers = callers;
        this.settings = settings;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<ClockView>> search(@QueryParam("ticketId") UUID ticketId, @QueryParam("visitId") UUID visitId,
            @QueryParam("shiftId") UUID shiftId, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        ClockList.Filter filter = new ClockList.Filter(ticketId, visitId, shiftId, Page.decodeId(cursor));
        return tx.read(read -> list.find(read, filter, caller, limit + 1))
                .map(clocks -> Page.of(clocks, limit, clock -> clock.id.toString(), ClockView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> list.find(read, id, caller))
                .map(clock -> Response.ok(ClockView.of(clock)).header("ETag", Etags.of(clock.version)).build());
    }

    /** Why it is due when it is due. */
    @GET
    @Path("/{id}/explanation")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<ExplanationView> explain(UUID id, @Context HttpHeaders headers) {
        Caller caller = callers.current();
        Explanation explanation = new Explanation(kinds, ProblemTexts.choose(headers), settings.zone());
        return tx.read(read -> list.find(read, id, caller)).map(explanation::of);
    }
}
