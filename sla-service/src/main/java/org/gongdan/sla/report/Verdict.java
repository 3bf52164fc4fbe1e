package org.gongdan.sla.report;

/** How a promise counts in a figure. */
enum Verdict {

    OPEN("c.status in ('RUNNING', 'PAUSED')"), KEPT("c.status = 'MET'"), BROKEN("c.status = 'BREACHED'");

    /** In SQL, of the table {@code clock c}. */
    final String condition;

    Verdict(String condition) {
        this.condition = condition;
    }
}
