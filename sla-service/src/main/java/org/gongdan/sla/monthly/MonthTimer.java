package org.gongdan.sla.monthly;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.event.Ids;
import org.gongdan.platform.timer.TimerHandler;
import org.gongdan.platform.timer.Timers;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.calendar.WorkingDays;
import org.gongdan.sla.settings.SlaSettings;

/**
 * Plans the reports of a month that is over: one for every customer with any promise in it, and the meeting pack. The timer's generation
 * is the month; each sets the timer of the next. The database's unique keys decide between processes, and against planning twice.
 */
@ApplicationScoped
class MonthTimer implements TimerHandler {

    private static final Sql NOW = Sql.of("select now() as now");
    private static final Sql CALENDAR = Sql.of("select name || '@' || revision as revision from calendar where name = :name");
    private static final Sql CUSTOMERS = Sql.of("""
            select customer_id from clock where due_at >= :from and due_at < :to and customer_id is not null
            union select customer_id from clock where started_at >= :from and started_at < :to and customer_id is not null order by 1""");
    private static final Sql PLAN = Sql.of("""
            insert into service_report (id, version, type, customer_id, month, zone, number, status, drafted_by, drafted_at)
            select cast(:id as uuid), 0, cast(:type as text), cast(:customer as uuid), cast(:month as date), cast(:zone as text), 1, 'PLANNED', 'system', now()
            where not exists (select 1 from service_report where type = :type and month = :month and customer_id is not distinct from cast(:customer as uuid))
            on conflict do nothing""");
    private static final Sql DRAFT_LATER = Sql.of(
            Timers.settingMissing(
                    "select '" + DraftTimer.KIND + "', id, 0, now() from service_report where month = :month and status = 'PLANNED'"));

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
                Instant now = NOW.bound().row(connection).instant("now");
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
        Row calendar = CALENDAR.with("name", settings.report().calendar()).row(connection);
        String revision = calendar == null ? settings.report().calendar() : calendar.text("revision");
        calendars.know(connection, List.of(revision));
        Instant due = new WorkingDays(zone).nth(calendars.named(revision), month.plusMonths(1), settings.report().day(),
                settings.report().time());
        UUID ref = UUID.nameUUIDFromBytes(("report " + month).getBytes(StandardCharsets.UTF_8));
        timers.setMissing(connection, kind(), List.of(new Timers.Setting(ref, generation(month), due)));
    }

    private static void plan(Connection connection, YearMonth month, ZoneId zone) throws SQLException {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        List<UUID> customers = CUSTOMERS.with("from", from).with("to", to).rows(connection).stream().map(row -> row.id("customer_id"))
                .toList();
        for (UUID customer : customers) {
            plan(connection, ReportType.CUSTOMER, customer, month, zone);
        }
        if (!customers.isEmpty()) {
            plan(connection, ReportType.MEETING, null, month, zone);
        }
        DRAFT_LATER.with("month", month.atDay(1)).update(connection);
    }

    private static void plan(Connection connection, ReportType type, UUID customer, YearMonth month, ZoneId zone) throws SQLException {
        PLAN.with("id", Ids.next()).with("type", type).with("customer", customer).with("month", month.atDay(1)).with("zone", zone.getId())
                .update(connection);
    }

    static int generation(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static YearMonth month(int generation) {
        return YearMonth.of(generation / 12, generation % 12 + 1);
    }
}
