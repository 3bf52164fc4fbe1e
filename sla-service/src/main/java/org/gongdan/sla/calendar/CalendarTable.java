package org.gongdan.sla.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The statements that keep calendars and their revisions. */
@ApplicationScoped
class CalendarTable {

    private static final String SELECT = """
            select r.name, r.revision, cast(r.content as text) as content, cast(r.whole as text) as whole, r.reason, r.saved_at, r.saved_by
                from calendar_revision r""";
    private static final String CURRENT = SELECT + " join calendar c on c.name = r.name and c.revision = r.revision";

    private static final Sql ALONE = Sql.of("select count(*) as alone from pg_advisory_xact_lock(hashtextextended('calendars', 0))");
    private static final Sql ONE = Sql.of(SELECT + " where r.name = :name and r.revision = :revision");
    private static final Sql EARLIER = Sql
            .of(SELECT + " where r.name = :name and r.revision < :before order by r.revision desc limit :limit");
    private static final Sql ALL_CURRENT = Sql.of(CURRENT);
    private static final Sql CURRENT_ONE = Sql.of(CURRENT + " where c.name = :name");
    private static final Sql PAGE = Sql.of(CURRENT + " where c.name > :after order by c.name limit :limit");
    private static final Sql MOVE = Sql.of("insert into calendar_move (name, revision, at) values (:name, :revision, :at)");
    private static final Sql SAVE = Sql.of("""
            with head as (insert into calendar (name, revision, base) values (:name, :revision, :base)
                on conflict (name) do update set revision = excluded.revision, base = excluded.base)
            insert into calendar_revision (name, revision, content, whole, reason, saved_at, saved_by)
            values (:name, :revision, cast(cast(:content as text) as jsonb), cast(cast(:whole as text) as jsonb), :reason, :at, :by)""");

    /** A revision. @param content as entered @param whole told without its base @param reason why it was made */
    record Revision(String name, int revision, CalendarContent content, CalendarContent whole, String reason, Instant savedAt,
            String savedBy) {
    }

    /** Until the transaction ends nobody else saves a calendar: an overlay must not miss a change of its base. */
    Uni<Void> lock(Work work) {
        return ALONE.bound().rows(work).replaceWithVoid();
    }

    /** @return the current revision, or null */
    Uni<Revision> current(Read read, String name) {
        return CURRENT_ONE.with("name", name).row(read).map(CalendarTable::revision);
    }

    /** @return that revision, or null */
    Uni<Revision> revision(Read read, String name, int revision) {
        return ONE.with("name", name).with("revision", revision).row(read).map(CalendarTable::revision);
    }

    Uni<List<Revision>> allCurrent(Read read) {
        return ALL_CURRENT.bound().rows(read).map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Current revisions by name. @param after name of the last calendar of the page before */
    Uni<List<Revision>> list(Read read, String after, int limit) {
        return PAGE.with("after", after).with("limit", limit).rows(read)
                .map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Revisions of one calendar, newest first. @param before the last revision of the page before */
    Uni<List<Revision>> revisions(Read read, String name, int before, int limit) {
        return EARLIER.with("name", name).with("before", before).with("limit", limit).rows(read)
                .map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Adds revisions and makes them the current ones. */
    Uni<Void> save(Work work, Collection<Revision> revisions) {
        return Multi.createFrom().iterable(revisions).onItem().transformToUniAndConcatenate(revision -> save(work, revision)).collect()
                .last().replaceWithVoid();
    }

    /** Asks for open clocks to go over to this revision. @see OpenClocks */
    Uni<Void> move(Work work, Revision revision) {
        return MOVE.with("name", revision.name()).with("revision", revision.revision()).with("at", revision.savedAt()).update(work)
                .replaceWithVoid();
    }

    private static Uni<Integer> save(Work work, Revision revision) {
        return SAVE.with("name", revision.name()).with("revision", revision.revision()).with("base", revision.content().base())
                .with("content", CalendarJson.write(revision.content())).with("whole", CalendarJson.write(revision.whole()))
                .with("reason", revision.reason()).with("at", revision.savedAt()).with("by", revision.savedBy()).update(work);
    }

    private static Revision revision(Row row) {
        return row == null ? null : new Revision(row.text("name"), row.integer("revision"), CalendarJson.read(row.text("content")),
                CalendarJson.read(row.text("whole")), row.text("reason"), row.instant("saved_at"), row.text("saved_by"));
    }
}
