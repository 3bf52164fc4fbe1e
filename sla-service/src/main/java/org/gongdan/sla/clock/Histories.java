package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.query.Question;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Reads clocks for other features of this service; without locks. */
@ApplicationScoped
public class Histories {

    private final Calendars calendars;

    Histories(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Open clocks of a customer in the order of their ids. @param after id of the last one seen, or null */
    public Uni<List<History>> open(Mutiny.Session session, UUID customerId, UUID after, int limit) {
        return read(session, " where c.customer_id = $1 and c.id > $2 and c.status in ('RUNNING', 'PAUSED') order by c.id limit $3",
                customerId, after == null ? new UUID(0, 0) : after, limit);
    }

    /** How many clocks of a customer started in a period, the end not included. */
    public Uni<Long> count(Mutiny.Session session, UUID customerId, Instant from, Instant to) {
        return Sql.row(session, "select count(*) from clock c where c.customer_id = $1 and c.started_at >= $2 and c.started_at < $3", customerId, from, to)
                .map(row -> ((Number) row[0]).longValue());
    }

    /** Clocks of a customer that started in a period, the end not included. */
    public Uni<List<History>> started(Mutiny.Session session, UUID customerId, Instant from, Instant to, int limit) {
        return read(session, " where c.customer_id = $1 and c.started_at >= $2 and c.started_at < $3 order by c.id limit $4", customerId, from, to, limit);
    }

    public Uni<List<History>> find(Mutiny.Session session, Collection<UUID> ids) {
        return read(session, " where c.id = any($1) order by c.id", (Object) ids.toArray(UUID[]::new));
    }

    /** The same for background loops. */
    public List<History> find(Connection connection, Collection<UUID> ids) throws SQLException {
        List<ClockRows.Stored> rows = new Question<>(ClockRows.SELECT + " where c.id = any($1) order by c.id", List.of((Object) ids.toArray(UUID[]::new)),
                ClockRows::stored).ask(connection);
        calendars.know(connection, ClockRows.calendars(rows));
        return rows.stream().map(stored -> new History(stored.clock(calendars))).toList();
    }

    /** What the promises about a ticket are about, as it was told last; null when it was not. */
    public Uni<Matter> about(Mutiny.Session session, UUID ticketId) {
        return of(session, ticketId).map(found -> found.stream().map(History::toldAbout).flatMap(Optional::stream).max(Recorded.BY_LATENESS).map(Clock::about).orElse(null));
    }

    /** Every clock of a ticket and its visits. */
    public Uni<List<History>> of(Mutiny.Session session, UUID ticketId) {
        return read(session, " where c.ticket_id = $1 order by c.id", ticketId);
    }

    private Uni<List<History>> read(Mutiny.Session session, String where, Object... parameters) {
        return Sql.rows(session, ClockRows.SELECT + where, parameters).chain(rows -> ClockRows.clocks(session, calendars, ClockRows.stored(rows)))
                .map(clocks -> clocks.stream().map(History::new).toList());
    }
}
