package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Subject;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The statements that keep clocks, their facts and their timers; each works on a whole set of clocks in one round trip. */
@ApplicationScoped
public class ClockTable {

    /**
     * An open clock that runs has a timer for its due time and, until it has warned, one for the warning; any other has none. One that runs, or is
     * broken and not done yet, has one for the next step of its ladder.
     */
    private static final String SAVE = """
            with changed as (
                select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as r(id uuid, version bigint, ticket uuid, visit uuid, shift uuid, customer uuid,
                    kind text, status text, generation integer, target text, facts integer, percent integer, started timestamptz, due timestamptz,
                    warn timestamptz, ended timestamptz, breached timestamptz, warned boolean, engineer uuid, promiser text, moved boolean, calendar text,
                    escalate timestamptz, priority text, agreement uuid, judged boolean)),
            saved as (
                insert into clock (id, version, ticket_id, visit_id, shift_id, customer_id, kind, status, generation, target, facts, warn_percent,
                    started_at, due_at, warn_at, ended_at, breached_at, engineer_id, promised_by, moved, calendar, priority, agreement_version)
                select id, version, ticket, visit, shift, customer, kind, status, generation, target, facts, percent, started, due, warn, ended, breached, engineer, promiser, moved, calendar,
                    priority, agreement from changed
                on conflict (id) do update set version = excluded.version, status = excluded.status, generation = excluded.generation, facts = excluded.facts,
                    due_at = excluded.due_at, warn_at = excluded.warn_at, ended_at = excluded.ended_at, breached_at = excluded.breached_at,
                    engineer_id = excluded.engineer_id, promised_by = excluded.promised_by, moved = excluded.moved, calendar = excluded.calendar,
                    warn_percent = excluded.warn_percent, agreement_version = excluded.agreement_version, priority = excluded.priority),
            noted as (
                insert into clock_fact (clock_id, seq, at, sequence, fact, data, event_id)
                select clock, seq, at, sequence, fact, data, event from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                    as f(clock uuid, seq integer, at timestamptz, sequence bigint, fact text, data jsonb, event uuid)),
            armed as (%s),
            disarmed as (%s)
            """.formatted(Timers.setting("""
                select '%s', id, generation, due from changed where status = 'RUNNING'
                union all
                select '%s', id, generation, warn from changed where status = 'RUNNING' and not warned and warn < due
                union all
                select '%s', id, generation, escalate from changed where escalate is not null
                union all
                select '%s', id, generation, now() from changed where judged"""
                .formatted(ClockTimers.BREACH, ClockTimers.WARNING, ClockTimers.ESCALATION, ClockTimers.COMPENSATION)), Timers.cancelling("""
                select '%s', id from changed where generation > 0 and status <> 'RUNNING'
                union all
                select '%s', id from changed where generation > 0 and (status <> 'RUNNING' or warned or warn >= due)
                union all
                select '%s', id from changed where generation > 0 and escalate is null"""
                .formatted(ClockTimers.BREACH, ClockTimers.WARNING, ClockTimers.ESCALATION)));

    /** The same statement hands over what came too early about the tickets or visits, and says of each whether nobody else is just telling more of it. */
    private static final String SAVE_NEW = SAVE + """
            , gate as materialized (select subject, pg_try_advisory_xact_lock(%s) as alone from unnest(cast($3 as uuid[])) as subject),
            early as (delete from early_fact where subject = any($3) returning subject as about, %s)
            select gate.subject, gate.alone, early.* from gate left join early on early.about = gate.subject order by early.at, early.sequence"""
            .formatted(EarlyFacts.KEY.formatted("subject"), EarlyFacts.COLUMNS);

    private static final String LOCK = ClockRows.SELECT + " where %s and c.kind = any($2) order by c.id for update of c";

    private final Calendars calendars;
    private final Kinds kinds;

    ClockTable(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    public Uni<Void> save(Mutiny.Session session, Collection<Clock.Change> changes) {
        return Sql.rows(session, SAVE + "select count(*) from changed", ClockRows.clocks(changes, kinds), ClockRows.facts(changes)).replaceWithVoid();
    }

    /** The same for background loops; the caller commits. */
    public void save(Connection connection, Collection<Clock.Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement((SAVE + "select count(*) from changed").replaceAll("\\$\\d", "?"))) {
            statement.setString(1, ClockRows.clocks(changes, kinds));
            statement.setString(2, ClockRows.facts(changes));
            statement.executeQuery().close();
        }
    }

    /**
     * What was known of a ticket or visit before its first promise was made.
     *
     * @param alone false: look again, somebody was telling more at the same time
     * @param heard what was heard before, in its order; it is the caller's to put in
     */
    record KnownBefore(UUID subject, boolean alone, List<Heard> heard) {

        boolean nothing() {
            return alone && heard.isEmpty();
        }
    }

    /** @return one for each of the subjects */
    Uni<List<KnownBefore>> saveNew(Mutiny.Session session, Collection<UUID> subjects, Collection<Clock.Change> changes) {
        return Sql.rows(session, SAVE_NEW, ClockRows.clocks(changes, kinds), ClockRows.facts(changes), subjects.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> (UUID) row[0])).entrySet().stream()
                        .map(told -> new KnownBefore(told.getKey(), (Boolean) told.getValue().getFirst()[1],
                                told.getValue().stream().filter(row -> row[2] != null).map(row -> EarlyFacts.heard(row, 3)).toList())).toList());
    }

    /** Whether the subject has a promise of one of these kinds. */
    Uni<Boolean> isKnown(Mutiny.Session session, UUID subject, Subject about, Set<String> kinds) {
        return Sql.row(session, "select exists (select 1 from clock c where " + of(about) + " and c.kind = any($2))", subject, EarlyFacts.names(kinds))
                .map(row -> (Boolean) row[0]);
    }

    /**
     * Locks the clocks of these kinds that belong to a ticket itself, or to a visit, until the transaction ends. A statement that had to wait
     * for the lock gets the row as it is now but the facts as they were before; then it looks again.
     */
    Uni<List<Clock>> lock(Mutiny.Session session, UUID subject, Subject about, Set<String> kinds) {
        String sql = LOCK.formatted(of(about));
        return select(session, sql, subject, kinds)
                .chain(rows -> rows.stream().anyMatch(ClockRows.Stored::missesFacts) ? select(session, sql, subject, kinds) : Uni.createFrom().item(rows))
                .chain(rows -> ClockRows.clocks(session, calendars, rows));
    }

    /** Locks these clocks until the transaction ends. */
    Uni<List<Clock>> lock(Mutiny.Session session, Set<UUID> ids) {
        String sql = ClockRows.SELECT + " where c.id = any($1) order by c.id for update of c";
        Uni<List<ClockRows.Stored>> read = Uni.createFrom().deferred(() -> Sql.rows(session, sql, (Object) ids.toArray(UUID[]::new))).map(ClockRows::stored);
        return read.chain(rows -> rows.stream().anyMatch(ClockRows.Stored::missesFacts) ? read : Uni.createFrom().item(rows))
                .chain(rows -> ClockRows.clocks(session, calendars, rows));
    }

    private static Uni<List<ClockRows.Stored>> select(Mutiny.Session session, String sql, UUID subject, Set<String> kinds) {
        return Sql.rows(session, sql, subject, EarlyFacts.names(kinds)).map(ClockRows::stored);
    }

    private static String of(Subject about) {
        return switch (about) {
            case TICKET -> "c.ticket_id = $1 and c.visit_id is null";
            case VISIT -> "c.visit_id = $1";
            case SHIFT -> "c.shift_id = $1";
        };
    }
}
