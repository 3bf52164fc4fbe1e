package org.gongdan.sla.agreement;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.agreement.AgreementApi.ActivateVersion;
import org.gongdan.sla.agreement.AgreementApi.ApplyTo;
import org.gongdan.sla.agreement.AgreementApi.ApplyVersion;
import org.gongdan.sla.agreement.AgreementApi.MovedClock;
import org.gongdan.sla.agreement.AgreementApi.VersionView;
import org.gongdan.sla.agreement.AgreementApi.WriteVersion;

import io.smallrye.mutiny.Uni;

@Path("/api/agreements/{id}/versions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class VersionResource {

    private final Agreements agreements;
    private final OpenPromises open;
    private final ContentCheck content;
    private final Commands commands;
    private final Callers callers;
    private final Clock clock;
    private final Tx tx;

    VersionResource(Agreements agreements, OpenPromises open, ContentCheck content, Commands commands, Callers callers, Clock clock,
            Tx tx) {
        this.agreements = agreements;
        this.open = open;
        this.content = content;
        this.commands = commands;
        this.callers = callers;
        this.clock = clock;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Response> draft(UUID id, @NotNull @Valid WriteVersion request) {
        return commands.run(request, (work, caller) -> agreements.find(work, id, caller)
                .call(agreement -> content.check(work, agreement.type, request.content()))
                .chain(agreement -> agreements.draft(work, agreement, request.text(), caller.username())
                        .map(version -> Reply.created("/api/agreements/" + id + "/versions/" + version.number, VersionView.of(version),
                                version.version,
                                agreement.customerId))));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Uni<Response> find(UUID id, int number) {
        Caller caller = callers.current();
        return tx.read(read -> agreements.find(read, id, caller).chain(agreement -> agreements.version(read, id, number, caller)))
                .map(version -> Response.ok(VersionView.of(version)).header("ETag", Etags.of(version.version)).build());
    }

    @PUT
    @Path("/{number}")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Response> revise(UUID id, int number, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WriteVersion request) {
        return commands.run(request, (work, caller) -> agreements.find(work, id, caller)
                .call(agreement -> content.check(work, agreement.type, request.content()))
                .chain(agreement -> agreements.revise(work, id, number, ifMatch, request.text(), caller)
                        .map(version -> Reply.ok(VersionView.of(version), version.version, agreement.customerId))));
    }

    /** Which open promises would be due at another time if this were applied to them now; nothing is written. */
    @POST
    @Path("/preview")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(type = SchemaType.OBJECT, properties = {
            @SchemaProperty(name = "items", type = SchemaType.ARRAY, implementation = MovedClock.class),
            @SchemaProperty(name = "next", type = SchemaType.STRING)})))
    public Uni<Response> preview(UUID id, @NotNull @Valid WriteVersion request, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        UUID after = Page.decodeId(cursor);
        return commands.run(request, (work, caller) -> agreements.find(work, id, caller)
                .call(agreement -> content.check(work, agreement.type, request.content()))
                .chain(agreement -> {
                    mustPromise(agreement);
                    AgreementVersion trial = AgreementVersion.draft(Ids.next(), agreement, request.text(), clock.instant(),
                            caller.username());
                    work.session().detach(agreement);
                    return open.preview(work, agreement.customerId, Agreements.inForce(agreement, trial), after, limit)
                            .map(page -> new Reply(200, page, null, null, agreement.customerId, "preview"));
                }));
    }

    @POST
    @Path("/{number}/activate")
    @RolesAllowed("manager")
    public Uni<Response> activate(UUID id, int number, @HeaderParam("If-Match") String ifMatch, @Valid ActivateVersion request) {
        boolean openToo = request != null && request.applyTo() == ApplyTo.OPEN_PROMISES;
        return commands.run(request, (work, caller) -> agreements.find(work, id, caller)
                .chain(agreement -> agreements.activate(work, agreement, number, ifMatch, caller)
                        .chain(version -> openToo ? applied(work, agreement, version) : Uni.createFrom().item(VersionView.of(version)))
                        .map(view -> Reply.ok(view, view.version(), agreement.customerId)
                                .withDetail(detail(view, request == null ? null : request.reason())))));
    }

    /** Gives the open promises the terms of a version in force, by an explicit fact in each. */
    @POST
    @Path("/{number}/apply")
    @RolesAllowed("manager")
    public Uni<Response> apply(UUID id, int number, @Valid ApplyVersion request) {
        return commands.run(request, (work, caller) -> agreements.find(work, id, caller)
                .chain(agreement -> agreements.version(work, id, number, caller).chain(version -> applied(work, agreement, version))
                        .map(view -> Reply.ok(view, view.version(), agreement.customerId)
                                .withDetail(detail(view, request == null ? null : request.reason())))));
    }

    /** For the audit: how many promises it concerned, and why it was done. */
    private static String detail(VersionView view, String reason) {
        String applied = view.applied() == null ? null : "open promises: " + view.applied();
        return reason == null ? applied : (applied == null ? "" : applied + "; ") + "reason: " + reason.strip();
    }

    private Uni<VersionView> applied(Work work, Agreement agreement, AgreementVersion version) {
        mustPromise(agreement);
        return agreements.isInForce(work, agreement, version, clock.instant()).chain(now -> {
            if (!now) {
                throw new Rejected("version-not-in-force", version.number);
            }
            return open.apply(work, agreement.customerId, Agreements.inForce(agreement, version))
                    .map(applied -> VersionView.of(version, applied));
        });
    }

    private static void mustPromise(Agreement agreement) {
        if (agreement.type != AgreementType.SLA) {
            throw new Rejected("no-promises-to-customers", agreement.number);
        }
    }
}
