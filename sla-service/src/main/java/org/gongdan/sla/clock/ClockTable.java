package org.gongdan.sla.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.Heard;
import org.gongdan.sla.promise.Subject;
import org.gongdan.sla.promise.SubjectKind;

import io.smallrye.mutiny.Uni;

/** The statements that keep clocks, their facts and their timers; each works on a whole set of clocks in one round trip. */
@ApplicationScoped
public class ClockTable {

    /**
     * An open clock that runs has a timer for its due time and, until it has warned, one for the warning; any other has none. One that runs, or is
     * broken and not done yet, has one for the next step of its ladder.
     */
    private static final String CHANGES = """
            with changed as (
                select * from jsonb_to_recordset(cast(cast(:clocks as text) as jsonb)) as r(id uuid, version bigint, "ticketId" uuid,
                    "visitId" uuid, "shiftId" uuid, "customerId" uuid,
                    kind text, status text, generation integer, target text, facts integer, percent integer, started timestamptz, due timestamptz,
                    warn timestamptz, ended timestamptz, breached timestamptz, warned boolean, engineer uuid, promiser text, moved boolean, calendar text,
                    escalate timestamptz, priority text, agreement uuid, judged boolean)),
            saved as (
                insert into clock (id, version, %s, kind, status, generation, target, facts, warn_percent,
                    started_at, due_at, warn_at, ended_at, breached_at, engineer_id, promised_by, moved, calendar, priority, agreement_version)
                select id, version, "ticketId", "visitId", "shiftId", "customerId", kind, status, generation, target, facts, percent,
                    started, due, warn, ended, breached, engineer, promiser, moved, calendar,
                    priority, agreement from changed
                on conflict (id) do update set version = excluded.version, status = excluded.status, generation = excluded.generation, facts = excluded.facts,
                    due_at = excluded.due_at, warn_at = excluded.warn_at, ended_at = excluded.ended_at, breached_at = excluded.breached_at,
                    engineer_id = excluded.engineer_id, promised_by = excluded.promised_by, moved = excluded.moved, calendar = excluded.calendar,
                    warn_percent = excluded.warn_percent, agreement_version = excluded.agreement_version, priority = excluded.priority),
            noted as (
                %s),
            armed as (%s),
            disarmed as (%s)
            """.formatted(Subject.COLUMNS, ClockRows.NOTE, Timers.setting("""
                select '%s', id, generation, due from changed where status = 'RUNNING'
                union all
                select '%s', id, generation, warn from changed where status = 'RUNNING' and not warned and warn < due
                union all
                select '%s', id, generation, escalate from changed where escalate is not null
                union all
                select '%s', id, generation, now() from changed where judged"""
            .formatted(ClockTimers.BREACH, ClockTimers.WARNING, ClockTimers.ESCALATION, ClockTimers.COMPENSATION)), Timers.cancelling(
                    """
                select '%s', id from changed where generation > 0 and status <> 'RUNNING'
                union all
                select '%s', id from changed where generation > 0 and (status <> 'RUNNING' or warned or warn >= due)
                union all
                select '%s', id from changed where generation > 0 and escalate is null"""
                            .formatted(ClockTimers.BREACH, ClockTimers.WARNING, ClockTimers.ESCALATION)));

    /** The same statement hands over what came too early about the tickets or visits, and says of each whether nobody else is just telling more of it. */
    private static final Sql SAVE_NEW = Sql.of(
            CHANGES + """
            , gate as materialized (select subject, pg_try_advisory_xact_lock(%s) as alone from unnest(cast(:subjects as uuid[])) as subject),
            early as (delete from early_fact where subject = any(:subjects) returning subject as about, %s)
            select gate.subject, gate.alone, early.* from gate left join early on early.about = gate.subject order by early.at, early.sequence"""
                    .formatted(EarlyFacts.KEY.formatted("subject"), EarlyFacts.COLUMNS));

    private static final Sql SAVE = Sql.of(CHANGES + "select count(*) as changed from changed");

    private static final Map<SubjectKind, Sql> LOCK_OF = each(
            ClockRows.SELECT + " where %s and c.kind = any(:kinds) order by c.id for update of c");
    private static final Map<SubjectKind, Sql> KNOWN = each(
            "select exists (select 1 from clock c where %s and c.kind = any(:kinds)) as known");
    private static final Sql LOCK = Sql.of(ClockRows.SELECT + " where c.id = any(:ids) order by c.id for update of c");

    private static Map<SubjectKind, Sql> each(String statement) {
        return Arrays.stream(SubjectKind.values())
                .collect(Collectors.toMap(about -> about, about -> Sql.of(statement.formatted(about.clocks()))));
    }

    private final Calendars calendars;
    private final Kinds kinds;

    ClockTable(Calendars calendars, Kinds kinds) {
        this.calendars = calendars;
        this.kinds = kinds;
    }

    public Uni<Void> save(Work work, Collection<Clock.Change> changes) {
        return changes(SAVE, changes).rows(work).replaceWithVoid();
    }

    /** The same for background loops; the caller commits. */
    public void save(Connection connection, Collection<Clock.Change> changes) throws SQLException {
        changes(SAVE, changes).rows(connection);
    }

    private Bound changes(Sql statement, Collection<Clock.Change> changes) {
        return statement.with("clocks", ClockRows.clocks(changes, kinds)).with("facts", ClockRows.facts(changes));
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
    Uni<List<KnownBefore>> saveNew(Work work, Collection<UUID> subjects, Collection<Clock.Change> changes) {
        return changes(SAVE_NEW, changes).ids("subjects", subjects).rows(work)
                .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.id("subject"))).entrySet().stream()
                        .map(told -> new KnownBefore(told.getKey(), told.getValue().getFirst().flag("alone"),
                                told.getValue().stream().filter(row -> !row.isNull("about")).map(EarlyFacts::heard).toList()))
                        .toList());
    }

    /** Whether the subject has a promise of one of these kinds. */
    Uni<Boolean> isKnown(Read read, UUID subject, SubjectKind about, Set<String> kinds) {
        return KNOWN.get(about).with("subject", subject).with("kinds", EarlyFacts.names(kinds)).row(read).map(row -> row.flag("known"));
    }

    /**
     * Locks the clocks of these kinds that belong to a ticket itself, or to a visit, until the transaction ends. A statement that had to wait
     * for the lock gets the row as it is now but the facts as they were before; then it looks again.
     */
    Uni<List<Clock>> lock(Work work, UUID subject, SubjectKind about, Set<String> kinds) {
        return lock(work, LOCK_OF.get(about).with("subject", subject).with("kinds", EarlyFacts.names(kinds)));
    }

    /** Locks these clocks until the transaction ends. */
    Uni<List<Clock>> lock(Work work, Set<UUID> ids) {
        return lock(work, LOCK.ids("ids", ids));
    }

    private Uni<List<Clock>> lock(Work work, Bound query) {
        Uni<List<ClockRows.Stored>> look = Uni.createFrom().deferred(() -> query.rows(work)).map(ClockRows::stored);
        return look.chain(rows -> rows.stream().anyMatch(ClockRows.Stored::missesFacts) ? look : Uni.createFrom().item(rows))
                .chain(rows -> ClockRows.clocks(work, calendars, rows));
    }
}
