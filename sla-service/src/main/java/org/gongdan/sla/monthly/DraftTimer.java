package org.gongdan.sla.monthly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.tx.Rows;
import org.gongdan.sla.query.Question;

/** Drafts planned reports, a few in each transaction, so that none lasts long. */
@ApplicationScoped
class DraftTimer implements TimerHandler {

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
            Object[] planned = new Question<>("select customer_id, month, zone, now() from service_report where id = $1 and status = 'PLANNED' for update", List.of(id),
                    rows -> rows.isEmpty() ? null : rows.getFirst()).ask(connection);
            if (planned != null) {
                draft(connection, id, planned);
            }
        }
        return now;
    }

    private void draft(Connection connection, UUID id, Object[] planned) throws SQLException {
        YearMonth month = YearMonth.from((LocalDate) planned[1]);
        Instant now = Rows.instant(planned[3]);
        MonthFigures figures = drafting.of(connection, (UUID) planned[0], month, ZoneId.of((String) planned[2]), now);
        new Question<>("update service_report set figures = $1, status = 'DRAFT', drafted_at = $2, version = version + 1 where id = $3 returning id",
                List.of(figures.json(), now, id), List::size).ask(connection);
    }
}
