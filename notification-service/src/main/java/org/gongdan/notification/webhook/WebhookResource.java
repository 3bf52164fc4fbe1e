package org.gongdan.notification.webhook;

import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.gongdan.notification.webhook.Delivery.DeliveryState;
import org.gongdan.notification.webhook.WebhookApi.DeliveryView;
import org.gongdan.notification.webhook.WebhookApi.RegisterWebhook;
import org.gongdan.notification.webhook.WebhookApi.RegisteredWebhook;
import org.gongdan.notification.webhook.WebhookApi.WebhookView;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

@Path("/api/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    private static final int ACCEPTED = 202;

    private final Webhooks webhooks;
    private final LookUps lookUps;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    WebhookResource(Webhooks webhooks, LookUps lookUps, Commands commands, Callers callers, Tx tx) {
        this.webhooks = webhooks;
        this.lookUps = lookUps;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"admin", "integration"})
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = RegisteredWebhook.class)))
    public Uni<Response> register(@NotNull @Valid RegisterWebhook request) {
        Set<String> events = request.knownEvents();
        UUID customer = customer(callers.current(), request.customerId());
        Context here = Vertx.currentContext();
        // The answer comes on a thread of the look-ups, where nothing is known of the request.
        return Uni.createFrom().completionStage(() -> lookUps.target(request.url()))
                .emitOn(rest -> here.runOnContext(ignored -> rest.run()))
                .chain(() -> commands.run(request, (work, caller) -> webhooks
                        .register(work, customer, request.url().strip(), events, caller.username())
                        .map(webhook -> Reply.created("/api/webhooks/" + webhook.id, RegisteredWebhook.of(webhook), webhook.version,
                                webhook.customerId).keeping(RegisteredWebhook.withoutSecret(webhook)))));
    }

    @GET
    @RolesAllowed({"admin", "integration"})
    public Uni<Page<WebhookView>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        UUID before = Page.decodeId(cursor);
        return tx.read(read -> webhooks.list(read, caller, before, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> row.id.toString(), WebhookView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"admin", "integration"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> webhooks.find(read, id, caller))
                .map(webhook -> Response.ok(WebhookView.of(webhook)).header("ETag", Etags.of(webhook.version)).build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"admin", "integration"})
    public Uni<Response> delete(UUID id) {
        return commands.run(null, (work, caller) -> webhooks.find(work, id, caller)
                .chain(webhook -> webhooks.delete(work, webhook).replaceWith(() -> Reply.done(webhook.customerId))));
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({"admin", "integration"})
    public Uni<Page<DeliveryView>> deliveries(UUID id, @QueryParam("status") DeliveryState status, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        UUID before = Page.decodeId(cursor);
        return tx.read(
                read -> webhooks.find(read, id, caller).chain(webhook -> webhooks.deliveries(read, webhook.id, status, before, limit + 1)))
                .map(rows -> Page.of(rows, limit, row -> row.id.toString(), DeliveryView::of));
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/replay")
    @RolesAllowed({"admin", "integration"})
    public Uni<Response> replay(UUID id, UUID delivery) {
        return commands.run(null, (work, caller) -> webhooks.find(work, id, caller)
                .chain(webhook -> webhooks.replay(work, webhook, delivery)
                        .map(replayed -> new Reply(ACCEPTED, DeliveryView.of(replayed), null, null, webhook.customerId, null))));
    }

    private static UUID customer(Caller caller, UUID asked) {
        if (asked != null) {
            caller.mustSee(asked, "customer", asked);
            return asked;
        }
        if (caller.isStaff()) {
            return null;
        }
        return switch (caller.customers().size()) {
            case 0 -> throw new Forbidden("webhook-of-nobody");
            case 1 -> caller.customers().iterator().next();
            default -> throw new InvalidInput("customerId", "webhook-of-whom");
        };
    }
}
