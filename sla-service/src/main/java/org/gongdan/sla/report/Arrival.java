package org.gongdan.sla.report;

/** How an engineer came, as {@link Punctuality} counts it. */
enum Arrival {

    EARLY("before > 10"), ON_TARGET("before between 5 and 10"), TIGHT("before >= 0 and before < 5"), LATE("before < 0"),
    /** The time passed and nobody came for this appointment. */
    ABSENT("status = 'BREACHED' and not arrived"),
    /** Its time has not come. */
    AHEAD("status in ('RUNNING', 'PAUSED')");

    /** In SQL, over the columns {@code status}, {@code arrived} and {@code before}: minutes before the promised time, null when nobody came. */
    final String condition;

    Arrival(String condition) {
        this.condition = condition;
    }

    /** How many of them there are, in SQL. */
    String count() {
        return "count(*) filter (where " + condition + ")";
    }
}
