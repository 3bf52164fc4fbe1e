package org.gongdan.sla.monthly;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;

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

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.DocumentFiles;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.monthly.MonthlyApi.DraftReport;
import org.gongdan.sla.monthly.MonthlyApi.ReleaseReport;
import org.gongdan.sla.monthly.MonthlyApi.ReportLine;
import org.gongdan.sla.monthly.MonthlyApi.ReportView;
import org.gongdan.sla.report.YearMonths;

import io.smallrye.mutiny.Uni;

/** Monthly reports to customers, and the pack for our own meeting. */
@Path("/api/sla-reports/monthly")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MonthlyResource {

    private final ServiceReports reports;
    private final Commands commands;
    private final Callers callers;
    private final DocumentFiles files;
    private final Kinds kinds;
    private final Tx tx;

    MonthlyResource(ServiceReports reports, Commands commands, Callers callers, DocumentFiles files, Kinds kinds, Tx tx) {
        this.reports = reports;
        this.commands = commands;
        this.callers = callers;
        this.files = files;
        this.kinds = kinds;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<ReportLine>> list(@QueryParam("type") ReportType type, @QueryParam("customerId") UUID customerId,
            @QueryParam("month") String month,
            @QueryParam("status") ReportStatus status, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        var filter = new ServiceReports.Filter(type, customerId, month == null ? null : YearMonths.parse("month", month), status,
                Page.decodeId(cursor));
        return tx.read(read -> reports.list(read, filter, caller, limit + 1))
                .map(rows -> Page.of(rows, limit, line -> line.id().toString(), line -> line));
    }

    /** Drafts a month anew; the drafts before stay as they are. */
    @POST
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> draft(@NotNull @Valid DraftReport request) {
        if ((request.type() == ReportType.CUSTOMER) != (request.customerId() != null)) {
            throw new InvalidInput("customerId", request.customerId() == null ? "customer-missing" : "meeting-has-no-customer");
        }
        YearMonth month = YearMonths.parse("month", request.month());
        return commands.run(request, (work, caller) -> reports.draft(work, request.type(), request.customerId(), month, caller)
                .map(report -> Reply.created("/api/sla-reports/monthly/" + report.id, ReportView.of(report, true, true), report.version,
                        report.customerId)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> reports.find(read, id, caller).chain(report -> reports.isLatest(read, report)
                .map(latest -> Response.ok(ReportView.of(report, caller.isStaff(), latest)).header("ETag", Etags.of(report.version))
                        .build())));
    }

    @GET
    @Path("/{id}/pdf")
    @Produces({DocumentFiles.PDF, "application/json"})
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> pdf(UUID id, @Context HttpHeaders headers) {
        return print(id, headers, files::pdf);
    }

    @GET
    @Path("/{id}/xlsx")
    @Produces({DocumentFiles.XLSX, "application/json"})
    @RolesAllowed({"supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Response> xlsx(UUID id, @Context HttpHeaders headers) {
        return print(id, headers, files::xlsx);
    }

    /** Fixes the latest draft for good; a customer can read his from now on. */
    @POST
    @Path("/{id}/release")
    @RolesAllowed({"supervisor", "manager"})
    public Uni<Response> release(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReleaseReport request) {
        return commands.run(request, (work, caller) -> reports.release(work, id, ifMatch, request.comment(), caller)
                .map(report -> Reply.ok(ReportLine.of(report, MonthFigures.read(report.figures).customerName(), true, true), report.version,
                        report.customerId)));
    }

    private interface Printer {
        Uni<Response> print(Document document, Words words);
    }

    private Uni<Response> print(UUID id, HttpHeaders headers, Printer printer) {
        Caller caller = callers.current();
        var locale = ProblemTexts.choose(headers);
        return tx.read(read -> reports.find(read, id, caller)).chain(report -> {
            if (report.figures == null) {
                throw new Conflict("report-not-drafted", id);
            }
            Words words = new Words(locale, ZoneId.of(report.zone));
            MonthFigures figures = MonthFigures.read(report.figures);
            Document document = report.type == ReportType.CUSTOMER ? new CustomerPages(report, figures, words, kinds).document()
                    : new MeetingPages(report, figures, words, kinds).document();
            return printer.print(document, words);
        });
    }
}
