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

import org.gongdan.platform.security.Callers;
import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@Path("/api/tickets/{id}/story")
@Produces(MediaType.APPLICATION_JSON)
class StoryResource {

    private final Story story;
    private final StoryStream stream;
    private final Callers callers;

    StoryResource(Story story, StoryStream stream, Callers callers) {
        this.story = story;
        this.stream = stream;
        this.callers = callers;
    }

    @GET
    @OfVisibleTicket
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Story.Line>> story(UUID id) {
        return story.of(id, callers.current().isStaff()).map(lines -> new Page<>(lines, null));
    }

    /** Server-sent events: first what there is, then every new line; {@code Last-Event-ID} continues after a break. */
    @GET
    @Path("/stream")
    @OfVisibleTicket
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Multi<OutboundSseEvent> follow(UUID id, @HeaderParam("Last-Event-ID") Long after, @Context Sse sse) {
        return Multi.createBy().merging().streams(
                stream.follow(id, after == null ? 0 : after, callers.current().isStaff()).map(line -> sse.newEventBuilder().id(Long.toString(line.seq()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(Story.Line.class, line).build()),
                stream.heartbeats().map(beat -> sse.newEventBuilder().comment("still here").build()));
    }
}
