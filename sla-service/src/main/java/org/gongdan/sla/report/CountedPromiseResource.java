package org.gongdan.sla.report;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** What stands behind a figure, one by one, so that whoever sees "3 broken" sees which. */
@Path("/api/sla-reports/promises")
@Produces(MediaType.APPLICATION_JSON)
class CountedPromiseResource {

    private final Callers callers;
    private final SlaSettings settings;
    private final Kinds kinds;
    private final Clock clock;
    private final Tx tx;

    CountedPromiseResource(Callers callers, SlaSettings settings, Kinds kinds, Clock clock, Tx tx) {
        this.callers = callers;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<CountedPromise>> list(@BeanParam Asked asked, @BeanParam Behind behind, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Scope scope = asked.scope(clock.instant(), settings, callers.current(), kinds);
        Reports.Place after = Page.decode(cursor, Reports.Place::of);
        return tx.read(read -> CountedPromise.of(scope, behind, after, limit + 1).ask(read))
                .map(rows -> Page.of(rows, limit, CountedPromise::key, row -> row));
    }
}
