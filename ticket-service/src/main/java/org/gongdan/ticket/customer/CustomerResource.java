package org.gongdan.ticket.customer;

import java.util.List;
import java.util.Objects;
import java.util.Set;
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

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.ticket.customer.CustomerApi.AddContact;
import org.gongdan.ticket.customer.CustomerApi.AddProduct;
import org.gongdan.ticket.customer.CustomerApi.AddSite;
import org.gongdan.ticket.customer.CustomerApi.ContactView;
import org.gongdan.ticket.customer.CustomerApi.CustomerView;
import org.gongdan.ticket.customer.CustomerApi.RegisterCustomer;
import org.gongdan.ticket.customer.CustomerApi.Reveal;

import io.smallrye.mutiny.Uni;

@Path("/api/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustomerResource {

    private final Customers customers;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    CustomerResource(Customers customers, Commands commands, Callers callers, Tx tx) {
        this.customers = customers;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> register(@NotNull @Valid RegisterCustomer request) {
        return commands.run(request, (work, caller) -> customers.register(work, request)
                .map(file -> Reply.created("/api/customers/" + file.customer().id, CustomerView.of(file), file.customer().version,
                        file.customer().id)));
    }

    @POST
    @Path("/{id}/sites")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> addSite(UUID id, @NotNull @Valid AddSite request) {
        return commands.run(request, (work, caller) -> customers.addSite(work, id, request).map(CustomerResource::added));
    }

    @POST
    @Path("/{id}/contacts")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> addContact(UUID id, @NotNull @Valid AddContact request) {
        return commands.run(request, (work, caller) -> customers.addContact(work, id, request).map(CustomerResource::added));
    }

    @POST
    @Path("/{id}/products")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> addProduct(UUID id, @NotNull @Valid AddProduct request) {
        return commands.run(request, (work, caller) -> customers.addProduct(work, id, request).map(CustomerResource::added));
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<CustomerView>> search(@QueryParam("query") String query, @QueryParam("withdrawn") boolean withdrawn,
            @QueryParam("level") List<CustomerLevel> level, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        CustomerCursor after = Objects.requireNonNullElse(Page.decode(cursor, CustomerCursor::parse), CustomerCursor.START);
        return tx.read(read -> customers.search(read, new Customers.Search(query, withdrawn, Set.copyOf(level)), after, caller, limit + 1))
                .map(rows -> Page.of(rows, limit, found -> CustomerCursor.of(found.customer()), CustomerView::ofHead));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> customers.find(read, id, caller))
                .map(file -> Response.ok(CustomerView.of(file)).header("ETag", Etags.of(file.customer().version)).build());
    }

    /** Shows a contact unmasked; who looked and why stands in the audit. */
    @POST
    @Path("/{id}/contacts/{contactId}/reveal")
    @RolesAllowed({"agent", "supervisor", "admin"})
    public Uni<Response> reveal(UUID id, UUID contactId, @NotNull @Valid Reveal request) {
        return commands.run(request, (work, caller) -> customers.contact(work, id, contactId)
                .invoke(Contact::mustNotBeErased)
                .map(contact -> Reply.ok(ContactView.plain(contact), contact.version, id).withDetail("reason: " + request.reason())
                        .readAgain()));
    }

    private static Reply added(CustomerFile file) {
        return new Reply(201, CustomerView.of(file), "/api/customers/" + file.customer().id, file.customer().version, file.customer().id,
                null);
    }
}
