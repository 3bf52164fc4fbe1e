package org.gongdan.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.ticket.OwnerApi.OwnersView;
import org.gongdan.ticket.TicketApi.TicketView;

import io.smallrye.mutiny.Uni;

/** How much everybody has on his hands, and what nobody has. */
@Path("/api/tickets/owners")
@Produces(MediaType.APPLICATION_JSON)
class OwnerResource {

    private final OwnerList list;
    private final Tx tx;

    OwnerResource(OwnerList list, Tx tx) {
        this.list = list;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<OwnersView> loads() {
        return tx.read(list::loads).map(OwnersView::new);
    }

    /** The open tickets of somebody, or, without a name, those that nobody has; the first due first. */
    @GET
    @Path("/tickets")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<Page<TicketView>> tickets(@QueryParam("assignee") String assignee, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        OwnerList.Place after = Page.decode(cursor, OwnerList.Place::of);
        return tx.read(read -> list.find(read, assignee, after, limit + 1))
                .map(rows -> Page.of(rows, limit, OwnerList.Place::key, ticket -> TicketView.of(ticket, true)));
    }
}
