package org.gongdan.platform.operations;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
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

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.audit.AuditVerifier;
import org.gongdan.platform.inbox.ParkedEvents;
import org.gongdan.platform.inbox.ParkedKey;
import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** Commands for the people who run the service. */
@Path("/api/operations/{service}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

    private final ParkedEvents parked;
    private final AuditVerifier audit;
    private final Commands commands;
    private final String name;

    OperationsResource(ParkedEvents parked, AuditVerifier audit, Commands commands,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.parked = parked;
        this.audit = audit;
        this.commands = commands;
        this.name = name;
    }

    @GET
    @Path("/parked")
    @RolesAllowed("admin")
    public Uni<List<ParkedKey>> parked(@PathParam("service") String service) {
        mustBeMe(service);
        return parked.list();
    }

    @POST
    @Path("/parked/{consumer}/{key}/replay")
    @RolesAllowed("admin")
    public Uni<Response> replay(@PathParam("service") String service, @PathParam("consumer") String consumer,
            @PathParam("key") String key) {
        mustBeMe(service);
        return commands.run(null, (work, caller) -> parked.replay(work, consumer, key)
                .map(count -> new Reply(200, Map.of("applied", count), null, null, null, "replayed " + count)));
    }

    /** Whether the audit is what it was: the chain in itself, and against what was told of it outside the database. */
    @GET
    @Path("/audit/verification")
    @RolesAllowed({"admin", "manager"})
    @RunOnVirtualThread
    public AuditView verifyAudit(@PathParam("service") String service, @Context HttpHeaders headers) throws java.sql.SQLException {
        mustBeMe(service);
        return AuditView.of(audit.verify(), ProblemTexts.choose(headers));
    }

    private void mustBeMe(String service) {
        if (!service.equals(name)) {
            throw new DomainException.NotFound("service", service);
        }
    }
}
