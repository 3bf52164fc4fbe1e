package org.gongdan.sla.report;

import jakarta.ws.rs.QueryParam;

import org.gongdan.platform.tx.Where;

/** Which of the promises of a scope stand behind one figure: each field that is given narrows them. */
public class Behind {

    private static final String MINUTES = "extract(epoch from c.ended_at - c.started_at) / 60";

    @QueryParam("by")
    Dimension by;
    /** Of {@code by}; without it those for which nobody told a value. */
    @QueryParam("key")
    String key;
    @QueryParam("kind")
    String kind;
    @QueryParam("verdict")
    Verdict verdict;
    @QueryParam("arrival")
    Arrival arrival;
    /** Those that are done and took at least so many minutes, as {@link Distribution} counts by the clock on the wall. */
    @QueryParam("tookFrom")
    Integer tookFrom;
    /** And less than so many. */
    @QueryParam("tookTo")
    Integer tookTo;

    /** Of {@code clock c} joined with {@link #join}, and of {@code a.arrived}: whether what was promised was done. */
    Where where() {
        Where where = new Where();
        if (by != null) {
            where.and("k.key is not distinct from cast(:key as text)", key);
        }
        where.andIfGiven("c.kind = :kind", kind);
        if (verdict != null) {
            where.and(verdict.condition);
        }
        if (arrival != null) {
            where.and("c.kind = 'ARRIVAL'").and("(" + arrival.condition + ")");
        }
        if (tookFrom != null || tookTo != null) {
            where.and("a.arrived");
        }
        return where.andIfGiven(MINUTES + " >= cast(:tookFrom as integer)", tookFrom).andIfGiven(MINUTES + " < cast(:tookTo as integer)",
                tookTo);
    }

    String join() {
        return by == null ? "" : by.join + " cross join lateral (select " + by.key + " as key) k";
    }

    boolean asksForZone() {
        return by == Dimension.MONTH;
    }
}
