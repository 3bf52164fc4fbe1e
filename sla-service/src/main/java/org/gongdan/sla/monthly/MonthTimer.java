package org.gongdan.sla.monthly;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Rows;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.WorkingDays;
import org.gongdan.sla.query.Question;
import org.gongdan.sla.settings.SlaSettings;

/**
 * Plans the reports of a month that is over: one for every customer with any promise in it, and the meeting pack. The timer's generation
 * is the month; each sets the timer of the next. The database's unique keys decide between processes, and against planning twice.
 */
@ApplicationScoped
class MonthTimer implements TimerHandler {

    private final Calendars calendars;
    private final SlaSettings settings;
    private final Timers timers;

    MonthTimer(Calendars calendars, SlaSettings settings, Timers timers) {
        this.calendars = calendars;
        this.settings = settings;
        this.timers = timers;
    }

    @Override
    public String kind() {
        return "sla-report-month";
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public Collection<UUID> fire(Connection connection, List<Due> timers) throws SQLException {
        ZoneId zone = settings.zone();
        for (Due timer : timers) {
            if (timer.generation() == 0) {
                Instant now = new Question<>("select now()", List.of(), rows -> Rows.instant(rows.getFirst()[0])).ask(connection);
                set(connection, YearMonth.from(now.atZone(zone)).minusMonths(1), zone);
            } else {
                YearMonth month = month(timer.generation());
                plan(connection, month, zone);
                set(connection, month.plusMonths(1), zone);
            }
        }
        return timers.stream().map(Due::ref).toList();
    }

    private void set(Connection connection, YearMonth month, ZoneId zone) throws SQLException {
        String revision = new Question<>("select name || '@' || revision from calendar where name = $1", List.of(settings.report().calendar()),
                rows -> rows.isEmpty() ? settings.report().calendar() : (String) rows.getFirst()[0]).ask(connection);
        calendars.know(connection, List.of(revision));
        Instant due = new WorkingDays(zone).nth(calendars.named(revision), month.plusMonths(1), settings.report().day(), settings.report().time());
        UUID ref = UUID.nameUUIDFromBytes(("report " + month).getBytes(StandardCharsets.UTF_8));
        timers.setMissing(connection, kind(), List.of(new Timers.Setting(ref, generation(month), due)));
    }

    private static void plan(Connection connection, YearMonth month, ZoneId zone) throws SQLException {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        List<UUID> customers = new Question<>("""
                select customer_id from clock where due_at >= $1 and due_at < $2 and customer_id is not null
                union select customer_id from clock where started_at >= $1 and started_at < $2 and customer_id is not null order by 1""",
                List.of(from, to), rows -> rows.stream().map(row -> (UUID) row[0]).toList()).ask(connection);
        for (UUID customer : customers) {
            plan(connection, ReportType.CUSTOMER, customer, month, zone);
        }
        if (!customers.isEmpty()) {
            plan(connection, ReportType.MEETING, null, month, zone);
        }
        String planned = "select '" + DraftTimer.KIND + "', id, 0, now() from service_report where month = $1 and status = 'PLANNED'";
        new Question<>(Timers.settingMissing(planned) + " returning ref", List.of(month.atDay(1)), List::size).ask(connection);
    }

    private static void plan(Connection connection, ReportType type, UUID customer, YearMonth month, ZoneId zone) throws SQLException {
        new Question<>("""
                insert into service_report (id, version, type, customer_id, month, zone, number, status, drafted_by, drafted_at)
                select cast($1 as uuid), 0, cast($2 as text), cast($3 as uuid), cast($4 as date), cast($5 as text), 1, 'PLANNED', 'system', now()
                where not exists (select 1 from service_report where type = $2 and month = $4 and customer_id is not distinct from cast($3 as uuid))
                on conflict do nothing returning id""", Arrays.asList(Ids.next(), type.name(), customer, month.atDay(1), zone.getId()), List::size).ask(connection);
    }

    static int generation(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static YearMonth month(int generation) {
        return YearMonth.of(generation / 12, generation % 12 + 1);
    }
}
