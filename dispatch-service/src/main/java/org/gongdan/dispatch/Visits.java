package org.gongdan.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.dispatch.VisitApi.ReassignVisit;
import org.gongdan.dispatch.VisitApi.ReportDelay;
import org.gongdan.dispatch.VisitApi.RescheduleVisit;
import org.gongdan.dispatch.VisitApi.ScheduleVisit;
import org.gongdan.dispatch.engineer.Engineer;
import org.gongdan.dispatch.engineer.Engineers;
import org.gongdan.dispatch.engineer.Overlap;
import org.gongdan.dispatch.roster.Attendance;
import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The only door to visits: every change goes through here, with its fact in the outbox. */
@ApplicationScoped
public class Visits {

    private static final Sql NUMBER = Sql.of("select nextval('visit_number') as number");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM").withZone(ZoneOffset.ofHours(8));

    private final Engineers engineers;
    private final Attendance attendance;
    private final Outbox outbox;
    private final Clock clock;

    Visits(Engineers engineers, Attendance attendance, Outbox outbox, Clock clock) {
        this.engineers = engineers;
        this.attendance = attendance;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes the visit a ticket needs; data that are missing do not hold it up (R52). */
    public Uni<Void> order(Work work, Visit.Order order) {
        return NUMBER.bound().row(work).map(row -> row.number("number")).chain(next -> {
            Instant now = clock.instant();
            Visit visit = Visit.order(Ids.next(), "V" + MONTH.format(now) + "-" + "%04d".formatted(next), order, now);
            return work.session().persist(visit).chain(work.session()::flush)
                    .chain(() -> load(work, visit.id))
                    .chain(file -> apply(work, visit, visit.ordered(file.missing())));
        });
    }

    /** Cancels what is still to be done for a ticket that has ended. */
    public Uni<Void> callOff(Work work, UUID ticketId, String reason) {
        return work.session().createSelectionQuery("from Visit where ticketId = ?1 and status in ?2 order by id", Visit.class)
                .setParameter(1, ticketId).setParameter(2, VisitStatus.open())
                .getResultList()
                .chain(open -> Multi.createFrom().iterable(open)
                        .onItem().transformToUniAndConcatenate(visit -> apply(work, visit, visit.cancel(reason, clock.instant())))
                        .collect().last().replaceWithVoid());
    }

    Uni<VisitFile> schedule(Work work, UUID id, String ifMatch, Caller caller, ScheduleVisit request) {
        return find(work, id, caller).chain(file -> {
            Instant now = clock.instant();
            Visit visit = checked(file, ifMatch);
            Window window = Window.of(request.windowStart(), request.windowEnd(), now);
            return free(work, request.engineerId(), window, request.offDutyAgreed(), now)
                    .call(engineer -> apply(work, visit, visit.schedule(engineer.id(), window, now)))
                    .map(engineer -> new VisitFile(visit, file.contact(), engineer));
        });
    }

    Uni<VisitFile> reschedule(Work work, UUID id, String ifMatch, Caller caller, RescheduleVisit request) {
        return find(work, id, caller).chain(file -> {
            Instant now = clock.instant();
            Visit visit = checked(file, ifMatch);
            Window window = Window.of(request.windowStart(), request.windowEnd(), now);
            UUID wanted = request.engineerId() == null ? visit.engineerId : request.engineerId();
            // Of a visit that nobody was sent to nothing can be moved: the visit itself says so.
            Uni<Engineer> sent = wanted == null ? Uni.createFrom().nullItem() : free(work, wanted, window, request.offDutyAgreed(), now);
            return sent.call(() -> apply(work, visit, visit.reschedule(wanted, window, request.reason(), request.consentBy(), now)))
                    .map(engineer -> new VisitFile(visit, file.contact(), engineer));
        });
    }

    /** Somebody else goes, at the time that was agreed. */
    Uni<VisitFile> reassign(Work work, UUID id, String ifMatch, Caller caller, ReassignVisit request) {
        return find(work, id, caller).chain(file -> {
            Instant now = clock.instant();
            Visit visit = checked(file, ifMatch);
            VisitEvent reassigned = visit.reassign(request.engineerId(), request.reason(), now);
            return free(work, request.engineerId(), visit.window(), request.offDutyAgreed(), now)
                    .call(() -> apply(work, visit, reassigned))
                    .map(engineer -> new VisitFile(visit, file.contact(), engineer));
        });
    }

    /** The engineer, whom nobody else plans meanwhile. @throws Rejected when the roster says that he does not work then, unless he has agreed */
    private Uni<Engineer> free(Work work, UUID engineerId, Window window, boolean offDutyAgreed, Instant now) {
        return engineers.reserve(work, engineerId).call(engineer -> offDutyAgreed ? Uni.createFrom().voidItem()
                : attendance.mustCover(work, engineer.username(), window.start(), window.end(), now));
    }

    Uni<VisitFile> delay(Work work, UUID id, String ifMatch, Caller caller, ReportDelay request) {
        return findOwn(work, id, caller).call(file -> reserve(work, file)).call(file -> {
            Instant now = clock.instant();
            Visit visit = checked(file, ifMatch);
            Window window = Window.of(request.newStart(), request.newEnd(), now);
            VisitEvent.VisitDelayed delayed = visit.delay(window, request.reason(),
                    request.customerInformedAt().truncatedTo(ChronoUnit.MICROS), now);
            return apply(work, visit, delayed)
                    .chain(() -> work.session().persist(new Delay(Ids.next(), delayed, request.internalReason())));
        });
    }

    /** Changes a visit the caller may see. @param ifMatch entity tag the caller saw, or null */
    Uni<VisitFile> change(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Visit, Instant, VisitEvent> transition) {
        return find(work, id, caller).call(file -> apply(work, checked(file, ifMatch), transition.apply(file.visit(), clock.instant())));
    }

    /** Changes a visit that is the caller's own to carry out. */
    Uni<VisitFile> changeOwn(Work work, UUID id, String ifMatch, Caller caller, BiFunction<Visit, Instant, VisitEvent> transition) {
        return findOwn(work, id, caller).call(file -> apply(work, checked(file, ifMatch), transition.apply(file.visit(), clock.instant())));
    }

    /** @throws NotFound when there is none or it is another engineer's */
    Uni<VisitFile> find(Read read, UUID id, Caller caller) {
        return load(read, id).invoke(file -> {
            if (!VisitList.maySee(file.visit(), caller)) {
                throw new NotFound("visit", id);
            }
        });
    }

    /** @throws NotFound when there is none or it is another engineer's */
    public Uni<Visit> visit(Read read, UUID id, Caller caller) {
        return find(read, id, caller).map(VisitFile::visit);
    }

    /** A visit for somebody whose right to it was proven in another way than by an account. */
    public Uni<Visit> visit(Read read, UUID id) {
        return load(read, id).map(VisitFile::visit);
    }

    /** The visit for its printed order: for ours as {@link #find} says, and for the customer whose visit it is. @throws NotFound to everybody else */
    public Uni<VisitSheet> sheet(Read read, UUID id, Caller caller) {
        return caller.isStaff() ? find(read, id, caller).map(file -> VisitSheet.of(file, caller, clock.instant()))
                : load(read, id).invoke(file -> caller.mustSee(file.visit().customerId, "visit", id)).map(VisitSheet::ofCustomer);
    }

    /** The same for somebody whose right to it was proven in another way than by an account. */
    public Uni<VisitSheet> sheet(Read read, UUID id) {
        return load(read, id).map(VisitSheet::ofCustomer);
    }

    Uni<List<Delay>> delays(Read read, UUID id, Caller caller) {
        return find(read, id, caller)
                .chain(() -> read.session().createSelectionQuery("from Delay where visitId = ?1 order by id", Delay.class)
                        .setParameter(1, id).getResultList());
    }

    /** Writes the change of a visit and publishes the facts it made. */
    public Uni<Void> apply(Work work, Visit visit, Fact... facts) {
        return work.session().flush()
                .onFailure(Overlap::isIn).transform(overlap -> new Conflict("engineer-busy"))
                .chain(() -> outbox.add(work, visit.version, visit.changedAt, facts));
    }

    private Uni<VisitFile> findOwn(Read read, UUID id, Caller caller) {
        return load(read, id).invoke(file -> {
            if (!caller.subject().equals(file.visit().engineerId)) {
                throw new NotFound("visit", id);
            }
        });
    }

    private static Uni<VisitFile> load(Read read, UUID id) {
        return read.session().createSelectionQuery(VisitList.FILES + " where v.id = ?1", Object[].class).setParameter(1, id)
                .getSingleResultOrNull()
                .onItem().ifNull().failWith(() -> new NotFound("visit", id))
                .map(VisitFile::of);
    }

    private Uni<Void> reserve(Read read, VisitFile file) {
        return file.visit().engineerId == null ? Uni.createFrom().voidItem()
                : engineers.reserve(read, file.visit().engineerId).replaceWithVoid();
    }

    private static Visit checked(VisitFile file, String ifMatch) {
        Etags.check(ifMatch, file.visit().version, "visit", file.visit().number);
        return file.visit();
    }
}
