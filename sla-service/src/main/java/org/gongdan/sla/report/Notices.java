package org.gongdan.sla.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.document.Share;
import org.gongdan.sla.query.Question;

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

    /** All engineers together first, then each; all rules first, then each. */
    public static Question<List<Notices>> of(Scope scope) {
        return new Question<>("""
                with notice as (
                    select c.engineer_id, c.status, n.rule, extract(epoch from n.told - c.due_at) / 60 as late
                    from clock c cross join lateral (select f.at as told, f.data #>> '{detail,rule}' as rule from clock_fact f
                        where f.clock_id = c.id and f.fact = 'MET' order by f.seq limit 1) n
                    where c.kind = 'NOTICE_OF_DELAY' and %s),
                counted as (
                    select cast(engineer_id as text) as key, rule, grouping(engineer_id) as everybody, grouping(rule) as every_rule, count(*) as notices,
                        count(*) filter (where status = 'MET') as kept, count(*) filter (where status = 'BREACHED') as broken, max(late) filter (where status = 'BREACHED') as most_late
                    from notice group by grouping sets ((), (rule), (engineer_id), (engineer_id, rule)))
                select cast(key as uuid), case when everybody = 0 then %s end as name, rule, notices, kept, broken, most_late
                from counted where notices > 0 and (everybody = 1 or key is not null) order by everybody desc, 2 nulls last, 1, every_rule desc, rule""".formatted(Scope.CLOCKS, Dimension.ENGINEER_NAME.formatted("key")),
                new ArrayList<>(scope.and()), rows -> rows.stream().map(row -> new Notices((UUID) row[0], (String) row[1], (String) row[2], Figures.number(row[3]),
                        Figures.number(row[4]), Figures.number(row[5]), Share.of(Figures.number(row[4]), Figures.number(row[4]) + Figures.number(row[5])),
                        Figures.decimal(row[6]))).toList());
    }

    List<Object> cells() {
        return Arrays.asList(engineerId, engineer, rule, notices, kept, broken, share, mostLate);
    }
}
