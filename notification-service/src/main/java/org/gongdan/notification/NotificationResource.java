package org.gongdan.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.notification.NotificationApi.NotificationView;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Uni;

@Path("/api/notifications")
@Produces(MediaType.APPLICATION_JSON)
class NotificationResource {

    private final Notifications notifications;
    private final Callers callers;
    private final Tx tx;

    NotificationResource(Notifications notifications, Callers callers, Tx tx) {
        this.notifications = notifications;
        this.callers = callers;
        this.tx = tx;
    }

    @GET
    @RolesAllowed({"agent", "engineer", "supervisor", "manager", "admin", "customer", "integration"})
    public Uni<Page<NotificationView>> list(@QueryParam("ticketId") UUID ticketId, @QueryParam("status") Status status,
            @QueryParam("template") Template template, @QueryParam("from") Instant from, @QueryParam("to") Instant to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        Caller caller = callers.current();
        UUID before = Page.decodeId(cursor);
        Notifications.Asked asked = new Notifications.Asked(ticketId, status, template, from, to);
        return tx.read(read -> notifications.find(read, asked, before, caller, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> row.id.toString(), NotificationView::of));
    }
}
