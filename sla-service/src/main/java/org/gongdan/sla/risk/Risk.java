package org.gongdan.sla.risk;

/** Why a supervisor looks at a promise that is not done. Each is in at most one of the first three. */
enum Risk {

    /** It runs and is due soon. */
    DUE("c.status = 'RUNNING' and c.due_at <= :soon"),

    /** It is broken and still not done; other than news the customer waits for. */
    BROKEN("c.status = 'BREACHED' and c.kind <> all(:news)"),

    /** The customer should have heard of us and has not. */
    SILENT("c.status = 'BREACHED' and c.kind = any(:news)"),

    /** Its work waits for parts or for somebody else, and not for the customer. */
    WAITING("c.kind = 'RESOLUTION_24H' and w.reason in ('PARTS', 'THIRD_PARTY')");

    /** Kinds that promise the customer to hear of us. */
    static final String[] NEWS = {"UPDATE_CADENCE", "CALL_BACK"};

    private final String condition;

    Risk(String condition) {
        this.condition = condition;
    }

    /** Of a row of {@code clock c} that has not ended, and {@code w} for {@link #WAITING}; {@code :soon} and {@code :news} are places. */
    String condition() {
        return condition;
    }

    boolean asksSoon() {
        return this == DUE;
    }

    boolean asksNews() {
        return this == BROKEN || this == SILENT;
    }
}
