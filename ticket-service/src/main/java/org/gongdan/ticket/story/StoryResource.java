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
import org.gongdan.platform.security.TokenEnd;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.StreamSeats;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@Path("/api/tickets/{id}/story")
@Produces(MediaType.APPLICATION_JSON)
class StoryResource {

    private final Story story;
    private final StoryStream stream;
    private final Callers callers;
    private final TokenEnd tokenEnd;
    private final StreamSeats seats;

    StoryResource(Story story, StoryStream stream, Callers callers, TokenEnd tokenEnd, StreamSeats seats) {
        this.story = story;
        this.stream = stream;
        this.callers = callers;
        this.tokenEnd = tokenEnd;
        this.seats = seats;
    }

    @GET
    @OfVisibleTicket
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<Story.Line>> story(UUID id) {
        return story.of(id, callers.current().isStaff()).map(lines -> new Page<>(lines, null));
    }

    /** Server-sent events: first what there is, then every new line; {@code Last-Event-ID} continues after a break. It ends with the caller's token. */
    @GET
    @Path("/stream")
    @OfVisibleTicket
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Multi<OutboundSseEvent> follow(UUID id, @HeaderParam("Last-Event-ID") Long after, @Context Sse sse) {
        Caller caller = callers.current();
        // A sentinel, since a stream has no other way to be told of the end of something else.
        OutboundSseEvent end = sse.newEventBuilder().comment("the token has ended").build();
        Multi<OutboundSseEvent> lines = stream.follow(id, after == null ? 0 : after, caller.isStaff())
                .map(line -> sse.newEventBuilder().id(Long.toString(line.seq()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(Story.Line.class, line).build());
        Multi<OutboundSseEvent> beats = stream.heartbeats().map(beat -> sse.newEventBuilder().comment("still here").build());
        Multi<OutboundSseEvent> ends = tokenEnd.ofCurrent().map(moment -> end).toMulti();
        seats.take(caller.subject());
        return Multi.createBy().merging().streams(ends, lines, beats).select().first(event -> event != end)
                .onTermination().invoke(() -> seats.free(caller.subject()));
    }
}
