package org.gongdan.sla.escalation;

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
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.escalation.EscalationApi.AnswerEscalation;
import org.gongdan.sla.escalation.EscalationApi.EscalationView;

import io.smallrye.mutiny.Uni;

/** Who was told of promises in danger, and who took them up. */
@Path("/api/escalations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EscalationResource {

    private final Escalations escalations;
    private final Commands commands;
    private final Tx tx;

    EscalationResource(Escalations escalations, Commands commands, Tx tx) {
        this.escalations = escalations;
        this.commands = commands;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<EscalationView>> list(@QueryParam("state") EscalationState state, @QueryParam("ticketId") UUID ticketId,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Escalations.Filter filter = new Escalations.Filter(state, ticketId, Page.decode(cursor, Escalations.Place::of));
        return tx.read(read -> escalations.find(read, filter, limit + 1))
                .map(rows -> Page.of(rows, limit, Escalations.Place::key, row -> row));
    }

    /** Says who takes it up and what he does; that ends the waiting for an answer, not the ladder. */
    @POST
    @Path("/{clockId}/{number}/answer")
    @RolesAllowed({"supervisor", "manager"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = EscalationView.class)))
    public Uni<Response> answer(UUID clockId, int number, @NotNull @Valid AnswerEscalation request) {
        return commands.run(request, (work, caller) -> escalations.answer(work, clockId, number, request.note().strip(), caller)
                .map(view -> new Reply(200, view, null, null, view.customerId(), "reason: " + view.answer().note())));
    }
}
