package org.gongdan.sla.report;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.sheet.Csv;
import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** Figures about promises, as JSON and as CSV. */
@Path("/api/sla-reports")
@Produces(MediaType.APPLICATION_JSON)
class FigureResource {

    private final CountedTimes times;
    private final Callers callers;
    private final SlaSettings settings;
    private final Kinds kinds;
    private final Clock clock;
    private final Tx tx;

    FigureResource(CountedTimes times, Callers callers, SlaSettings settings, Kinds kinds, Clock clock, Tx tx) {
        this.times = times;
        this.callers = callers;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
        this.tx = tx;
    }

    record AttainmentBy(Dimension dimension, List<Attainment> items) {
    }

    record Distributions(List<Distribution> items) {
    }

    record PunctualityReport(List<Punctuality> items) {
    }

    record NoticeReport(List<Notices> items) {
    }

    /** By customer, kind, priority, service, month or (staff only) engineer. */
    @GET
    @Path("/attainment/{dimension}")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<AttainmentBy> attainment(String dimension, @BeanParam Asked asked) {
        Dimension by = dimension(dimension);
        return ask(asked, scope -> Attainment.by(by, scope)).map(items -> new AttainmentBy(by, items));
    }

    @GET
    @Path("/attainment/{dimension}")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> attainmentCsv(String dimension, @BeanParam Asked asked) {
        Dimension by = dimension(dimension);
        return ask(asked, scope -> Attainment.by(by, scope))
                .map(items -> Csv.of(Attainment.HEAD, items.stream().map(Attainment::cells).toList()));
    }

    /** How long promises of these kinds took, in minutes: on the clock on the wall, and counted. */
    @GET
    @Path("/distributions")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Distributions> distributions(@BeanParam Asked asked,
            @QueryParam("kind") @DefaultValue("ACKNOWLEDGE,RESOLUTION_24H") String kind) {
        return spread(asked, kind).map(Distributions::new);
    }

    @GET
    @Path("/distributions")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> distributionsCsv(@BeanParam Asked asked,
            @QueryParam("kind") @DefaultValue("ACKNOWLEDGE,RESOLUTION_24H") String kind) {
        return spread(asked, kind).map(items -> Csv.of(Distribution.HEAD, items.stream().flatMap(item -> item.cells().stream()).toList()));
    }

    /** Visits early, on time and late, all together and by engineer. */
    @GET
    @Path("/punctuality")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<PunctualityReport> punctuality(@BeanParam Asked asked) {
        return ask(asked, Punctuality::of).map(PunctualityReport::new);
    }

    @GET
    @Path("/punctuality")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<String> punctualityCsv(@BeanParam Asked asked) {
        return ask(asked, Punctuality::of).map(items -> Csv.of(Punctuality.HEAD, items.stream().map(Punctuality::cells).toList()));
    }

    /** Whether customers were told of delays early enough, all together and by engineer and rule. */
    @GET
    @Path("/notices")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<NoticeReport> notices(@BeanParam Asked asked) {
        return ask(asked, Notices::of).map(NoticeReport::new);
    }

    @GET
    @Path("/notices")
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<String> noticesCsv(@BeanParam Asked asked) {
        return ask(asked, Notices::of).map(items -> Csv.of(Notices.HEAD, items.stream().map(Notices::cells).toList()));
    }

    private <T> Uni<T> ask(Asked asked, Function<Scope, Question<T>> question) {
        Scope scope = asked.scope(clock.instant(), settings, callers.current(), kinds);
        return tx.read(read -> question.apply(scope).ask(read));
    }

    private Uni<List<Distribution>> spread(Asked asked, String commaSeparated) {
        Scope scope = asked.scope(clock.instant(), settings, callers.current(), kinds);
        String[] wanted = commaSeparated.split(",");
        return tx.run(work -> times.know(work, scope, wanted).chain(() -> Distribution.of(scope, wanted).ask(work)));
    }

    private Dimension dimension(String text) {
        Caller caller = callers.current();
        for (Dimension dimension : Dimension.values()) {
            if (dimension.name().equals(text.toUpperCase(Locale.ROOT))) {
                if (dimension == Dimension.ENGINEER && !caller.isStaff()) {
                    throw new Forbidden("staff-only");
                }
                return dimension;
            }
        }
        throw new NotFound("dimension", text);
    }
}
