package org.gongdan.sla.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongdan.sla.document.Share;

/**
 * How many promises were broken by a cause.
 *
 * @param found    how many of them a supervisor has looked into
 * @param share    of all broken promises, 0 to 1, four digits
 * @param involved how often the facts show the cause at all, as the main one or beside it
 */
public record CauseCount(Cause cause, long count, long found, double share, long involved) {

    static final List<String> HEAD = List.of("cause", "count", "found", "share", "involved");

    /** Most frequent first. */
    public static List<CauseCount> of(List<BreachCause> broken) {
        Map<Cause, long[]> counts = new EnumMap<>(Cause.class);
        for (BreachCause one : broken) {
            long[] count = counts.computeIfAbsent(one.cause(), cause -> new long[3]);
            count[0]++;
            count[1] += one.found() == null ? 0 : 1;
            one.derived().forEach(cause -> counts.computeIfAbsent(cause, none -> new long[3])[2]++);
        }
        List<CauseCount> rows = new ArrayList<>();
        counts.forEach((cause, count) -> rows.add(new CauseCount(cause, count[0], count[1], Share.of(count[0], broken.size()), count[2])));
        rows.sort(Comparator.comparingLong(CauseCount::count).reversed().thenComparing(CauseCount::cause));
        return rows;
    }

    List<Object> cells() {
        return Arrays.asList(cause, count, found, share, involved);
    }
}
