package org.gongdan.sla.report;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

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
import org.gongdan.platform.sheet.Csv;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

@Path("/api/sla-reports")
@Produces(MediaType.APPLICATION_JSON)
class SlaReportResource {

    private final Reports reports;
    private final Callers callers;
    private final SlaSettings settings;
    private final Kinds kinds;
    private final Clock clock;
    private final Tx tx;

    SlaReportResource(Reports reports, Callers callers, SlaSettings settings, Kinds kinds, Clock clock, Tx tx) {
        this.reports = reports;
        this.callers = callers;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
        this.tx = tx;
    }

    record AttainmentReport(List<Reports.CustomerAttainment> items) {
    }

    @GET
    @Path("/attainment")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<AttainmentReport> attainment(@BeanParam Asked asked) {
        return attainments(asked).map(AttainmentReport::new);
    }

    @GET
    @Path("/attainment")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> attainmentCsv(@BeanParam Asked asked) {
        return attainments(asked).map(items -> Csv.of(
                List.of("customerId", "customerName", "kind", "total", "met", "breached", "open", "attainment"),
                items.stream()
                        .map(item -> Arrays.<Object>asList(item.customerId(), item.customerName(), item.kind(), item.total(), item.met(),
                                item.breached(), item.open(), item.attainment()))
                        .toList()));
    }

    @GET
    @Path("/breaches")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Reports.Breach>> breaches(@BeanParam Asked asked,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Scope scope = scope(asked);
        Reports.Place after = Page.decode(cursor, Reports.Place::of);
        return tx.read(read -> reports.breaches(read, scope, after, limit + 1))
                .map(rows -> Page.of(rows, limit, Reports.Breach::key, row -> row));
    }

    private Uni<List<Reports.CustomerAttainment>> attainments(Asked asked) {
        Scope scope = scope(asked);
        return tx.read(read -> reports.attainment(read, scope));
    }

    private Scope scope(Asked asked) {
        return asked.scope(clock.instant(), settings, callers.current(), kinds);
    }
}
