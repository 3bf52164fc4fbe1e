package org.gongdan.sla.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/**
 * The calendars promises are counted by. A promise names a revision ({@code office-cn@3}), which never changes; so a revision is read once and
 * kept in memory for good. Whoever reads clocks calls {@link #know} first; {@link #named} then needs no database.
 */
@ApplicationScoped
public class Calendars {

    /** Always there, never changed, the same in every revision; written without one. */
    public static final String AROUND_THE_CLOCK = "24x7";

    private static final Sql REVISION = Sql.of("select revision from calendar where name = :name");
    private static final Sql WHOLE = Sql.of("""
            select r.name, r.revision, cast(r.whole as text) as whole from unnest(cast(:references as text[])) as ref
            join calendar_revision r on r.name = split_part(ref, '@', 1) and r.revision = cast(split_part(ref, '@', 2) as integer)""");

    private final Map<String, Calendar> known = new ConcurrentHashMap<>();

    /**
     * Names what a promise made now is counted by.
     *
     * @param name name of a calendar, without revision
     * @return reference to its current revision, known from here on; fails with IllegalArgumentException when there is no such calendar, as a
     *         promise that cannot be counted must not be guessed
     */
    public Uni<String> current(Read read, String name) {
        if (name.equals(AROUND_THE_CLOCK)) {
            return Uni.createFrom().item(AROUND_THE_CLOCK);
        }
        return REVISION.with("name", name).row(read)
                .onItem().ifNull().failWith(() -> new IllegalArgumentException("no calendar named " + name))
                .map(row -> new CalendarRef(name, row.integer("revision")).toString())
                .call(reference -> know(read, List.of(reference)));
    }

    /** Reads those of these revisions that are not known yet. Fails with IllegalArgumentException when one does not exist. */
    public Uni<Void> know(Read read, Collection<String> references) {
        List<String> unknown = unknown(references);
        if (unknown.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return WHOLE.texts("references", unknown).rows(read).invoke(rows -> rows.forEach(this::keep))
                .invoke(() -> unknown.forEach(this::named)).replaceWithVoid();
    }

    /** The same for background loops. @see #know(Read, Collection) */
    public void know(Connection connection, Collection<String> references) throws SQLException {
        List<String> unknown = unknown(references);
        if (unknown.isEmpty()) {
            return;
        }
        WHOLE.texts("references", unknown).rows(connection).forEach(this::keep);
        unknown.forEach(this::named);
    }

    /** @param reference to a revision. @throws IllegalArgumentException when nobody has called {@link #know} for it */
    public Calendar named(String reference) {
        if (isAroundTheClock(reference)) {
            return Calendar.AROUND_THE_CLOCK;
        }
        Calendar calendar = known.get(reference);
        if (calendar == null) {
            throw new IllegalArgumentException("no calendar named " + reference);
        }
        return calendar;
    }

    private List<String> unknown(Collection<String> references) {
        return references.stream().filter(reference -> !isAroundTheClock(reference) && !known.containsKey(reference)).distinct()
                .map(reference -> CalendarRef.parse(reference).toString()).toList();
    }

    private void keep(Row row) {
        known.computeIfAbsent(new CalendarRef(row.text("name"), row.integer("revision")).toString(),
                ignored -> new WorkingCalendar(CalendarJson.read(row.text("whole"))));
    }

    private static boolean isAroundTheClock(String reference) {
        return reference.equals(AROUND_THE_CLOCK) || reference.startsWith(AROUND_THE_CLOCK + "@");
    }
}
