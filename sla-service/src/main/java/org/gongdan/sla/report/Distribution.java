package org.gongdan.sla.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;

/**
 * How long it took until promises of a kind were done, in time or late. All times in minutes.
 *
 * @param measure WALL from start to end, or COUNTED by what counts for the promise
 * @param buckets how many took at least {@code from} and less than {@code to}
 */
public record Distribution(String kind, Measure measure, long count, double p50, double p90, double p95, double max, List<Bucket> buckets) {

    static final List<String> HEAD = List.of("kind", "measure", "count", "p50", "p90", "p95", "max", "from", "to", "countInBucket");

    public enum Measure { WALL, COUNTED }

    /** @param to null: whatever took longer */
    public record Bucket(int from, Integer to, long count) {
    }

    /** Bounds of the buckets in minutes: 5, 15, 30 minutes, 1, 2, 4, 8 hours, 1, 2, 3 days. */
    private static final int[] BOUNDS = {0, 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320};

    private static final Sql MEASURED = Sql.of("""
            with done as (
                select c.kind, extract(epoch from c.ended_at - c.started_at) / 60 as wall, t.counted / 60000.0 as counted
                from clock c join clock_time t on t.clock_id = c.id and t.version = c.version
                where %s and c.kind = any(cast(:kinds as text[])) and exists (select 1 from clock_fact f
                    where f.clock_id = c.id and f.fact = 'MET' and greatest(f.at, c.started_at) = c.ended_at)),
            measured as (
                select kind, m.measure, cast(m.minutes as double precision) as minutes
                from done cross join lateral (values ('WALL', wall), ('COUNTED', counted)) as m(measure, minutes))
            select kind, measure, bucket, count(*) as count, percentile_cont(0.5) within group (order by minutes) as p50,
                percentile_cont(0.9) within group (order by minutes) as p90, percentile_cont(0.95) within group (order by minutes) as p95, max(minutes) as max
            from measured cross join lateral (select width_bucket(minutes, cast(array[%s] as double precision[])) as bucket) b
            group by grouping sets ((kind, measure), (kind, measure, bucket)) order by kind, measure desc, bucket nulls first"""
            .formatted(Scope.CLOCKS, String.join(",", Arrays.stream(BOUNDS).mapToObj(Integer::toString).toList())));

    /** Of promises that are done; what was called off after it was broken is not. The counted time must have been brought up to date. */
    public static Question<List<Distribution>> of(Scope scope, String... kinds) {
        return new Question<>(scope.of(MEASURED).with("kinds", kinds), Distribution::of);
    }

    private static List<Distribution> of(List<Row> rows) {
        List<Distribution> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.isNull("bucket")) {
                found.add(new Distribution(row.text("kind"), row.constant("measure", Measure.class), row.number("count"),
                        Figures.decimal(row, "p50"), Figures.decimal(row, "p90"),
                        Figures.decimal(row, "p95"), Figures.decimal(row, "max"), empty()));
            } else {
                int bucket = Math.max(row.integer("bucket"), 1) - 1;
                found.getLast().buckets.set(bucket, new Bucket(BOUNDS[bucket], to(bucket), row.number("count")));
            }
        }
        return found;
    }

    private static List<Bucket> empty() {
        List<Bucket> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < BOUNDS.length; bucket++) {
            buckets.add(new Bucket(BOUNDS[bucket], to(bucket), 0));
        }
        return buckets;
    }

    private static Integer to(int bucket) {
        return bucket + 1 < BOUNDS.length ? BOUNDS[bucket + 1] : null;
    }

    List<List<Object>> cells() {
        return buckets.stream()
                .map(bucket -> Arrays.<Object>asList(kind, measure, count, p50, p90, p95, max, bucket.from, bucket.to, bucket.count))
                .toList();
    }
}
