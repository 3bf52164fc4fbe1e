package org.gongdan.sla.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The statements that keep calendars and their revisions. */
@ApplicationScoped
class CalendarTable {

    private static final String SELECT = """
            select r.name, r.revision, cast(r.content as text), cast(r.whole as text), r.reason, r.saved_at, r.saved_by from calendar_revision r""";
    private static final String CURRENT = SELECT + " join calendar c on c.name = r.name and c.revision = r.revision";

    /** A revision. @param content as entered @param whole told without its base @param reason why it was made */
    record Revision(String name, int revision, CalendarContent content, CalendarContent whole, String reason, Instant savedAt, String savedBy) {
    }

    /** Until the transaction ends nobody else saves a calendar: an overlay must not miss a change of its base. */
    Uni<Void> lock(Read read) {
        return Sql.rows(read, "select count(*) from pg_advisory_xact_lock(hashtextextended('calendars', 0))").replaceWithVoid();
    }

    /** @return the current revision, or null */
    Uni<Revision> current(Read read, String name) {
        return Sql.row(read, CURRENT + " where c.name = $1", name).map(CalendarTable::revision);
    }

    /** @return that revision, or null */
    Uni<Revision> revision(Read read, String name, int revision) {
        return Sql.row(read, SELECT + " where r.name = $1 and r.revision = $2", name, revision).map(CalendarTable::revision);
    }

    Uni<List<Revision>> allCurrent(Read read) {
        return Sql.rows(read, CURRENT).map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Current revisions by name. @param after name of the last calendar of the page before */
    Uni<List<Revision>> list(Read read, String after, int limit) {
        return Sql.rows(read, CURRENT + " where c.name > $1 order by c.name limit " + limit, after)
                .map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Revisions of one calendar, newest first. @param before the last revision of the page before */
    Uni<List<Revision>> revisions(Read read, String name, int before, int limit) {
        return Sql.rows(read, SELECT + " where r.name = $1 and r.revision < $2 order by r.revision desc limit " + limit, name, before)
                .map(rows -> rows.stream().map(CalendarTable::revision).toList());
    }

    /** Adds revisions and makes them the current ones. */
    Uni<Void> save(Work work, Collection<Revision> revisions) {
        return Multi.createFrom().iterable(revisions).onItem().transformToUniAndConcatenate(revision -> save(work, revision)).collect().last().replaceWithVoid();
    }

    /** Asks for open clocks to go over to this revision. @see OpenClocks */
    Uni<Void> move(Work work, Revision revision) {
        return Sql.update(work, "insert into calendar_move (name, revision, at) values ($1, $2, $3)", revision.name(), revision.revision(), revision.savedAt())
                .replaceWithVoid();
    }

    private static Uni<Integer> save(Work work, Revision revision) {
        return Sql.update(work, """
                with head as (insert into calendar (name, revision, base) values ($1, $2, $3)
                    on conflict (name) do update set revision = excluded.revision, base = excluded.base)
                insert into calendar_revision (name, revision, content, whole, reason, saved_at, saved_by)
                values ($1, $2, cast(cast($4 as text) as jsonb), cast(cast($5 as text) as jsonb), $6, $7, $8)""",
                revision.name(), revision.revision(), revision.content().base(), CalendarJson.write(revision.content()), CalendarJson.write(revision.whole()),
                revision.reason(), revision.savedAt(), revision.savedBy());
    }

    private static Revision revision(Object[] row) {
        return row == null ? null : new Revision((String) row[0], ((Number) row[1]).intValue(), CalendarJson.read((String) row[2]),
                CalendarJson.read((String) row[3]), (String) row[4], Rows.instant(row[5]), (String) row[6]);
    }
}
