package org.gongdan.sla.report;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.document.Share;

/**
 * How visits met the target of 10 to 5 minutes before the agreed window begins (R81).
 *
 * @param engineerId    null: all of them together
 * @param engineer      his name, or null
 * @param early         more than 10 minutes before
 * @param onTarget      10 to 5 minutes before
 * @param tight         less than 5 minutes before, or at the very minute
 * @param late          after
 * @param absent        the time passed and nobody came for this appointment
 * @param punctual      share of those decided that were there in time, 0 to 1, four digits; null when none is decided
 * @param unannounced   late or absent, and the customer was told of no delay before
 * @param medianLate    minutes, of those who came late; null when nobody did
 * @param mostLate      minutes
 */
public record Punctuality(UUID engineerId, String engineer, long visits, long early, long onTarget, long tight, long late, long absent,
        long ahead, Double punctual,
        long unannounced, Double medianLate, Double mostLate) {

    static final List<String> HEAD = List.of("engineerId", "engineer", "visits", "early", "onTarget", "tight", "late", "absent", "ahead",
            "punctual", "unannounced",
            "medianLate", "mostLate");

    private static final Sql ARRIVALS = Sql.of("""
            with visit as (
                select c.engineer_id, c.status, a.arrived,
                    case when a.arrived then extract(epoch from c.due_at - c.ended_at) / 60 end as before,
                    exists (select 1 from clock n where n.visit_id = c.visit_id and n.kind = 'NOTICE_OF_DELAY' and n.started_at <= c.due_at) as told
                from clock c cross join lateral (select exists (select 1 from clock_fact f
                    where f.clock_id = c.id and f.fact = 'MET' and greatest(f.at, c.started_at) = c.ended_at) as arrived) a
                where c.kind = 'ARRIVAL' and %s),
            counted as (
                select cast(engineer_id as text) as key, grouping(engineer_id) as everybody, count(*) as visits, %s as early, %s as on_target,
                    %s as tight, %s as late, %s as absent, %s as ahead,
                    count(*) filter (where status = 'BREACHED' and not told and (before < 0 or not arrived)) as unannounced,
                    percentile_cont(0.5) within group (order by cast(-before as double precision)) filter (where before < 0) as median_late,
                    max(-before) filter (where before < 0) as most_late
                from visit group by grouping sets ((), (engineer_id)))
            select cast(key as uuid) as engineer_id, case when everybody = 0 then %s end as name, visits, early, on_target, tight, late,
                absent, ahead, unannounced, median_late, most_late
            from counted where visits > 0 and (everybody = 1 or key is not null) order by everybody desc, 2 nulls last, 1"""
            .formatted(Scope.CLOCKS, Arrival.EARLY.count(), Arrival.ON_TARGET.count(), Arrival.TIGHT.count(), Arrival.LATE.count(),
                    Arrival.ABSENT.count(), Arrival.AHEAD.count(), Dimension.ENGINEER_NAME.formatted("key")));

    /** All engineers together first, then each. */
    public static Question<List<Punctuality>> of(Scope scope) {
        return new Question<>(scope.of(ARRIVALS), rows -> rows.stream().map(Punctuality::of).toList());
    }

    private static Punctuality of(Row row) {
        long inTime = row.number("early") + row.number("on_target") + row.number("tight");
        long decided = inTime + row.number("late") + row.number("absent");
        return new Punctuality(row.id("engineer_id"), row.text("name"), row.number("visits"), row.number("early"), row.number("on_target"),
                row.number("tight"),
                row.number("late"), row.number("absent"), row.number("ahead"), Share.of(inTime, decided), row.number("unannounced"),
                Figures.decimal(row, "median_late"), Figures.decimal(row, "most_late"));
    }

    List<Object> cells() {
        return Arrays.asList(engineerId, engineer, visits, early, onTarget, tight, late, absent, ahead, punctual, unannounced, medianLate,
                mostLate);
    }
}
