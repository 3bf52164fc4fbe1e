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
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.web.Etags;
import org.gongdan.sla.monthly.MonthlyApi.ReportLine;
import org.gongdan.sla.settings.SlaSettings;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The only door for people to monthly reports. */
@ApplicationScoped
class ServiceReports {

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
    Uni<ServiceReport> find(Mutiny.Session session, UUID id, Caller caller) {
        return session.find(ServiceReport.class, id).invoke(report -> {
            boolean foreign = report != null && !caller.isStaff()
                    && (report.customerId == null || !caller.maySee(report.customerId) || report.status != ReportStatus.RELEASED);
            if (report == null || foreign) {
                throw new NotFound("report", id);
            }
        });
    }

    /** Without figures, latest first. @throws NotFound for a foreign customer */
    Uni<List<ReportLine>> list(Mutiny.Session session, Filter filter, Caller caller, int limit) {
        if (filter.customerId() != null) {
            caller.mustSee(filter.customerId(), "customer", filter.customerId());
        }
        Where where = Where.sql();
        if (!caller.isStaff()) {
            where.and("r.customer_id = any(%s)", caller.customers().toArray(UUID[]::new)).and("r.status = %s", ReportStatus.RELEASED.name());
        }
        where.andIfGiven("r.type = %s", name(filter.type())).andIfGiven("r.customer_id = %s", filter.customerId())
                .andIfGiven("r.month = %s", filter.month() == null ? null : filter.month().atDay(1)).andIfGiven("r.status = %s", name(filter.status()))
                .andIfGiven("r.id < %s", filter.before());
        return Sql.rows(session, """
                select r.id, r.version, r.type, r.customer_id, u.name, r.month, r.number, r.status, r.drafted_by, r.drafted_at, r.released_by, r.released_at, r.comment
                from service_report r left join customer u on u.id = r.customer_id where %s order by r.id desc limit %d""".formatted(where, limit), where.values())
                .map(rows -> rows.stream().map(row -> ReportLine.of(row, caller.isStaff())).toList());
    }

    /** Works out the figures of a month that is over, as they are now; one draft after the other. */
    Uni<ServiceReport> draft(Mutiny.Session session, ReportType type, UUID customerId, YearMonth month, Caller caller) {
        Instant now = clock.instant();
        ZoneId zone = settings.zone();
        if (month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().isAfter(now)) {
            throw new Rejected("month-not-over", month.toString()).onField("month");
        }
        return customer(session, customerId)
                .chain(() -> Sql.rows(session, "select cast(pg_advisory_xact_lock(hashtextextended('service-report', 0)) as text)"))
                .chain(() -> Sql.row(session, "select coalesce(max(number), 0) from service_report where type = $1 and month = $2 and customer_id is not distinct from cast($3 as uuid)",
                        type, month.atDay(1), customerId))
                .map(last -> ServiceReport.planned(Ids.next(), type, customerId, month, zone, ((Number) last[0]).intValue() + 1, caller.username(), now))
                .call(report -> drafting.of(session, customerId, month, zone, now).invoke(figures -> report.draft(figures.json(), now)))
                .call(session::persist).call(session::flush);
    }

    private static Uni<Void> customer(Mutiny.Session session, UUID customerId) {
        return customerId == null ? Uni.createFrom().voidItem() : Sql.row(session, "select 1 from customer where id = $1", customerId)
                .onItem().ifNull().failWith(() -> new NotFound("customer", customerId)).replaceWithVoid();
    }

    /** @throws Conflict when there is a later draft */
    Uni<ServiceReport> release(Mutiny.Session session, UUID id, String ifMatch, String comment, Caller caller) {
        return find(session, id, caller).call(report -> {
            Etags.check(ifMatch, report.version, "report", id);
            return Sql.row(session, "select count(*) from service_report where type = $1 and month = $2 and customer_id is not distinct from cast($3 as uuid) and number > $4",
                    report.type, report.month, report.customerId, report.number).invoke(later -> {
                        if (((Number) later[0]).intValue() > 0) {
                            throw new Conflict("report-superseded", id);
                        }
                    });
        }).call(report -> {
            Instant now = clock.instant();
            ReportEvent.ReportReleased released = report.release(comment, caller.username(), now);
            return session.flush().chain(() -> outbox.add(session, report.version, now, released));
        });
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
