package org.gongdan.sla.monthly;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.gongdan.platform.input.Prose;
import org.gongdan.platform.tx.Row;

/** Requests and views of monthly reports. */
final class MonthlyApi {

    private MonthlyApi() {
    }

    /** @param customerId of a customer's report; the meeting pack has none @param month that is over, such as 2026-10 */
    record DraftReport(@NotNull ReportType type, UUID customerId, @NotNull @Pattern(regexp = "2[01]\\d{2}-(0[1-9]|1[0-2])") String month) {
    }

    /** @param comment to the readers */
    record ReleaseReport(@Prose(max = 2000) String comment) {
    }

    /**
     * @param number     of the draft: the highest is the latest
     * @param draftedBy  staff only
     * @param releasedBy staff only
     * @param latest     false: there is a later one of the same month, so that this one is released no more
     */
    record ReportLine(UUID id, long version, ReportType type, UUID customerId, String customerName, String month, int number,
            ReportStatus status, String draftedBy,
            Instant draftedAt, String releasedBy, Instant releasedAt, String comment, boolean latest) {

        static ReportLine of(Row row, boolean staff) {
            return new ReportLine(row.id("id"), row.number("version"), row.constant("type", ReportType.class), row.id("customer_id"),
                    row.text("name"),
                    YearMonth.from(row.date("month")).toString(), row.integer("number"), row.constant("status", ReportStatus.class),
                    staff ? row.text("drafted_by") : null,
                    row.instant("drafted_at"), staff ? row.text("released_by") : null, row.instant("released_at"), row.text("comment"),
                    row.flag("latest"));
        }

        static ReportLine of(ServiceReport report, String customerName, boolean staff, boolean latest) {
            return new ReportLine(report.id, report.version, report.type, report.customerId, customerName,
                    YearMonth.from(report.month).toString(), report.number,
                    report.status, staff ? report.draftedBy : null, report.draftedAt, staff ? report.releasedBy : null, report.releasedAt,
                    report.comment, latest);
        }
    }

    /** @param figures as they were when it was drafted; null while it is planned */
    record ReportView(ReportLine report, MonthFigures figures) {

        static ReportView of(ServiceReport report, boolean staff, boolean latest) {
            MonthFigures figures = report.figures == null ? null : MonthFigures.read(report.figures);
            return new ReportView(ReportLine.of(report, figures == null ? null : figures.customerName(), staff, latest), figures);
        }
    }
}
