package org.gongdan.notification.live;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.gongdan.notification.bell.BellWatch;
import org.gongdan.platform.audit.AuditPeople;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.security.TokenEnd;
import org.gongdan.platform.web.StreamSeats;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;

/** One stream for whatever a person has on his screens (ADR 038). */
@Path("/api/live")
class LiveResource {

    private static final Logger LOG = Logger.getLogger(LiveResource.class);

    /** A screen that hears nothing for three of these knows that it is cut off. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Screens screens;
    private final LiveTopics topics;
    private final BellWatch bell;
    private final Callers callers;
    private final TokenEnd tokenEnd;
    private final StreamSeats seats;
    private final AuditPeople people;

    LiveResource(Screens screens, LiveTopics topics, BellWatch bell, Callers callers, TokenEnd tokenEnd, StreamSeats seats,
            AuditPeople people) {
        this.screens = screens;
        this.topics = topics;
        this.bell = bell;
        this.callers = callers;
        this.tokenEnd = tokenEnd;
        this.seats = seats;
        this.people = people;
    }

    /**
     * Server-sent events: {@code change} (tickets, visits and kinds of events, to ask for again), {@code bell} (there is a new note) and
     * {@code beat} every second. The first change says that there may be {@code many} others: from then on nothing is missed, and who was away
     * asks for everything he shows. It ends with the caller's token. Every screen begins here, so this is where letters learn what our people are
     * called.
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer"})
    public Multi<OutboundSseEvent> follow(@Context Sse sse) {
        Caller caller = callers.current();
        io.vertx.core.Context own = Vertx.currentContext();
        // A sentinel, since a stream has no other way to be told of the end of something else.
        OutboundSseEvent end = sse.newEventBuilder().comment("the token has ended").build();
        Multi<OutboundSseEvent> changes = screens.of(caller, topics::listen).map(change -> event(sse, "change", Change.class, change));
        Multi<OutboundSseEvent> rings = bell.of(caller).map(ring -> event(sse, "bell", String.class, "{}"));
        Multi<OutboundSseEvent> beats = Multi.createFrom().ticks().every(BEAT).onOverflow().drop()
                .map(beat -> event(sse, "beat", String.class, "{}"));
        Multi<OutboundSseEvent> ends = tokenEnd.ofCurrent().map(moment -> end).toMulti();
        Multi<OutboundSseEvent> met = people.meet(caller).onFailure().invoke(failure -> LOG.warn("Letters do not learn this name", failure))
                .onFailure().recoverWithNull().onItem().transformToMulti(done -> Multi.createFrom().empty());
        seats.take(caller.subject());
        return Multi.createBy().merging().streams(ends, changes, rings, beats, met)
                .emitOn(task -> own.runOnContext(ignored -> task.run())).select().first(event -> event != end)
                .onTermination().invoke(() -> seats.free(caller.subject()));
    }

    private static OutboundSseEvent event(Sse sse, String name, Class<?> type, Object data) {
        return sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE).data(type, data).build();
    }
}
