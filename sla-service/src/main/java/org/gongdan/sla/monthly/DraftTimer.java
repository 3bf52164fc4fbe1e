package org.gongdan.sla.monthly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/** Drafts planned reports, a few in each transaction, so that none lasts long. */
@ApplicationScoped
class DraftTimer implements TimerHandler {

    private static final Sql PLANNED = Sql
            .of("select customer_id, month, zone, now() as now from service_report where id = :id and status = 'PLANNED' for update");
    private static final Sql DRAFTED = Sql
            .of("update service_report set figures = :figures, status = 'DRAFT', drafted_at = :now, version = version + 1 where id = :id");

    static final String KIND = "sla-report-draft";

    private static final int AT_ONCE = 5;

    private final Drafting drafting;

    DraftTimer(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        List<UUID> now = timers.stream().limit(AT_ONCE).map(Due::ref).toList();
        for (UUID id : now) {
            Row planned = PLANNED.with("id", id).row(connection);
            if (planned != null) {
                draft(connection, id, planned);
            }
        }
        return now;
    }

    private void draft(Connection connection, UUID id, Row planned) throws SQLException {
        YearMonth month = YearMonth.from(planned.date("month"));
        Instant now = planned.instant("now");
        MonthFigures figures = drafting.of(connection, planned.id("customer_id"), month, ZoneId.of(planned.text("zone")), now);
        DRAFTED.with("id", id).with("figures", figures.json()).with("now", now).update(connection);
    }
}
