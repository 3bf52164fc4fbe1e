package org.gongdan.dispatch.signature;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.gongdan.platform.printing.SavedFile;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;

import io.smallrye.mutiny.Uni;

@Path("/api/visits/{visitId}/order.pdf")
class OrderResource {

    private final Orders orders;
    private final OrderFiles files;
    private final Callers callers;
    private final Tx tx;

    OrderResource(Orders orders, OrderFiles files, Callers callers, Tx tx) {
        this.orders = orders;
        this.files = files;
        this.callers = callers;
        this.tx = tx;
    }

    /** The service order as a file to be saved and printed: signed, with what proves the signature; before, a form to be filled in by hand. */
    @GET
    @Produces({SavedFile.PDF, "application/json"})
    @RolesAllowed({"supervisor", "agent", "manager", "engineer", "customer"})
    public Uni<Response> pdf(UUID visitId, @Context HttpHeaders headers) {
        Caller caller = callers.current();
        return tx.read(read -> orders.find(read, visitId, caller)).chain(order -> files.pdf(order, headers)).map(ResponseBuilder::build);
    }
}
