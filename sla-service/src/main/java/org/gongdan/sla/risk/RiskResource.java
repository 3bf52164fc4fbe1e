package org.gongdan.sla.risk;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.risk.RiskApi.RiskView;
import org.gongdan.sla.risk.RiskApi.RisksView;

import io.smallrye.mutiny.Uni;

/** What a supervisor looks at first: promises in danger, and whom they bind. */
@Path("/api/risks")
@Produces(MediaType.APPLICATION_JSON)
class RiskResource {

    private final RiskList list;
    private final Clock clock;
    private final Tx tx;

    RiskResource(RiskList list, Clock clock, Tx tx) {
        this.list = list;
        this.clock = clock;
        this.tx = tx;
    }

    /** Counts of everything, in one answer: it is asked for again and again. */
    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<RisksView> counts() {
        return tx.read(read -> list.counts(read, clock.instant()));
    }

    /** The promises behind a count, the first due first; without {@code what} every one that is not done. */
    @GET
    @Path("/promises")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<RiskView>> promises(@QueryParam("what") Risk what, @QueryParam("engineerId") UUID engineerId,
            @QueryParam("customerId") UUID customerId, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        RiskList.Filter filter = new RiskList.Filter(what, engineerId, customerId, Page.decode(cursor, RiskList.Place::of));
        return tx.read(read -> list.find(read, filter, clock.instant(), limit + 1))
                .map(rows -> Page.of(rows, limit, RiskList.Place::key, row -> row));
    }
}
