package org.gongdan.platform.operations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.audit.AuditRows;
import org.gongdan.platform.audit.AuditRows.AuditRow;
import org.gongdan.platform.audit.AuditVerifier;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** Who did what, and whether the book about it is what it was. */
@Path("/api/operations/{service}")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int LONGEST = 200;

    private final AuditRows rows;
    private final AuditVerifier audit;
    private final Tx tx;
    private final ThisService me;

    AuditResource(AuditRows rows, AuditVerifier audit, Tx tx, ThisService me) {
        this.rows = rows;
        this.audit = audit;
        this.tx = tx;
        this.me = me;
    }

    /**
     * Rows of the audit, the newest first.
     *
     * @param person   part of somebody's name or user name, his id, or the name of what worked by itself
     * @param action   an operation as it is documented, such as {@code POST /api/tickets/{id}/resolve}
     * @param customer customer concerned
     * @param about    id that stands in the address or in the words
     */
    @GET
    @Path("/audit")
    @RolesAllowed({"admin", "manager"})
    public Uni<Page<AuditRow>> list(@PathParam("service") String service, @QueryParam("person") @Size(max = LONGEST) String person,
            @QueryParam("action") @Size(max = LONGEST) String action, @QueryParam("customer") UUID customer,
            @QueryParam("about") UUID about,
            @QueryParam("from") Instant from, @QueryParam("to") Instant to, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        me.mustBe(service);
        Long before = Page.decode(cursor, Long::valueOf);
        AuditRows.Asked asked = new AuditRows.Asked(person, action, customer, about, from, to);
        return tx.read(read -> rows.find(read, asked, before, limit + 1))
                .map(found -> Page.of(found, limit, row -> Long.toString(row.id()), row -> row));
    }

    /** Whether the audit is what it was: the chain in itself, and against what was told of it outside the database. */
    @GET
    @Path("/audit/verification")
    @RolesAllowed({"admin", "manager"})
    @RunOnVirtualThread
    public AuditView verifyAudit(@PathParam("service") String service, @Context HttpHeaders headers) throws SQLException {
        me.mustBe(service);
        return AuditView.of(audit.verify(), ProblemTexts.choose(headers));
    }
}
