package org.gongdan.ticket.story;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;
import org.gongdan.ticket.Tickets;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@Path("/api/tickets/{id}/story")
class StoryResource {

    private final Story story;
    private final StoryStream stream;
    private final Tickets tickets;
    private final Callers callers;
    private final Tx tx;

    StoryResource(Story story, StoryStream stream, Tickets tickets, Callers callers, Tx tx) {
        this.story = story;
        this.stream = stream;
        this.tickets = tickets;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Story.Line>> story(UUID id) {
        return mustSee(id).chain(() -> story.of(id)).map(lines -> new Page<>(lines, null));
    }

    /** Server-sent events: first what there is, then every new line; {@code Last-Event-ID} continues after a break. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Multi<OutboundSseEvent> follow(UUID id, @HeaderParam("Last-Event-ID") Long after, @Context Sse sse) {
        return mustSee(id).onItem().transformToMulti(seen -> stream.follow(id, after == null ? 0 : after))
                .map(line -> sse.newEventBuilder().id(Long.toString(line.seq())).mediaType(MediaType.APPLICATION_JSON_TYPE).data(Story.Line.class, line).build());
    }

    private Uni<Boolean> mustSee(UUID id) {
        Caller caller = callers.current();
        return tx.read(session -> tickets.find(session, id, caller)).replaceWith(true);
    }
}
