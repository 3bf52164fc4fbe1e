package org.gongdan.ticket.customer;

import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;
import org.gongdan.ticket.customer.CustomerApi.ChangeContact;
import org.gongdan.ticket.customer.CustomerApi.ChangeCustomer;
import org.gongdan.ticket.customer.CustomerApi.ChangeProduct;
import org.gongdan.ticket.customer.CustomerApi.ChangeSite;
import org.gongdan.ticket.customer.CustomerApi.CustomerView;
import org.gongdan.ticket.customer.CustomerApi.EraseContact;
import org.gongdan.ticket.customer.Upkeep.Target;

import io.smallrye.mutiny.Uni;

/** What becomes of a customer's file: parts change, are withdrawn and come back, and a contact is erased. The entity tag is the file's. */
@Path("/api/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class UpkeepResource {

    private final Upkeep upkeep;
    private final Erasure erasure;
    private final Commands commands;

    UpkeepResource(Upkeep upkeep, Erasure erasure, Commands commands) {
        this.upkeep = upkeep;
        this.erasure = erasure;
        this.commands = commands;
    }

    @POST
    @Path("/change")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> change(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ChangeCustomer request) {
        return run(id, ifMatch, request, (work, target) -> upkeep.change(work, target, request));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed({"supervisor", "admin"})
    public Uni<Response> withdraw(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.withdraw(work, target, Upkeep.whole()));
    }

    @POST
    @Path("/reinstate")
    @RolesAllowed({"supervisor", "admin"})
    public Uni<Response> reinstate(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.reinstate(work, target, Upkeep.whole()));
    }

    @POST
    @Path("/sites/{siteId}/change")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> changeSite(UUID id, UUID siteId, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ChangeSite request) {
        return run(id, ifMatch, request, (work, target) -> upkeep.change(work, target, siteId, request));
    }

    @POST
    @Path("/sites/{siteId}/withdraw")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> withdrawSite(UUID id, UUID siteId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.withdraw(work, target, Upkeep.site(siteId)));
    }

    @POST
    @Path("/sites/{siteId}/reinstate")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> reinstateSite(UUID id, UUID siteId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.reinstate(work, target, Upkeep.site(siteId)));
    }

    @POST
    @Path("/products/{productId}/change")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> changeProduct(UUID id, UUID productId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ChangeProduct request) {
        return run(id, ifMatch, request, (work, target) -> upkeep.change(work, target, productId, request));
    }

    @POST
    @Path("/products/{productId}/withdraw")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> withdrawProduct(UUID id, UUID productId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.withdraw(work, target, Upkeep.product(productId)));
    }

    @POST
    @Path("/products/{productId}/reinstate")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> reinstateProduct(UUID id, UUID productId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.reinstate(work, target, Upkeep.product(productId)));
    }

    @POST
    @Path("/contacts/{contactId}/change")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> changeContact(UUID id, UUID contactId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ChangeContact request) {
        return run(id, ifMatch, request, (work, target) -> upkeep.change(work, target, contactId, request));
    }

    @POST
    @Path("/contacts/{contactId}/withdraw")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> withdrawContact(UUID id, UUID contactId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.withdraw(work, target, upkeep.contact(contactId)));
    }

    @POST
    @Path("/contacts/{contactId}/reinstate")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> reinstateContact(UUID id, UUID contactId, @HeaderParam("If-Match") String ifMatch) {
        return run(id, ifMatch, null, (work, target) -> upkeep.reinstate(work, target, upkeep.contact(contactId)));
    }

    /** For good: nobody can undo it. Repeated, it only sends the tombstone again. */
    @POST
    @Path("/contacts/{contactId}/erase")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> eraseContact(UUID id, UUID contactId, @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid EraseContact request) {
        return commands.run(request,
                (work, caller) -> erasure.erase(work, id, contactId, ifMatch, request.because(), caller).map(UpkeepResource::reply)
                        .map(reply -> reply.withDetail("because: " + request.because())));
    }

    private Uni<Response> run(UUID id, String ifMatch, Object request, BiFunction<Work, Target, Uni<CustomerFile>> change) {
        return commands.run(request,
                (work, caller) -> change.apply(work, new Target(id, ifMatch, caller)).map(UpkeepResource::reply));
    }

    private static Reply reply(CustomerFile file) {
        return Reply.ok(CustomerView.of(file), file.customer().version, file.customer().id);
    }
}
