package org.gongdan.notification.bell;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.notification.bell.BellApi.NoteView;
import org.gongdan.notification.bell.BellApi.Seen;
import org.gongdan.notification.bell.BellApi.UnseenView;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Uni;

/** What concerns the caller: himself, his roles, his customer. That he has looked is not audited: it is nobody else's business. */
@Path("/api/bell")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class BellResource {

    private final Notes notes;
    private final Callers callers;
    private final Tx tx;

    BellResource(Notes notes, Callers callers, Tx tx) {
        this.notes = notes;
        this.callers = callers;
        this.tx = tx;
    }

    /** Newest first. */
    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer"})
    public Uni<Page<NoteView>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        Long before = Page.decode(cursor, Long::valueOf);
        return tx.read(read -> notes.list(read, caller, before == null ? Long.MAX_VALUE : before, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Long.toString(row.seq()), row -> row));
    }

    @GET
    @Path("/unseen")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer"})
    public Uni<UnseenView> unseen() {
        Caller caller = callers.current();
        return tx.read(read -> notes.unseen(read, caller));
    }

    /** He has looked at the notes up to this one, on whichever screen. Repeated, it changes nothing. */
    @POST
    @Path("/seen")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin", "customer"})
    public Uni<UnseenView> seen(@NotNull @Valid Seen request) {
        Caller caller = callers.current();
        return tx.run(work -> notes.seen(work, caller, request.upTo()).chain(() -> notes.unseen(work, caller)));
    }
}
