package org.gongdan.sla.agreement;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.agreement.AgreementApi.AgreementView;
import org.gongdan.sla.agreement.AgreementApi.MakeAgreement;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

@Path("/api/agreements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AgreementResource {

    private final Agreements agreements;
    private final Commands commands;
    private final Callers callers;
    private final SlaSettings settings;
    private final Clock clock;
    private final Tx tx;

    AgreementResource(Agreements agreements, Commands commands, Callers callers, SlaSettings settings, Clock clock, Tx tx) {
        this.agreements = agreements;
        this.commands = commands;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Response> make(@NotNull @Valid MakeAgreement request) {
        if (request.type() == AgreementType.SLA && request.customerId() == null) {
            throw new Rejected("sla-needs-customer").onField("customerId");
        }
        return commands.run(request,
                (work, caller) -> agreements.make(work, Agreement.make(Ids.next(), request.number().strip(), request.type(),
                        request.customerId(), request.name(), request.zoneOr(settings.zone()), clock.instant(), caller.username()))
                        .chain(made -> views(work, List.of(made), caller)
                                .map(views -> Reply.created("/api/agreements/" + made.id, views.getFirst(), made.version,
                                        made.customerId))));
    }

    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<AgreementView>> list(@QueryParam("customerId") UUID customerId, @QueryParam("type") AgreementType type,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        UUID before = Page.decodeId(cursor);
        return tx.read(read -> agreements.list(read, customerId, type, before, caller, limit + 1)
                .chain(rows -> views(read, rows, caller)))
                .map(views -> Page.of(views, limit, view -> view.id().toString(), view -> view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = AgreementView.class)))
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> agreements.find(read, id, caller).chain(agreement -> views(read, List.of(agreement), caller)))
                .map(List::getFirst).map(view -> Response.ok(view).header("ETag", Etags.of(view.version())).build());
    }

    /** With their versions and whom they are with, by one question for all. */
    private Uni<List<AgreementView>> views(Read read, List<Agreement> rows, Caller caller) {
        return agreements.versions(read, rows.stream().map(row -> row.id).toList(), caller)
                .chain(versions -> agreements.customers(read, rows)
                        .map(names -> rows.stream().map(row -> AgreementView.of(row, names.get(row.customerId),
                                versions.getOrDefault(row.id, List.of()))).toList()));
    }
}
