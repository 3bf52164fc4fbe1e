package org.gongdan.sla.report;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.document.Share;

/**
 * Whether customers were told of delays early enough, by the rule that the length of the delay calls for (R83, R87, R88).
 *
 * @param engineerId null: all of them together
 * @param rule       null: all rules together
 * @param kept       told early enough
 * @param share      of notices told early enough, 0 to 1, four digits
 * @param mostLate   minutes by which the latest notice came too late; null when all were in time
 */
public record Notices(UUID engineerId, String engineer, String rule, long notices, long kept, long broken, Double share, Double mostLate) {

    static final List<String> HEAD = List.of("engineerId", "engineer", "rule", "notices", "kept", "broken", "share", "mostLate");

    private static final Sql NOTICES = Sql
            .of("""
            with notice as (
                select c.engineer_id, c.status, n.rule, extract(epoch from n.told - c.due_at) / 60 as late
                from clock c cross join lateral (select f.at as told, f.data #>> '{detail,rule}' as rule from clock_fact f
                    where f.clock_id = c.id and f.fact = 'MET' order by f.seq limit 1) n
                where c.kind = 'NOTICE_OF_DELAY' and %s),
            counted as (
                select cast(engineer_id as text) as key, rule, grouping(engineer_id) as everybody, grouping(rule) as every_rule, count(*) as notices,
                    count(*) filter (where status = 'MET') as kept, count(*) filter (where status = 'BREACHED') as broken,
                        max(late) filter (where status = 'BREACHED') as most_late
                from notice group by grouping sets ((), (rule), (engineer_id), (engineer_id, rule)))
            select cast(key as uuid) as engineer_id, case when everybody = 0 then %s end as name, rule, notices, kept, broken, most_late
            from counted where notices > 0 and (everybody = 1 or key is not null) order by everybody desc, 2 nulls last, 1, every_rule desc, rule"""
                    .formatted(Scope.CLOCKS, Dimension.ENGINEER_NAME.formatted("key")));

    /** All engineers together first, then each; all rules first, then each. */
    public static Question<List<Notices>> of(Scope scope) {
        return new Question<>(scope.of(NOTICES), rows -> rows.stream().map(Notices::of).toList());
    }

    private static Notices of(Row row) {
        long kept = row.number("kept");
        long broken = row.number("broken");
        return new Notices(row.id("engineer_id"), row.text("name"), row.text("rule"), row.number("notices"), kept, broken,
                Share.of(kept, kept + broken),
                Figures.decimal(row, "most_late"));
    }

    List<Object> cells() {
        return Arrays.asList(engineerId, engineer, rule, notices, kept, broken, share, mostLate);
    }
}
