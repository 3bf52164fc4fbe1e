package org.gongdan.sla;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** The statements that keep clocks, their facts and their timers; each works on a whole set of clocks in one round trip. */
@ApplicationScoped
class ClockTable {

    /** An open clock that runs has a timer for its due time and, until it has warned, one for the warning; any other has none. */
    private static final String SAVE = """
            with changed as (
                select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as r(id uuid, version bigint, ticket uuid, visit uuid, customer uuid,
                    kind text, status text, generation integer, target text, facts integer, percent integer, started timestamptz, due timestamptz,
                    warn timestamptz, ended timestamptz, breached timestamptz, warned boolean, calendar text)),
            saved as (
                insert into clock (id, version, ticket_id, visit_id, customer_id, kind, status, generation, target, facts, warn_percent,
                    started_at, due_at, warn_at, ended_at, breached_at, calendar)
                select id, version, ticket, visit, customer, kind, status, generation, target, facts, percent, started, due, warn, ended, breached, calendar from changed
                on conflict (id) do update set version = excluded.version, status = excluded.status, generation = excluded.generation, facts = excluded.facts,
                    due_at = excluded.due_at, warn_at = excluded.warn_at, ended_at = excluded.ended_at, breached_at = excluded.breached_at,
                    calendar = excluded.calendar),
            noted as (
                insert into clock_fact (clock_id, seq, at, sequence, fact, data, event_id)
                select clock, seq, at, sequence, fact, data, event from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                    as f(clock uuid, seq integer, at timestamptz, sequence bigint, fact text, data jsonb, event uuid)),
            armed as (
                insert into timer (kind, ref, generation, due_at, fire_at)
                select 'sla-breach', id, generation, due, due from changed where status = 'RUNNING'
                union all
                select 'sla-warning', id, generation, warn, warn from changed where status = 'RUNNING' and not warned and warn < due
                on conflict (kind, ref) do update set generation = excluded.generation, due_at = excluded.due_at, fire_at = excluded.fire_at,
                    attempts = 0, error = null),
            disarmed as (
                delete from timer where (kind, ref) in (
                    select 'sla-breach', id from changed where generation > 0 and status <> 'RUNNING'
                    union all
                    select 'sla-warning', id from changed where generation > 0 and (status <> 'RUNNING' or warned or warn >= due)))
            """;

    /** The same statement hands over what came too early about the ticket or visit. */
    private static final String SAVE_NEW = SAVE + """
            , early as (delete from early_fact where subject = $3 returning kinds, at, sequence, fact, cast(data as text) as data, event_id)
            select kinds, at, sequence, fact, data, event_id from early order by at, sequence""";

    private static final String LOCK = ClockRows.SELECT + " where %s and c.kind = any($2) order by c.id for update of c";

    private final Calendars calendars;

    ClockTable(Calendars calendars) {
        this.calendars = calendars;
    }

    Uni<Void> save(Mutiny.Session session, Collection<Clock.Change> changes) {
        return Sql.rows(session, SAVE + "select count(*) from changed", ClockRows.clocks(changes), ClockRows.facts(changes)).replaceWithVoid();
    }

    /** Saves new clocks. @return what was heard about their ticket or visit before; it is the caller's to put in */
    Uni<List<Heard>> saveNew(Mutiny.Session session, UUID subject, Collection<Clock.Change> changes) {
        return Sql.rows(session, SAVE_NEW, ClockRows.clocks(changes), ClockRows.facts(changes), subject)
                .map(rows -> rows.stream().map(ClockTable::heard).toList());
    }

    /** Keeps a fact about a ticket or visit nobody has told us of yet. */
    Uni<Void> keepEarly(Mutiny.Session session, UUID subject, Heard heard) {
        Recorded recorded = heard.recorded();
        return Sql.update(session, """
                insert into early_fact (subject, kinds, at, sequence, fact, data, event_id) values ($1, $2, $3, $4, $5, cast(cast($6 as text) as jsonb), $7)""",
                subject, String.join(",", names(heard.kinds())), recorded.fact().at(), recorded.sequence(), FactJson.name(recorded.fact()),
                FactJson.data(recorded.fact()).toString(), recorded.eventId()).replaceWithVoid();
    }

    /**
     * Locks the clocks of these kinds that belong to a ticket itself, or to a visit, until the transaction ends. A statement that had to wait
     * for the lock gets the row as it is now but the facts as they were before; then it looks again.
     */
    Uni<List<Clock>> lock(Mutiny.Session session, UUID subject, boolean visit, Set<ClockKind> kinds) {
        String sql = LOCK.formatted(visit ? "c.visit_id = $1" : "c.ticket_id = $1 and c.visit_id is null");
        return select(session, sql, subject, kinds)
                .chain(rows -> rows.stream().anyMatch(ClockRows.Stored::missesFacts) ? select(session, sql, subject, kinds) : Uni.createFrom().item(rows))
                .chain(rows -> ClockRows.clocks(session, calendars, rows));
    }

    private static Uni<List<ClockRows.Stored>> select(Mutiny.Session session, String sql, UUID subject, Set<ClockKind> kinds) {
        return Sql.rows(session, sql, subject, names(kinds)).map(ClockRows::stored);
    }

    private static Heard heard(Object[] row) {
        Set<ClockKind> kinds = Arrays.stream(((String) row[0]).split(",")).map(ClockKind::valueOf).collect(Collectors.toSet());
        ClockFact fact = FactJson.read((String) row[3], Rows.instant(row[1]), (ObjectNode) ClockRows.json((String) row[4]));
        return new Heard(kinds, new Recorded(fact, ((Number) row[2]).longValue(), (UUID) row[5]));
    }

    private static String[] names(Set<ClockKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
