package org.gongdan.notification.webhook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.notification.webhook.WebhookApi.ChangeWebhook;
import org.gongdan.notification.webhook.WebhookApi.DeliveryView;
import org.gongdan.notification.webhook.WebhookApi.SubscribableView;
import org.gongdan.notification.webhook.WebhookApi.WebhookView;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** What a webhook's owner does with it after its registration. */
@Path("/api/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class UpkeepResource {

    private static final int ACCEPTED = 202;

    private final Webhooks webhooks;
    private final LookUps lookUps;
    private final Commands commands;

    UpkeepResource(Webhooks webhooks, LookUps lookUps, Commands commands) {
        this.webhooks = webhooks;
        this.lookUps = lookUps;
        this.commands = commands;
    }

    /** What can be subscribed to. */
    @GET
    @Path("/events")
    @RolesAllowed({"admin", "integration"})
    public SubscribableView events() {
        return new SubscribableView(List.copyOf(WebhookEvents.names()));
    }

    @POST
    @Path("/{id}/change")
    @RolesAllowed({"admin", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Uni<Response> change(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ChangeWebhook request) {
        Set<String> events = request.knownEvents();
        String url = request.url() == null ? null : request.url().strip();
        Context here = Vertx.currentContext();
        // The answer comes on a thread of the look-ups, where nothing is known of the request.
        return Uni.createFrom().completionStage(() -> url == null ? CompletableFuture.<Target>completedFuture(null) : lookUps.target(url))
                .emitOn(rest -> here.runOnContext(ignored -> rest.run()))
                .chain(() -> change(id, ifMatch, request, webhook -> webhook.change(url, events)));
    }

    /** What happens from now on waits until it is resumed, thirty days at most. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed({"admin", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Uni<Response> pause(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, Webhook::pause);
    }

    /** Also of one that we disabled: what was cancelled then is sent by replaying it. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed({"admin", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Uni<Response> resume(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, Webhook::resume);
    }

    /** Sends a message that says nothing but that it is a test ({@code WebhookTested.v1}); what became of it stands among the deliveries. */
    @POST
    @Path("/{id}/test")
    @RolesAllowed({"admin", "integration"})
    @APIResponse(responseCode = "202", description = "Accepted", content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Uni<Response> test(UUID id) {
        return commands.run(null, (work, caller) -> webhooks.find(work, id, caller).chain(webhook -> webhooks.test(work, webhook)
                .map(delivery -> new Reply(ACCEPTED, DeliveryView.of(delivery), null, null, webhook.customerId, null))));
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request, Consumer<Webhook> transition) {
        return commands.run(request, (work, caller) -> webhooks.change(work, id, ifMatch, caller, transition)
                .map(webhook -> Reply.ok(WebhookView.of(webhook), webhook.version, webhook.customerId)));
    }
}
