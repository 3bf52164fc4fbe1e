package org.gongdan.dispatch.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.dispatch.roster.RosterApi.Drafted;
import org.gongdan.dispatch.roster.RosterApi.Publish;
import org.gongdan.dispatch.roster.RosterApi.Rotate;
import org.gongdan.dispatch.roster.RosterEvent.ShiftPublished;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Rows;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** A duty's shifts of a period taken together: drafted by a rotation, checked for gaps, published. */
@ApplicationScoped
class Timetable {

    /** Most shifts that one command drafts or publishes: it is one transaction. */
    private static final int MOST = 1000;

    private final Duties duties;
    private final Shifts shifts;
    private final Outbox outbox;
    private final Clock clock;

    Timetable(Duties duties, Shifts shifts, Outbox outbox, Clock clock) {
        this.duties = duties;
        this.shifts = shifts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws Conflict when somebody has another shift at one of these times */
    Uni<Drafted> rotate(Work work, String code, Rotate request) {
        return duties.find(work, code).chain(duty -> {
            Period period = new Period(request.from(), request.to());
            List<Rotation.Planned> planned = request.rotation().shifts(period, duty.wall());
            if (planned.size() > MOST) {
                throw new Rejected("too-many-shifts", MOST);
            }
            Instant now = clock.instant();
            Object[] drafts = planned.stream().map(shift -> Shift.draft(Ids.next(), code, shift.person(), shift.time(), null, now)).toArray();
            return work.session().persistAll(drafts).chain(() -> shifts.flush(work)).chain(() -> gaps(work, duty, period, Counted.DRAFTS))
                    .map(gaps -> new Drafted(planned.size(), gaps));
        });
    }

    /** @return how many drafts there were */
    Uni<Integer> discard(Work work, String code, Period period) {
        return duties.find(work, code).chain(duty -> Sql.update(work,
                "delete from shift where duty = $1 and status = 'DRAFTED' and starts_at >= $2 and starts_at < $3",
                code, period.start(duty.wall()), period.end(duty.wall())));
    }

    /** @throws Rejected when too few people would be on duty at some time, unless that is accepted */
    Uni<Drafted> publish(Work work, String code, Publish request, String by) {
        return duties.find(work, code).chain(duty -> {
            Period period = new Period(request.from(), request.to());
            return gaps(work, duty, period, Counted.WHAT_IS_PUBLISHED_NOW).invoke(gaps -> {
                if (!gaps.isEmpty() && !request.acceptGaps()) {
                    throw new Rejected("roster-has-gaps", gaps.size(), gaps.getFirst().from().toString(), gaps.getFirst().to().toString());
                }
            }).chain(gaps -> publish(work, duty, period, by).map(published -> new Drafted(published, gaps)));
        });
    }

    private Uni<Integer> publish(Work work, Duty duty, Period period, String by) {
        return work.session().createSelectionQuery("from Shift where duty = ?1 and status = ?2 and startsAt >= ?3 and startsAt < ?4 order by startsAt, id", Shift.class)
                .setParameter(1, duty.code).setParameter(2, ShiftStatus.DRAFTED).setParameter(3, period.start(duty.wall())).setParameter(4, period.end(duty.wall()))
                .setMaxResults(MOST + 1).getResultList().chain(drafts -> {
            if (drafts.size() > MOST) {
                throw new Rejected("too-many-shifts", MOST);
            }
            Instant now = clock.instant();
            List<ShiftPublished> facts = drafts.stream().map(shift -> shift.publish(by, now)).toList();
            return shifts.flush(work).chain(() -> arm(work, drafts)).chain(() -> {
                List<Outbox.Entry> entries = new ArrayList<>();
                for (int i = 0; i < facts.size(); i++) {
                    entries.add(new Outbox.Entry(facts.get(i), drafts.get(i).version, now));
                }
                return outbox.add(work, entries);
            }).replaceWith(drafts.size());
        });
    }

    private static Uni<Integer> arm(Work work, List<Shift> published) {
        String ends = "select cast($1 as text), id, 0, ends_at from shift where id = any(cast($2 as uuid[]))";
        return Sql.update(work, Timers.settingMissing(ends), ShiftEndTimer.KIND, published.stream().map(shift -> shift.id).toArray(UUID[]::new));
    }

    /** Which shifts count. */
    enum Counted {

        PUBLISHED("s.status <> 'DRAFTED'"),
        /** Drafts too, as if they were published. */
        DRAFTS("true"),
        /** Drafts that begin in the period, which is what is published with it: a draft of the night before stays a draft. */
        WHAT_IS_PUBLISHED_NOW("(s.status <> 'DRAFTED' or s.starts_at >= $3 and s.starts_at < $2)");

        private final String condition;

        Counted(String condition) {
            this.condition = condition;
        }
    }

    /** Times at which too few people are on duty, as {@link OnDuty} defines it. */
    Uni<List<Coverage.Gap>> gaps(Read read, Duty duty, Period period, Counted counted) {
        return Sql.rows(read, "select s.person, s.starts_at, " + OnDuty.until("s") + " from shift s where s.duty = $1 and s.starts_at < $2 and s.ends_at > $3 and "
                        + counted.condition, duty.code, period.end(duty.wall()), period.start(duty.wall()))
                .map(rows -> rows.stream().map(row -> new Coverage.Served((String) row[0], new Interval(Rows.instant(row[1]), Rows.instant(row[2])))).toList())
                .map(served -> duty.coverage().gaps(period, Coverage.people(served)));
    }
}
