package org.gongdan.platform.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.platform.inbox.Lag;
import org.gongdan.platform.outbox.OutboxBacklog;
import org.gongdan.platform.timer.TimerBacklog;
import org.gongdan.platform.tx.Sql;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Whether what happens here is told in time; the figures that are watched by machines, too (docs/operations.md), for who has only the console. */
@Path("/api/operations/{service}")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    private static final Sql SMALLEST = Sql.of("select 1 as one");

    private final DataSource database;
    private final Lag lag;
    private final TimerBacklog timers;
    private final Clock clock;
    private final ThisService me;

    HealthResource(DataSource database, Lag lag, TimerBacklog timers, Clock clock, ThisService me) {
        this.database = database;
        this.lag = lag;
        this.timers = timers;
        this.clock = clock;
        this.me = me;
    }

    @GET
    @Path("/health")
    @RolesAllowed("admin")
    @RunOnVirtualThread
    public HealthView health(@PathParam("service") String service) throws SQLException {
        me.mustBe(service);
        Optional<List<Lag.Behind>> behind = lag.read();
        try (Connection connection = database.getConnection()) {
            long begin = System.nanoTime();
            SMALLEST.bound().row(connection);
            Duration answer = Duration.ofNanos(System.nanoTime() - begin);
            return HealthView.of(me.name(), clock.instant(), answer, OutboxBacklog.read(connection), behind,
                    Housekeeping.PARKED.bound().row(connection).number("keys"), timers.read(connection));
        }
    }
}
