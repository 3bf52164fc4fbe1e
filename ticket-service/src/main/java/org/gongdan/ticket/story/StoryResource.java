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

import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@Path("/api/tickets/{id}/story")
class StoryResource {

    private final Story story;
    private final StoryStream stream;

    StoryResource(Story story, StoryStream stream) {
        this.story = story;
        this.stream = stream;
    }

    @GET
    @OfVisibleTicket
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Story.Line>> story(UUID id) {
        return story.of(id).map(lines -> new Page<>(lines, null));
    }

    /** Server-sent events: first what there is, then every new line; {@code Last-Event-ID} continues after a break. */
    @GET
    @Path("/stream")
    @OfVisibleTicket
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Multi<OutboundSseEvent> follow(UUID id, @HeaderParam("Last-Event-ID") Long after, @Context Sse sse) {
        return Multi.createBy().merging().streams(
                stream.follow(id, after == null ? 0 : after).map(line -> sse.newEventBuilder().id(Long.toString(line.seq()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(Story.Line.class, line).build()),
                stream.heartbeats().map(beat -> sse.newEventBuilder().comment("still here").build()));
    }
}
