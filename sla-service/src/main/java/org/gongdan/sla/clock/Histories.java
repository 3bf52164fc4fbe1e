package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Recorded;

import io.smallrye.mutiny.Uni;

/** Reads clocks for other features of this service; without locks. */
@ApplicationScoped
public class Histories {

    private static final Sql OPEN = Sql.of(ClockRows.SELECT
            + " where c.customer_id = :customer and c.id > :after and c.status in ('RUNNING', 'PAUSED') order by c.id limit :limit");
    private static final String IN_PERIOD = " where c.customer_id = :customer and c.started_at >= :from and c.started_at < :to";
    private static final Sql COUNT = Sql.of("select count(*) as clocks from clock c" + IN_PERIOD);
    private static final Sql STARTED = Sql.of(ClockRows.SELECT + IN_PERIOD + " order by c.id limit :limit");
    private static final Sql SOME = Sql.of(ClockRows.SELECT + " where c.id = any(:ids) order by c.id");
    private static final Sql OF_TICKET = Sql.of(ClockRows.SELECT + " where c.ticket_id = :ticket order by c.id");

    private final Calendars calendars;

    Histories(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Open clocks of a customer in the order of their ids. @param after id of the last one seen, or null */
    public Uni<List<History>> open(Read read, UUID customerId, UUID after, int limit) {
        return read(read, OPEN.with("customer", customerId).with("after", after == null ? new UUID(0, 0) : after).with("limit", limit));
    }

    /** How many clocks of a customer started in a period, the end not included. */
    public Uni<Long> count(Read read, UUID customerId, Instant from, Instant to) {
        return COUNT.with("customer", customerId).with("from", from).with("to", to).row(read).map(row -> row.number("clocks"));
    }

    /** Clocks of a customer that started in a period, the end not included. */
    public Uni<List<History>> started(Read read, UUID customerId, Instant from, Instant to, int limit) {
        return read(read, STARTED.with("customer", customerId).with("from", from).with("to", to).with("limit", limit));
    }

    public Uni<List<History>> find(Read read, Collection<UUID> ids) {
        return read(read, SOME.ids("ids", ids));
    }

    /** The same for background loops. */
    public List<History> find(Connection connection, Collection<UUID> ids) throws SQLException {
        List<ClockRows.Stored> rows = ClockRows.stored(SOME.ids("ids", ids).rows(connection));
        calendars.know(connection, ClockRows.calendars(rows));
        return rows.stream().map(stored -> new History(stored.clock(calendars))).toList();
    }

    /** What the promises about a ticket are about, as it was told last; null when it was not. */
    public Uni<Matter> about(Read read, UUID ticketId) {
        return of(read, ticketId).map(found -> found.stream().map(History::toldAbout).flatMap(Optional::stream).max(Recorded.BY_LATENESS)
                .map(Clock::about).orElse(null));
    }

    /** Every clock of a ticket and its visits. */
    public Uni<List<History>> of(Read read, UUID ticketId) {
        return read(read, OF_TICKET.with("ticket", ticketId));
    }

    private Uni<List<History>> read(Read read, Bound query) {
        return query.rows(read).chain(rows -> ClockRows.clocks(read, calendars, ClockRows.stored(rows)))
                .map(clocks -> clocks.stream().map(History::new).toList());
    }
}
