package org.gongdan.sla.monthly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.sla.monthly.ReportEvent.ReportReleased;

/**
 * A monthly report with its figures as they were when it was drafted. Whoever wants other figures drafts again: that is another report,
 * with the next number.
 */
@Entity
@Table(name = "service_report")
public class ServiceReport {

    @Id
    UUID id;
    @Version
    long version;
    @Enumerated(EnumType.STRING)
    ReportType type;
    @Column(name = "customer_id")
    UUID customerId;
    LocalDate month;
    String zone;
    int number;
    @Enumerated(EnumType.STRING)
    ReportStatus status;
    String figures;
    @Column(name = "drafted_by")
    String draftedBy;
    @Column(name = "drafted_at")
    Instant draftedAt;
    @Column(name = "released_by")
    String releasedBy;
    @Column(name = "released_at")
    Instant releasedAt;
    String comment;

    protected ServiceReport() {
    }

    static ServiceReport planned(UUID id, ReportType type, UUID customerId, YearMonth month, ZoneId zone, int number, String by,
            Instant now) {
        ServiceReport report = new ServiceReport();
        report.id = id;
        report.type = type;
        report.customerId = customerId;
        report.month = month.atDay(1);
        report.zone = zone.getId();
        report.number = number;
        report.status = ReportStatus.PLANNED;
        report.draftedBy = by;
        report.draftedAt = now;
        return report;
    }

    void draft(String json, Instant now) {
        become(ReportStatus.DRAFT);
        figures = json;
        draftedAt = now;
    }

    /** @param text what the supervisor says about it, for the readers; may be null */
    ReportReleased release(String text, String by, Instant now) {
        become(ReportStatus.RELEASED);
        comment = text;
        releasedBy = by;
        releasedAt = now;
        return new ReportReleased(id, customerId, type, YearMonth.from(month).toString(), number, now);
    }

    private void become(ReportStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition("report", id, status, next.name());
        }
        status = next;
    }
}
