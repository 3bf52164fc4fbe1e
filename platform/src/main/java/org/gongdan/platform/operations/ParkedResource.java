package org.gongdan.platform.operations;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.inbox.DeadLetters;
import org.gongdan.platform.inbox.ParkedEvents;
import org.gongdan.platform.operations.ParkedApi.DeadLettersView;
import org.gongdan.platform.operations.ParkedApi.ParkedEventView;
import org.gongdan.platform.operations.ParkedApi.ParkedView;
import org.gongdan.platform.operations.ParkedApi.ReplayParked;
import org.gongdan.platform.operations.ParkedApi.Replayed;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** Events that could not be applied: those that wait for an operator, and those that nobody can read. */
@Path("/api/operations/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private static final Logger LOG = Logger.getLogger(ParkedResource.class);
    private static final int NEWEST = 200;

    private final ParkedEvents parked;
    private final DeadLetters deadLetters;
    private final Commands commands;
    private final ThisService me;

    ParkedResource(ParkedEvents parked, DeadLetters deadLetters, Commands commands, ThisService me) {
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.commands = commands;
        this.me = me;
    }

    /** Keys with parked events, longest waiting first, at most 200. */
    @GET
    @Path("/parked")
    @RolesAllowed("admin")
    public Uni<List<ParkedView>> parked(@PathParam("service") String service, @Context HttpHeaders headers) {
        me.mustBe(service);
        Locale language = ProblemTexts.choose(headers);
        return parked.list().map(keys -> keys.stream().map(key -> ParkedView.of(key, language)).toList());
    }

    /** The parked events of a key in their order, at most 200. */
    @GET
    @Path("/parked/{consumer}/{key}")
    @RolesAllowed("admin")
    public Uni<List<ParkedEventView>> events(@PathParam("service") String service, @PathParam("consumer") String consumer,
            @PathParam("key") String key, @Context HttpHeaders headers) {
        me.mustBe(service);
        Locale language = ProblemTexts.choose(headers);
        return parked.of(consumer, key).map(events -> events.stream().map(event -> ParkedEventView.of(event, language)).toList());
    }

    /** Applies the parked events of a key in their order, all or none. The reason may be left out, for scripts of old. */
    @POST
    @Path("/parked/{consumer}/{key}/replay")
    @RolesAllowed("admin")
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = Replayed.class)))
    public Uni<Response> replay(@PathParam("service") String service, @PathParam("consumer") String consumer,
            @PathParam("key") String key, @Valid ReplayParked request) {
        me.mustBe(service);
        String because = request == null ? "" : ": " + request.reason();
        return commands.run(request, (work, caller) -> parked.replay(work, consumer, key)
                .map(count -> new Reply(200, new Replayed(count), null, null, null, "replayed " + count + because)));
    }

    /** Records that no consumer of this service can read, as its dead-letter topics keep them. Nothing applies them any more. */
    @GET
    @Path("/dead-letters")
    @RolesAllowed("admin")
    @RunOnVirtualThread
    public DeadLettersView deadLetters(@PathParam("service") String service) {
        me.mustBe(service);
        try {
            return new DeadLettersView(true, deadLetters.newest(NEWEST));
        } catch (KafkaException away) {
            LOG.warnf("the dead letters cannot be read: %s", away);
            return new DeadLettersView(false, List.of());
        }
    }
}
