package org.gongdan.dispatch.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

import org.gongdan.dispatch.engineer.Overlap;
import org.gongdan.dispatch.roster.RosterApi.DraftShift;
import org.gongdan.dispatch.roster.RosterApi.ReplaceShift;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Uni;

/** The only door to shifts: every change goes through here, with its fact in the outbox and, once published, a timer for its end. */
@ApplicationScoped
class Shifts {

    private static final Sql SUCCESSOR = Sql.of(
            "select exists (select 1 from shift n where n.duty = :duty and n.person = :person and " + OnDuty.at("n", ":end")
                    + ") as follows");
    private static final Sql DISCARD = Sql.of("delete from shift where id = :id and version = :version");

    private final Duties duties;
    private final Timers timers;
    private final Outbox outbox;
    private final Clock clock;

    Shifts(Duties duties, Timers timers, Outbox outbox, Clock clock) {
        this.duties = duties;
        this.timers = timers;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Shift> draft(Work work, DraftShift request) {
        return duties.find(work, request.duty()).chain(duty -> {
            Shift shift = Shift.draft(Ids.next(), duty.code, request.person(), time(request.startsAt(), request.endsAt()), null,
                    clock.instant());
            return work.session().persist(shift).chain(() -> flush(work)).replaceWith(shift);
        });
    }

    /** A draft nobody has heard of is gone without a trace but the audit's. */
    Uni<Void> discard(Work work, UUID id, String ifMatch, Caller caller) {
        return find(work, id, caller).chain(shift -> {
            Etags.check(ifMatch, shift.version, "shift", id);
            if (shift.status != ShiftStatus.DRAFTED) {
                throw new IllegalTransition("shift", id, shift.status, "DISCARDED");
            }
            return DISCARD.with("id", id).with("version", shift.version).update(work).invoke(gone -> {
                if (gone == 0) {
                    throw new OptimisticLockException("shift " + id + " was changed while it was discarded");
                }
            }).replaceWithVoid();
        });
    }

    Uni<Shift> publish(Work work, UUID id, String ifMatch, Caller caller) {
        return change(work, id, ifMatch, caller, (shift, now) -> shift.publish(caller.username(), now))
                .call(shift -> timers.set(work, ShiftEndTimer.KIND, shift.id, 0, shift.endsAt));
    }

    Uni<Shift> withdraw(Work work, UUID id, String ifMatch, Caller caller, String reason) {
        return withdraw(work, id, ifMatch, caller, reason, clock.instant());
    }

    private Uni<Shift> withdraw(Work work, UUID id, String ifMatch, Caller caller, String reason, Instant now) {
        return change(work, id, ifMatch, caller, now, (shift, at) -> shift.withdraw(reason, caller.username(), at))
                .call(shift -> timers.cancel(work, ShiftEndTimer.KIND, shift.id));
    }

    /** A published shift is never changed but withdrawn, and another one published in its place at the same instant. @return the other one */
    Uni<Shift> replace(Work work, UUID id, String ifMatch, Caller caller, ReplaceShift request) {
        Instant now = clock.instant();
        return withdraw(work, id, ifMatch, caller, request.reason(), now).chain(old -> {
            // What has passed stays on the old one.
            Instant start = request.startsAt() != null ? request.startsAt() : old.startsAt.isBefore(now) ? now : old.startsAt;
            Shift shift = Shift.draft(Ids.next(), old.duty, request.person() == null ? old.person : request.person(),
                    time(start, request.endsAt() == null ? old.endsAt : request.endsAt()), old.id, now);
            if (shift.startsAt.isBefore(old.withdrawnAt) && old.startsAt.isBefore(old.withdrawnAt)) {
                throw new Rejected("replacement-rewrites-the-past");
            }
            return work.session().persist(shift).chain(() -> apply(work, shift, shift.publish(caller.username(), now)))
                    .chain(() -> timers.set(work, ShiftEndTimer.KIND, shift.id, 0, shift.endsAt)).replaceWith(shift);
        });
    }

    /** Answers for the successor: whoever is on the same duty when the shift ends, and longer. */
    Uni<Shift> answerHandover(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Shift, Instant, RosterEvent> answer) {
        return find(work, id, caller).chain(shift -> SUCCESSOR.with("duty", shift.duty).with("person", caller.username())
                .with("end", shift.endsAt).row(work).invoke(row -> {
                    if (caller.username().equals(shift.person) || !row.flag("follows")) {
                        throw new Forbidden("not-the-successor");
                    }
                })).chain(() -> change(work, id, ifMatch, caller, answer));
    }

    /** @param transition returns the fact others hear of, or null when it is nobody else's business */
    Uni<Shift> change(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Shift, Instant, RosterEvent> transition) {
        return change(work, id, ifMatch, caller, clock.instant(), transition);
    }

    private Uni<Shift> change(Work work, UUID id, String ifMatch, Caller caller, Instant now,
            BiFunction<Shift, Instant, RosterEvent> transition) {
        return find(work, id, caller).call(shift -> {
            Etags.check(ifMatch, shift.version, "shift", id);
            RosterEvent fact = transition.apply(shift, now);
            return apply(work, shift, fact);
        });
    }

    /** @throws NotFound when there is none, or it is a draft and the caller does not plan */
    Uni<Shift> find(Read read, UUID id, Caller caller) {
        return read.session().find(Shift.class, id).onItem().ifNull().failWith(() -> new NotFound("shift", id))
                .invoke(shift -> {
                    if (!plans(caller) && shift.status == ShiftStatus.DRAFTED) {
                        throw new NotFound("shift", id);
                    }
                });
    }

    /** Drafts are for those who plan. */
    static boolean plans(Caller caller) {
        return caller.has("supervisor") || caller.has("manager") || caller.has("admin");
    }

    Uni<Void> flush(Work work) {
        return work.session().flush().onFailure(Overlap::isIn).transform(overlap -> new Conflict("person-busy"));
    }

    private Uni<Void> apply(Work work, Shift shift, RosterEvent fact) {
        return flush(work).chain(() -> fact == null ? Uni.createFrom().voidItem() : outbox.add(work, shift.version, shift.changedAt, fact));
    }

    private static Interval time(Instant start, Instant end) {
        return new Interval(start.truncatedTo(ChronoUnit.MICROS), end.truncatedTo(ChronoUnit.MICROS));
    }
}
