package org.gongdan.sla.compensation;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.sla.report.Csv;

import io.smallrye.mutiny.Uni;

@Path("/api/compensations/statement")
class StatementResource {

    private final Statements statements;
    private final Callers callers;
    private final Tx tx;

    StatementResource(Statements statements, Callers callers, Tx tx) {
        this.statements = statements;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Statement> statement(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month) {
        return read(customerId, month);
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<String> statementCsv(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month) {
        return read(customerId, month).map(statement -> Csv.of(Statement.HEAD, statement.lines().stream().map(Statement.Line::cells).toList()));
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
        return tx.read(session -> statements.of(session, whose, first, caller));
    }
}
