package org.gongdan.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.calendar.CalendarApi.CalendarRow;
import org.gongdan.sla.calendar.CalendarApi.CalendarView;
import org.gongdan.sla.calendar.CalendarApi.DueView;
import org.gongdan.sla.calendar.CalendarApi.LostView;
import org.gongdan.sla.calendar.CalendarApi.Open;
import org.gongdan.sla.calendar.CalendarApi.WhatIfView;
import org.gongdan.sla.calendar.CalendarApi.WorkingTimeView;
import org.gongdan.sla.calendar.CalendarBook.Edit;

import io.smallrye.mutiny.Uni;

@Path("/api/calendars")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private final CalendarBook book;
    private final CalendarTable table;
    private final Previews previews;
    private final Commands commands;
    private final Tx tx;

    CalendarResource(CalendarBook book, CalendarTable table, Previews previews, Commands commands, Tx tx) {
        this.book = book;
        this.table = table;
        this.previews = previews;
        this.commands = commands;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<CalendarRow>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        String after = Page.decode(cursor);
        return tx.read(read -> table.list(read, after == null ? "" : after, limit + 1))
                .map(rows -> Page.of(rows, limit, CalendarTable.Revision::name, CalendarRow::of));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = CalendarView.class)))
    public Uni<Response> find(String name, @QueryParam("revision") Integer revision) {
        return tx.read(read -> book.find(read, name, revision))
                .map(found -> Response.ok(CalendarView.of(found)).header("ETag", Etags.of(found.revision())).build());
    }

    @GET
    @Path("/{name}/revisions")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<CalendarView>> revisions(String name, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        int before = number(Page.decode(cursor));
        return tx.read(read -> book.find(read, name, null).chain(() -> table.revisions(read, name, before, limit + 1)))
                .map(rows -> Page.of(rows, limit, row -> Integer.toString(row.revision()), CalendarView::of));
    }

    /** Counted time of a period. */
    @GET
    @Path("/{name}/working-time")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<WorkingTimeView> workingTime(String name, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("revision") Integer revision) {
        return tx.read(read -> book.find(read, name, revision)).map(found -> {
            ZoneId zone = found.whole().zone();
            Calendar calendar = new WorkingCalendar(found.whole());
            Instant begin = Moment.of("from", from, zone);
            Instant end = Moment.of("to", to, zone);
            return new WorkingTimeView(CalendarView.of(found).reference(), begin.atZone(zone).toOffsetDateTime(),
                    end.atZone(zone).toOffsetDateTime(),
                    calendar.between(begin, end).toString(), LostView.of(calendar, begin, end));
        });
    }

    /** When something is due that may take so much counted time. */
    @GET
    @Path("/{name}/due")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<DueView> due(String name, @QueryParam("from") String from, @QueryParam("within") String within,
            @QueryParam("revision") Integer revision) {
        return tx.read(read -> book.find(read, name, revision)).map(found -> {
            ZoneId zone = found.whole().zone();
            Calendar calendar = new WorkingCalendar(found.whole());
            Instant begin = Moment.of("from", from, zone);
            Duration length = Moment.length("within", within);
            Instant due = Moment.add(calendar, begin, length);
            return new DueView(CalendarView.of(found).reference(), begin.atZone(zone).toOffsetDateTime(), length.toString(),
                    due.atZone(zone).toOffsetDateTime(),
                    LostView.of(calendar, begin, due));
        });
    }

    /** Makes a calendar, or changes it as a new revision. */
    @PUT
    @Path("/{name}")
    @RolesAllowed({"manager", "admin"})
    public Uni<Response> save(String name, @NotNull @Valid CalendarContent request, @HeaderParam("If-Match") String ifMatch,
            @QueryParam("openClocks") @DefaultValue("KEEP") Open openClocks) {
        Edit edit = edit(name, request);
        return commands.run(request,
                (work, caller) -> book.save(work, edit, ifMatch, openClocks == Open.MOVE, caller.username()).map(saved -> ifMatch == null
                        ? Reply.created("/api/calendars/" + name, CalendarView.of(saved), 1, null)
                        : Reply.ok(CalendarView.of(saved), saved.revision(), null).withDetail(openClocks + " open clocks")));
    }

    /** What the change would do to open clocks if it were for them too. Nothing is written. */
    @POST
    @Path("/{name}/preview")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<WhatIfView> preview(String name, @NotNull @Valid CalendarContent request, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return previews.of(edit(name, request), cursor, limit);
    }

    private static Edit edit(String name, CalendarContent content) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,49}")) {
            throw new InvalidInput("name", "calendar-name");
        }
        return new Edit(name, before -> content, "edited");
    }

    private static int number(String cursor) {
        try {
            return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput("cursor", "cursor-malformed");
        }
    }
}
