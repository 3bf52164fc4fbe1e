package org.gongdan.dispatch.signature;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.dispatch.signature.SignatureApi.LinkView;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

@Path("/api/visits/{visitId}/signature-link")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SignatureLinkResource {

    private final Signatures signatures;
    private final Commands commands;

    SignatureLinkResource(Signatures signatures, Commands commands) {
        this.signatures = signatures;
        this.commands = commands;
    }

    /** The answer does not hold the link: it goes to the customer and to nobody else. */
    @POST
    @RolesAllowed({"engineer", "supervisor"})
    public Uni<Response> request(UUID visitId) {
        return commands.run(null, (work, caller) -> signatures.request(work, visitId, caller)
                .map(expiresAt -> new Reply(201, new LinkView(expiresAt), null, null, null, null)));
    }
}
