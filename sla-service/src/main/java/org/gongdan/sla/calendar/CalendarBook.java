package org.gongdan.sla.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.calendar.CalendarTable.Revision;

import io.smallrye.mutiny.Uni;

/** The only door to saved calendars. Every change is a new revision of the calendar and of every overlay on it; nothing saved ever changes. */
@ApplicationScoped
class CalendarBook {

    private final CalendarTable table;
    private final Clock clock;

    CalendarBook(CalendarTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** How a calendar shall change. @param edit from the content as it is, or null, to the new one @param reason for the list of revisions */
    record Edit(String name, UnaryOperator<CalendarContent> edit, String reason) {
    }

    Uni<Revision> find(Read read, String name, Integer revision) {
        return (revision == null ? table.current(read, name) : table.revision(read, name, revision))
                .onItem().ifNull().failWith(() -> new NotFound("calendar", revision == null ? name : name + "@" + revision));
    }

    /** What the change would make: the calendar, and then every overlay on it. Nothing is written. */
    Uni<List<Revision>> propose(Read read, Edit edit) {
        return table.allCurrent(read).map(all -> change(byName(all), edit));
    }

    /**
     * Saves a change.
     *
     * @param ifMatch entity tag of the revision the caller saw; must be given when there is one
     * @param move    whether open clocks are counted by the new revision from now on; otherwise only new promises are
     * @return the new revision; the current one when the content is the same
     */
    Uni<Revision> save(Work work, Edit edit, String ifMatch, boolean move, String savedBy) {
        return table.lock(work).chain(() -> table.allCurrent(work)).chain(all -> {
            Map<String, Revision> byName = byName(all);
            Revision before = byName.get(edit.name());
            checkSeen(edit.name(), before, ifMatch);
            Instant at = laterThan(all);
            List<Revision> changed = change(byName, edit).stream().map(revision -> signed(revision, at, savedBy)).toList();
            if (before != null && changed.getFirst().content().equals(before.content())) {
                return Uni.createFrom().item(before);
            }
            return table.save(work, changed).chain(() -> move ? move(work, changed) : Uni.createFrom().voidItem())
                    .replaceWith(changed.getFirst());
        });
    }

    private Uni<Void> move(Work work, List<Revision> changed) {
        Uni<Void> asked = Uni.createFrom().voidItem();
        for (Revision revision : changed) {
            asked = asked.chain(() -> table.move(work, revision));
        }
        return asked.invoke(() -> work.touch(new OpenClocks.MoveAsked(changed.getFirst().name())));
    }

    private static List<Revision> change(Map<String, Revision> byName, Edit edit) {
        if (edit.name().equals(Calendars.AROUND_THE_CLOCK)) {
            throw new Conflict("calendar-fixed", edit.name());
        }
        Revision before = byName.get(edit.name());
        CalendarContent content = edit.edit().apply(before == null ? null : before.content());
        CalendarFamily family = new CalendarFamily(byName.values().stream().collect(Collectors.toMap(Revision::name, Revision::content)));
        List<Revision> changed = new ArrayList<>();
        family.change(edit.name(), content).forEach((name, whole) -> {
            Revision old = byName.get(name);
            boolean itself = name.equals(edit.name());
            changed.add(new Revision(name, old == null ? 1 : old.revision() + 1, itself ? content : old.content(), whole,
                    itself ? edit.reason() : "base " + edit.name(), null, null));
        });
        return changed;
    }

    private static void checkSeen(String name, Revision before, String ifMatch) {
        if (before == null && ifMatch != null) {
            throw new NotFound("calendar", name);
        }
        if (before != null && ifMatch == null) {
            throw new InvalidInput("If-Match", "if-match-missing");
        }
        if (before != null) {
            Etags.check(ifMatch, before.revision(), "calendar", name);
        }
    }

    /** Clocks of processes differ a little; of two revisions the later one is saved later all the same. */
    private Instant laterThan(List<Revision> all) {
        Instant now = clock.instant();
        return all.stream().map(revision -> revision.savedAt().plus(1, ChronoUnit.MICROS)).filter(now::isBefore)
                .max(Comparator.naturalOrder()).orElse(now);
    }

    private static Revision signed(Revision revision, Instant at, String by) {
        return new Revision(revision.name(), revision.revision(), revision.content(), revision.whole(), revision.reason(), at, by);
    }

    private static Map<String, Revision> byName(List<Revision> all) {
        return all.stream().collect(Collectors.toMap(Revision::name, revision -> revision));
    }
}
