package org.gongdan.sla.calendar;

import java.time.DayOfWeek;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Page;
import org.gongdan.platform.web.Reply;
import org.gongdan.sla.calendar.CalendarApi.CalendarView;
import org.gongdan.sla.calendar.CalendarApi.Open;
import org.gongdan.sla.calendar.CalendarApi.WhatIfView;
import org.gongdan.sla.calendar.CalendarBook.Edit;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Yearly notices of holidays and make-up working days, put into a calendar as a whole or not at all. */
@Path("/api/calendars/{name}/holidays")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class HolidayResource {

    private static final String ICAL = "text/calendar";

    private final CalendarBook book;
    private final Previews previews;
    private final Commands commands;

    HolidayResource(CalendarBook book, Previews previews, Commands commands) {
        this.book = book;
        this.previews = previews;
        this.commands = commands;
    }

    /** @param workAs weekday whose intervals a make-up working day has */
    @POST
    @RolesAllowed({"manager", "admin"})
    public Uni<Response> add(String name, JsonNode notice, @HeaderParam("If-Match") String ifMatch,
            @QueryParam("workAs") @DefaultValue("MONDAY") DayOfWeek workAs,
            @QueryParam("openClocks") @DefaultValue("KEEP") Open openClocks) {
        return add(edit(name, JsonNotice.read(notice), workAs), ifMatch, notice, openClocks);
    }

    /** @param workAs weekday whose intervals a make-up working day has */
    @POST
    @Consumes(ICAL)
    @RolesAllowed({"manager", "admin"})
    public Uni<Response> addIcal(String name, byte[] file, @Context HttpHeaders headers, @HeaderParam("If-Match") String ifMatch,
            @QueryParam("workAs") @DefaultValue("MONDAY") DayOfWeek workAs,
            @QueryParam("openClocks") @DefaultValue("KEEP") Open openClocks) {
        String notice = NoticeText.of(file, headers.getMediaType());
        return add(edit(name, IcalNotice.read(notice), workAs), ifMatch, notice, openClocks);
    }

    @POST
    @Path("/preview")
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<WhatIfView> preview(String name, JsonNode notice, @QueryParam("workAs") @DefaultValue("MONDAY") DayOfWeek workAs,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return previews.of(edit(name, JsonNotice.read(notice), workAs), cursor, limit);
    }

    @POST
    @Path("/preview")
    @Consumes(ICAL)
    @RolesAllowed({"supervisor", "manager", "admin"})
    public Uni<WhatIfView> previewIcal(String name, byte[] file, @Context HttpHeaders headers,
            @QueryParam("workAs") @DefaultValue("MONDAY") DayOfWeek workAs,
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return previews.of(edit(name, IcalNotice.read(NoticeText.of(file, headers.getMediaType())), workAs), cursor, limit);
    }

    private Uni<Response> add(Edit edit, String ifMatch, Object request, Open openClocks) {
        return commands.run(request, (work, caller) -> book.save(work, edit, ifMatch, openClocks == Open.MOVE, caller.username())
                .map(saved -> Reply.ok(CalendarView.of(saved), saved.revision(), null)
                        .withDetail(edit.reason() + ", " + openClocks + " open clocks")));
    }

    private static Edit edit(String name, HolidayNotice notice, DayOfWeek workAs) {
        return new Edit(name, before -> {
            if (before == null) {
                throw new NotFound("calendar", name);
            }
            return notice.in(before, workAs);
        }, notice.source());
    }
}
