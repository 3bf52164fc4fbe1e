package org.gongdan.ticket.survey;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.ticket.survey.SurveyApi.SurveyAnswer;
import org.gongdan.ticket.survey.SurveyApi.SurveySummary;

import io.smallrye.mutiny.Uni;

/** What customers answered to surveys, counted and one by one; from the first instant (included) to the last (not included). */
@Path("/api/surveys")
@Produces(MediaType.APPLICATION_JSON)
class SurveyResource {

    private static final String ASPECT = "call|remote|punctuality|skill|manners|result";

    private final Surveys surveys;
    private final Tx tx;

    SurveyResource(Surveys surveys, Tx tx) {
        this.surveys = surveys;
        this.tx = tx;
    }

    @GET
    @Path("/summary")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<SurveySummary> summary(@QueryParam("from") @NotNull Instant from, @QueryParam("to") @NotNull Instant to,
            @QueryParam("customerId") UUID customerId) {
        mustBeForward(from, to);
        return tx.read(read -> surveys.summary(read, from, to, customerId));
    }

    /** @param low only those with a score of 1 or 2: of the aspect, if one is named */
    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<SurveyAnswer>> list(@QueryParam("from") @NotNull Instant from, @QueryParam("to") @NotNull Instant to,
            @QueryParam("customerId") UUID customerId, @QueryParam("aspect") @Pattern(regexp = ASPECT) String aspect,
            @QueryParam("low") boolean low, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        mustBeForward(from, to);
        var filter = new Surveys.Filter(from, to, customerId, aspect, low, Page.decode(cursor, Surveys.Place::of));
        return tx.read(read -> surveys.list(read, filter, limit + 1))
                .map(rows -> Page.of(rows, limit, Surveys.Told::key, Surveys.Told::answer));
    }

    private static void mustBeForward(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw new InvalidInput("to", "period-reversed");
        }
    }
}
