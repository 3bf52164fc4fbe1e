package org.gongdan.dispatch.engineer;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.address.PhoneNumber;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.security.Mask;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

@Path("/api/engineers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EngineerResource {

    private final Engineers engineers;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    EngineerResource(Engineers engineers, Commands commands, Callers callers, Tx tx) {
        this.engineers = engineers;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    /** @param id subject of the engineer's account. @param username by which he signs in: what the roster calls him */
    record RegisterEngineer(UUID id, @NotNull @Line(max = 100) String name, @NotNull @PhoneNumber @Schema(maxLength = 40) String phone,
            @Pattern(regexp = Engineer.USERNAME) String username) {
    }

    /** What is not given stays as it is. */
    record ChangeEngineer(@Line(max = 100) String name, @PhoneNumber @Schema(maxLength = 40) String phone,
            @Pattern(regexp = Engineer.USERNAME) String username) {
    }

    record EngineerView(UUID id, long version, String name, String phone, String username) {

        static EngineerView masked(Engineer engineer) {
            return new EngineerView(engineer.id, engineer.version, engineer.name, Mask.phone(engineer.phone), engineer.username);
        }

        /** Those who plan engineers must be able to call them. */
        static EngineerView of(Engineer engineer, Caller caller) {
            boolean plans = caller.has("supervisor") || caller.has("admin");
            return plans ? new EngineerView(engineer.id, engineer.version, engineer.name, engineer.phone, engineer.username)
                    : masked(engineer);
        }
    }

    @POST
    @RolesAllowed({"supervisor", "admin"})
    public Uni<Response> register(@NotNull @Valid RegisterEngineer request) {
        return commands.run(request,
                (work, caller) -> engineers.register(work, request.id(), request.name(), request.phone(), request.username())
                        .map(engineer -> Reply.created("/api/engineers", EngineerView.of(engineer, caller), engineer.version, null)
                                .keeping(EngineerView.masked(engineer))));
    }

    @POST
    @Path("/{id}/change")
    @RolesAllowed({"supervisor", "admin"})
    public Uni<Response> change(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ChangeEngineer request) {
        return commands.run(request,
                (work, caller) -> engineers.change(work, id, ifMatch, request.name(), request.phone(), request.username())
                        .map(engineer -> Reply.ok(EngineerView.of(engineer, caller), engineer.version, null)
                                .keeping(EngineerView.masked(engineer))));
    }

    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<EngineerView>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        UUID after = Page.decodeId(cursor);
        return tx.read(read -> engineers.list(read, after, limit + 1))
                .map(rows -> Page.of(rows, limit, engineer -> engineer.id.toString(), engineer -> EngineerView.of(engineer, caller)));
    }
}
