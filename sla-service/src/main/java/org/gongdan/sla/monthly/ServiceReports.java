package org.gongdan.sla.monthly;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.NotFound;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.tx.Work;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.monthly.MonthlyApi.ReportLine;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** The only door for people to monthly reports. */
@ApplicationScoped
class ServiceReports {

    private static final Sql ALONE = Sql.of("select cast(pg_advisory_xact_lock(hashtextextended('service-report', 0)) as text) as alone");
    private static final String SAME = "from service_report where type = :type and month = :month and customer_id is not distinct from cast(:customer as uuid)";
    private static final Sql LAST = Sql.of("select coalesce(max(number), 0) as number " + SAME);
    private static final Sql LATER = Sql.of("select count(*) > 0 as later " + SAME + " and number > :number");
    private static final Sql CUSTOMER = Sql.of("select 1 as known from customer where id = :id");

    private final Drafting drafting;
    private final Outbox outbox;
    private final SlaSettings settings;
    private final Clock clock;

    ServiceReports(Drafting drafting, Outbox outbox, SlaSettings settings, Clock clock) {
        this.drafting = drafting;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    record Filter(ReportType type, UUID customerId, YearMonth month, ReportStatus status, UUID before) {
    }

    /** Customers see what was released for them; to them everything else does not exist. */
    Uni<ServiceReport> find(Read read, UUID id, Caller caller) {
        return read.session().find(ServiceReport.class, id).invoke(report -> {
            boolean foreign = report != null && !caller.isStaff()
                    && (report.customerId == null || !caller.maySee(report.customerId) || report.status != ReportStatus.RELEASED);
            if (report == null || foreign) {
                throw new NotFound("report", id);
            }
        });
    }

    /** Whether there is no later draft of the same month. */
    Uni<Boolean> isLatest(Read read, ServiceReport report) {
        return LATER.with("type", report.type).with("month", report.month).with("customer", report.customerId)
                .with("number", report.number).row(read).map(later -> !later.flag("later"));
    }

    /** Without figures, latest first. @throws NotFound for a foreign customer */
    Uni<List<ReportLine>> list(Read read, Filter filter, Caller caller, int limit) {
        if (filter.customerId() != null) {
            caller.mustSee(filter.customerId(), "customer", filter.customerId());
        }
        Where where = new Where();
        if (!caller.isStaff()) {
            where.and("r.customer_id = any(:own)", caller.customers().toArray(UUID[]::new)).and("r.status = :released",
                    ReportStatus.RELEASED);
        }
        where.andIfGiven("r.type = :type", filter.type()).andIfGiven("r.customer_id = :customer", filter.customerId())
                .andIfGiven("r.month = :month", filter.month() == null ? null : filter.month().atDay(1))
                .andIfGiven("r.status = :status", filter.status())
                .andIfGiven("r.id < :before", filter.before());
        return where
                .in("""
                select r.id, r.version, r.type, r.customer_id, u.name, r.month, r.number, r.status, r.drafted_by, r.drafted_at,
                    r.released_by, r.released_at, r.comment,
                    not exists (select 1 from service_report l where l.type = r.type and l.month = r.month
                        and l.customer_id is not distinct from r.customer_id and l.number > r.number) as latest
                from service_report r left join customer u on u.id = r.customer_id where %s order by r.id desc limit %d""".formatted(where,
                        limit))
                .rows(read)
                .map(rows -> rows.stream().map(row -> ReportLine.of(row, caller.isStaff())).toList());
    }

    /** Works out the figures of a month that is over, as they are now; one draft after the other. */
    Uni<ServiceReport> draft(Work work, ReportType type, UUID customerId, YearMonth month, Caller caller) {
        Instant now = clock.instant();
        ZoneId zone = settings.zone();
        if (month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().isAfter(now)) {
            throw new Rejected("month-not-over", month.toString()).onField("month");
        }
        return customer(work, customerId)
                .chain(() -> ALONE.bound().rows(work))
                .chain(() -> LAST.with("type", type).with("month", month.atDay(1)).with("customer", customerId).row(work))
                .map(last -> ServiceReport.planned(Ids.next(), type, customerId, month, zone, last.integer("number") + 1, caller.username(),
                        now))
                .call(report -> drafting.of(work, customerId, month, zone, now).invoke(figures -> report.draft(figures.json(), now)))
                .call(work.session()::persist).call(work.session()::flush);
    }

    private static Uni<Void> customer(Read read, UUID customerId) {
        return customerId == null ? Uni.createFrom().voidItem() : CUSTOMER.with("id", customerId).row(read)
                .onItem().ifNull().failWith(() -> new NotFound("customer", customerId)).replaceWithVoid();
    }

    /** @throws Conflict when there is a later draft */
    Uni<ServiceReport> release(Work work, UUID id, String ifMatch, String comment, Caller caller) {
        return find(work, id, caller).call(report -> {
            Etags.check(ifMatch, report.version, "report", id);
            return isLatest(work, report).invoke(latest -> {
                if (!latest) {
                    throw new Conflict("report-superseded", id);
                }
            });
        }).call(report -> {
            Instant now = clock.instant();
            ReportEvent.ReportReleased released = report.release(comment, caller.username(), now);
            return work.session().flush().chain(() -> outbox.add(work, report.version, now, released));
        });
    }
}
