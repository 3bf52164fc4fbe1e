package org.gongdan.ticket;

import java.util.UUID;

import jakarta.ws.rs.core.UriInfo;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.ticket.story.OfVisibleTicket;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;

class VisibleTicketFilter {

    private final Tickets tickets;
    private final Callers callers;
    private final Tx tx;

    VisibleTicketFilter(Tickets tickets, Callers callers, Tx tx) {
        this.tickets = tickets;
        this.callers = callers;
        this.tx = tx;
    }

    @OfVisibleTicket
    @ServerRequestFilter
    Uni<Void> mustSee(UriInfo uri) {
        Caller caller = callers.current();
        UUID id = id(uri.getPathParameters().getFirst("id"));
        return tx.read(read -> tickets.find(read, id, caller)).replaceWithVoid();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw new NotFound("ticket", text);
        }
    }
}
