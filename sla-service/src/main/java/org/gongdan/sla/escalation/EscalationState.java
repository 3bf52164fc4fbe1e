package org.gongdan.sla.escalation;

/** What became of a step that was told. */
enum EscalationState {

    /** Nobody has answered, and the promise is not done. */
    OPEN("a.clock_id is null and c.ended_at is null"),

    /** Somebody took it up. */
    ANSWERED("a.clock_id is not null"),

    /** The promise was done, or fell away, before anybody answered. */
    ENDED("a.clock_id is null and c.ended_at is not null");

    private final String condition;

    EscalationState(String condition) {
        this.condition = condition;
    }

    /** Of {@code clock c} and {@code escalation_answer a}, which may be missing. */
    String condition() {
        return condition;
    }
}
