package org.gongdan.dispatch.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

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
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/** A duty's shifts of a period taken together: drafted by a rotation, checked for gaps, published. */
@ApplicationScoped
class Timetable {

    private static final Sql DISCARD = Sql
            .of("delete from shift where duty = :duty and status = 'DRAFTED' and starts_at >= :from and starts_at < :to");
    private static final Sql ARM = Sql
            .of(Timers.settingMissing("select cast(:kind as text), id, 0, ends_at from shift where id = any(cast(:shifts as uuid[]))"));

    /** Most shifts that one command drafts or publishes: it is one transaction. */
    private static final int MOST = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
            Object[] drafts = planned.stream().map(shift -> Shift.draft(Ids.next(), code, shift.person(), shift.time(), null, now))
                    .toArray();
            return work.session().persistAll(drafts).chain(() -> shifts.flush(work)).chain(() -> gaps(work, duty, period, Counted.DRAFTS))
                    .map(gaps -> new Drafted(planned.size(), gaps));
        });
    }

    /** @return how many drafts there were */
    Uni<Integer> discard(Work work, String code, Period period) {
        return duties.find(work, code).chain(duty -> DISCARD.with("duty", code).with("from", period.start(duty.wall()))
                .with("to", period.end(duty.wall())).update(work));
    }

    /** @throws Rejected when too few people would be on duty at some time, unless that is accepted */
    Uni<Drafted> publish(Work work, String code, Publish request, String by) {
        return duties.find(work, code).chain(duty -> {
            Period period = new Period(request.from(), request.to());
            return gaps(work, duty, period, Counted.WHAT_IS_PUBLISHED_NOW).invoke(gaps -> {
                if (!gaps.isEmpty() && !request.acceptGaps()) {
                    DateTimeFormatter wall = TIME.withZone(duty.wall().zone());
                    throw new Rejected("roster-has-gaps", gaps.size(), wall.format(gaps.getFirst().from()),
                            wall.format(gaps.getFirst().to()));
                }
            }).chain(gaps -> publish(work, duty, period, by).map(published -> new Drafted(published, gaps)));
        });
    }

    private Uni<Integer> publish(Work work, Duty duty, Period period, String by) {
        return work.session()
                .createSelectionQuery(
                        "from Shift where duty = ?1 and status = ?2 and startsAt >= ?3 and startsAt < ?4 order by startsAt, id",
                        Shift.class)
                .setParameter(1, duty.code).setParameter(2, ShiftStatus.DRAFTED).setParameter(3, period.start(duty.wall()))
                .setParameter(4, period.end(duty.wall()))
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
        return ARM.with("kind", ShiftEndTimer.KIND).ids("shifts", published.stream().map(shift -> shift.id).toList()).update(work);
    }

    /** Which shifts count. */
    enum Counted {

        PUBLISHED("s.status <> 'DRAFTED'"),
        /** Drafts too, as if they were published. */
        DRAFTS("true"),
        /** Drafts that begin in the period, which is what is published with it: a draft of the night before stays a draft. */
        WHAT_IS_PUBLISHED_NOW("(s.status <> 'DRAFTED' or s.starts_at >= :from and s.starts_at < :to)");

        private final Sql served;

        Counted(String condition) {
            this.served = Sql.of("select s.person, s.starts_at as since, " + OnDuty.until("s")
                    + " as until from shift s where s.duty = :duty and s.starts_at < :to and s.ends_at > :from and " + condition);
        }
    }

    /** Times at which too few people are on duty, as {@link OnDuty} defines it. */
    Uni<List<Coverage.Gap>> gaps(Read read, Duty duty, Period period, Counted counted) {
        return counted.served.with("duty", duty.code).with("from", period.start(duty.wall())).with("to", period.end(duty.wall())).rows(read)
                .map(rows -> rows.stream()
                        .map(row -> new Coverage.Served(row.text("person"), new Interval(row.instant("since"), row.instant("until"))))
                        .toList())
                .map(served -> duty.coverage().gaps(period, Coverage.people(served)));
    }
}
