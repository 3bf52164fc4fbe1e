package org.gongdan.sla.compensation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.compensation.CompensationApi.CompensationCounts;
import org.gongdan.sla.compensation.CompensationApi.CompensationView;
import org.gongdan.sla.compensation.CompensationApi.ProposeExclusion;
import org.gongdan.sla.compensation.CompensationApi.RejectExclusion;

import io.smallrye.mutiny.Uni;

@Path("/api/compensations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CompensationResource {

    private final Ledger ledger;
    private final Assessor assessor;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    CompensationResource(Ledger ledger, Assessor assessor, Commands commands, Callers callers, Tx tx) {
        this.ledger = ledger;
        this.assessor = assessor;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<CompensationView>> list(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month,
            @QueryParam("status") EntryStatus status,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit,
            @Context HttpHeaders headers) {
        Caller caller = callers.current();
        Ledger.Filter filter = new Ledger.Filter(customerId, month == null ? null : month("month", month), status, Page.decodeId(cursor));
        return tx.read(read -> ledger.list(read, filter, caller, limit + 1)
                .map(rows -> Page.of(rows, limit, entry -> entry.id.toString(), entry -> entry))
                .chain(page -> views(read, page.items(), caller, locale(headers)).map(views -> new Page<>(views, page.next()))));
    }

    /** Of all statuses together, however the list is narrowed to one. */
    @GET
    @Path("/counts")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<CompensationCounts> counts(@QueryParam("customerId") UUID customerId, @QueryParam("month") String month) {
        LocalDate first = month == null ? null : month("month", month);
        return tx.read(read -> ledger.counts(read, customerId, first)).map(CompensationCounts::new);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> find(UUID id, @Context HttpHeaders headers) {
        Caller caller = callers.current();
        return tx
                .read(read -> ledger.find(read, id, caller).chain(entry -> views(read, List.of(entry), caller, locale(headers)))
                        .map(List::getFirst))
                .map(view -> Response.ok(view).header("ETag", Etags.of(view.version())).build());
    }

    /** The breach shall not be held against us: for a cause the contract names, with what proves it. */
    @POST
    @Path("/{id}/exclusion")
    @RolesAllowed("supervisor")
    public Uni<Response> propose(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ProposeExclusion request,
            @Context HttpHeaders headers) {
        return change(request, headers, (work, caller) -> ledger.proposeExclusion(work, id, ifMatch, caller, request.cause(),
                request.reason(), request.evidence()));
    }

    @POST
    @Path("/{id}/exclusion/accept")
    @RolesAllowed("manager")
    public Uni<Response> accept(UUID id, @HeaderParam("If-Match") String ifMatch, @Context HttpHeaders headers) {
        return change(null, headers,
                (work, caller) -> ledger.change(work, id, ifMatch, caller, entry -> entry.acceptExclusion(caller.username())));
    }

    @POST
    @Path("/{id}/exclusion/reject")
    @RolesAllowed("manager")
    public Uni<Response> reject(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RejectExclusion request,
            @Context HttpHeaders headers) {
        return change(request, headers, (work, caller) -> ledger.change(work, id, ifMatch, caller,
                entry -> entry.rejectExclusion(request.reason(), caller.username())));
    }

    /** Fixes the amount, the month's cap included; the customer sees it from now on. */
    @POST
    @Path("/{id}/approve")
    @RolesAllowed("manager")
    public Uni<Response> approve(UUID id, @HeaderParam("If-Match") String ifMatch, @Context HttpHeaders headers) {
        return change(null, headers, (work, caller) -> ledger.approve(work, id, ifMatch, caller));
    }

    private Uni<Response> change(Object request, HttpHeaders headers, BiFunction<Work, Caller, Uni<LedgerEntry>> command) {
        return commands.run(request, (work, caller) -> command.apply(work, caller)
                .chain(entry -> views(work, List.of(entry), caller, locale(headers))).map(List::getFirst)
                .map(view -> Reply.ok(view, view.version(), view.customerId())));
    }

    private Uni<List<CompensationView>> views(Read read, List<LedgerEntry> entries, Caller caller, Locale locale) {
        List<UUID> ids = entries.stream().map(entry -> entry.id).toList();
        return assessor.assess(read, entries).chain(assessed -> ledger.facts(read, ids).chain(facts -> Around.of(ids).ask(read)
                .map(around -> assessed.stream()
                        .map(one -> CompensationView.of(one, facts, around.get(one.entry().id), caller.isStaff(), locale)).toList())));
    }

    static LocalDate month(String field, String text) {
        try {
            return Values.month(text).atDay(1);
        } catch (Misfit malformed) {
            throw malformed.in(field);
        }
    }

    private static Locale locale(HttpHeaders headers) {
        return ProblemTexts.choose(headers);
    }
}
