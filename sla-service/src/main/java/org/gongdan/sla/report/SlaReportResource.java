package org.gongdan.sla.report;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
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

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.SlaSettings;

import io.smallrye.mutiny.Uni;

@Path("/api/sla-reports")
class SlaReportResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Reports reports;
    private final Callers callers;
    private final SlaSettings settings;
    private final Clock clock;
    private final Tx tx;

    SlaReportResource(Reports reports, Callers callers, SlaSettings settings, Clock clock, Tx tx) {
        this.reports = reports;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
        this.tx = tx;
    }

    record AttainmentReport(List<Reports.CustomerAttainment> items) {
    }

    @GET
    @Path("/attainment")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<AttainmentReport> attainment(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("customerId") UUID customerId) {
        return attainments(from, to, customerId).map(AttainmentReport::new);
    }

    @GET
    @Path("/attainment")
    @Produces(CSV)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> attainmentCsv(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("customerId") UUID customerId) {
        return attainments(from, to, customerId).map(items -> Csv.of(
                List.of("customerId", "customerName", "kind", "total", "met", "breached", "open", "attainment"),
                items.stream().map(item -> Arrays.<Object>asList(item.customerId(), item.customerName(), item.kind(), item.total(), item.met(),
                        item.breached(), item.open(), item.attainment())).toList()));
    }

    @GET
    @Path("/breaches")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Reports.Breach>> breaches(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("customerId") UUID customerId,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        Period period = period(from, to);
        Reports.Place after = Reports.Place.of(Page.decode(cursor));
        return tx.read(session -> reports.breaches(session, period, customerId, after, caller, limit + 1))
                .map(rows -> Page.of(rows, limit, Reports.Breach::key, row -> row));
    }

    private Uni<List<Reports.CustomerAttainment>> attainments(String from, String to, UUID customerId) {
        Caller caller = callers.current();
        Period period = period(from, to);
        return tx.read(session -> reports.attainment(session, period, customerId, caller));
    }

    private Period period(String from, String to) {
        return Period.of(from, to, clock.instant(), settings.zone());
    }
}
