package org.gongdan.sla.report;

import java.util.Arrays;
import java.util.List;

import org.gongdan.platform.tx.Bound;
import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.document.Share;

/**
 * How many promises were kept of those that were due.
 *
 * @param key        value of the dimension; null when nobody told it
 * @param name       of the value, or null
 * @param kind       of promise; null: all of them together
 * @param attainment share of the decided promises that were kept, 0 to 1, four digits; null when none is decided
 */
public record Attainment(String key, String name, String kind, long total, long met, long breached, long open, Double attainment) {

    static final List<String> HEAD = List.of("key", "name", "kind", "total", "met", "breached", "open", "attainment");

    /** One row for each value and, but for the dimension kind, one for each of its kinds; values in order, all kinds first. */
    public static Question<List<Attainment>> by(Dimension dimension, Scope scope) {
        Bound query = scope.of(
                Sql.of("""
                with counted as (
                    select k.key, c.kind, count(*) as total, count(*) filter (where c.status = 'MET') as met,
                        count(*) filter (where c.status = 'BREACHED') as breached,
                        count(*) filter (where c.status in ('RUNNING', 'PAUSED')) as open
                    from clock c %s cross join lateral (select %s as key) k
                    where %s
                    group by grouping sets (%s))
                select key, %s as title, kind, total, met, breached, open from counted order by 2 nulls last, 1 nulls last, kind nulls first"""
                        .formatted(dimension.join, dimension.key, Scope.CLOCKS,
                                dimension == Dimension.KIND ? "(k.key, c.kind)" : "(k.key), (k.key, c.kind)", dimension.title())));
        return new Question<>(dimension == Dimension.MONTH ? query.with("zone", scope.zone().getId()) : query,
                rows -> rows.stream().map(Attainment::of).toList());
    }

    private static Attainment of(Row row) {
        long met = row.number("met");
        long breached = row.number("breached");
        return new Attainment(row.text("key"), row.text("title"), row.text("kind"), row.number("total"), met, breached, row.number("open"),
                Share.of(met, met + breached));
    }

    /** All values and kinds together. */
    public static Attainment sum(List<Attainment> rows) {
        long[] sums = new long[4];
        for (Attainment row : rows) {
            sums[0] += row.total;
            sums[1] += row.met;
            sums[2] += row.breached;
            sums[3] += row.open;
        }
        return new Attainment(null, null, null, sums[0], sums[1], sums[2], sums[3], Share.of(sums[1], sums[1] + sums[2]));
    }

    List<Object> cells() {
        return Arrays.asList(key, name, kind, total, met, breached, open, attainment);
    }
}
