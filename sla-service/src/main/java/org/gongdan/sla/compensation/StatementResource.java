package org.gongdan.sla.compensation;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.sheet.Csv;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.document.DocumentFiles;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

@Path("/api/compensations/statement")
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {

    private final Statements statements;
    private final DocumentFiles files;
    private final Kinds kinds;
    private final SlaSettings settings;
    private final Callers callers;
    private final Tx tx;

    StatementResource(Statements statements, DocumentFiles files, Kinds kinds, SlaSettings settings, Callers callers, Tx tx) {
        this.statements = statements;
        this.files = files;
        this.kinds = kinds;
        this.settings = settings;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Statement> statement(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month) {
        return read(customerId, month);
    }

    @GET
    @Produces(Csv.TYPE)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> statementCsv(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month) {
        return read(customerId, month)
                .map(statement -> Csv.of(Statement.HEAD, statement.lines().stream().map(Statement.Line::cells).toList()));
    }

    @GET
    @Produces(DocumentFiles.PDF)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> statementPdf(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month,
            @Context HttpHeaders headers) {
        Words words = new Words(ProblemTexts.choose(headers), settings.zone());
        return read(customerId, month).map(statement -> StatementPages.of(statement, words, kinds))
                .chain(document -> files.pdf(document, words));
    }

    private Uni<Statement> read(UUID customerId, String month) {
        Caller caller = callers.current();
        UUID whose = customerId == null && caller.customers().size() == 1 ? caller.customers().iterator().next() : customerId;
        if (whose == null) {
            throw new InvalidInput("customerId", "customer-missing");
        }
        if (month == null) {
            throw new InvalidInput("month", "malformed-value", "");
        }
        LocalDate first = CompensationResource.month("month", month);
        return tx.read(read -> statements.of(read, whose, first, caller));
    }
}
